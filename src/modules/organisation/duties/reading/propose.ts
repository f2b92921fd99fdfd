// What is proposed for a duty, with the words of it that led there.
import { cadenceOf } from './cadence.ts'
import { capabilityOf } from './capability.ts'
import type { Proposal } from './job-document.ts'

/** `scheduled`: the words of a daily programme that the duty stands in. */
export function proposed(text: string, scheduled?: string): Proposal {
  const { capability, words } = capabilityOf(text)
  const said = cadenceOf(text, capability)
  const cadence = scheduled ? { cadence: 'daily' as const, words: [scheduled] } : said
  return { cadence: cadence.cadence, capability, proposedFrom: { cadence: cadence.words, capability: words } }
}
