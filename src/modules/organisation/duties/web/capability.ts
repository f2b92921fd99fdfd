// Capabilities and cadences in words.
import type { Options } from '../../../../ui/options.ts'
import { lookUp } from '../../../../ui/words.ts'
import { CADENCES, CAPABILITIES } from '../../posts/contract.ts'

export const capabilityWord = (capability: string) => lookUp('duties', `capabilities.${capability}`) ?? capability
export const cadenceWord = (cadence: string) => lookUp('duties', `cadences.${cadence}`) ?? cadence

export const capabilityOptions: Options = () =>
  CAPABILITIES.map((value) => ({ value, label: capabilityWord(value), hint: value }))
export const cadenceOptions: Options = () => CADENCES.map((value) => ({ value, label: cadenceWord(value) }))
