// Proposes how often a duty comes up: by the words that say so, otherwise by what kind of duty it is.
import type { Capability } from '../../posts/contract.ts'
import type { ReadCadence } from './job-document.ts'

export type CadenceProposal = { cadence: ReadCadence; words: string[] }

const SAID: readonly [ReadCadence, RegExp][] = [
  ['half-yearly', /每半年|半年度|半年一次|上半年/],
  ['quarterly', /每个?季度?|季度|按季/],
  ['yearly', /每年|年度|年终|年底|年初|一年一[次度]|全年|年工作/],
  ['monthly', /每个?月|月度|月底|月初|月末|当月|按月|月报|月工作|月计划|月份|月\/周/],
  ['weekly', /每个?(?:周|星期)|一周|周例会|周报|周工作|周计划|按周|周[一二三四五六日末](?!期)|星期[一二三四五六日]/],
  ['shift', /交接班|每班|当班|接班|交班|班前|班后|班次|上岗时|上岗前|营业结束/],
  ['daily', /每天|每日|天天|逐日|当日|当天|日报|日记|日清|晨会|早会|夜间|日常巡|每晚|第二天/],
]
/** Said to come back, but not how often: the kind of the duty decides. */
const REGULARLY = /定期|定时|按时|准时|经常|不定期/
const WHENEVER = /遇有?|发现|发生|突发|紧急|及时|随时|立即|临时|一旦|如有|接到/
const ALWAYS =
  /^(?:负责|认真|严格|切实)?(?:熟悉|掌握|了解|精通|遵守|自觉|严格遵守|严格执行|热爱|爱护|坚守|保持|保证|维护|维持|服从|忠于|贯彻|执行[^,]{2,16}制度|全面负责|在[^,]{2,20}领导下)/

const BY_CAPABILITY: Partial<Record<Capability, ReadCadence>> = {
  patrols: 'daily',
  collections: 'monthly',
  fees: 'monthly',
  training: 'monthly',
  appraisal: 'monthly',
  archives: 'monthly',
  market: 'monthly',
  targets: 'monthly',
  quality: 'monthly',
  contractors: 'monthly',
  stock: 'daily',
  keys: 'daily',
  'field-reports': 'daily',
  'return-visits': 'weekly',
  meetings: 'weekly',
  outlets: 'weekly',
  leads: 'weekly',
  rosters: 'weekly',
  insight: 'continuous',
  premises: 'continuous',
  competency: 'yearly',
}

export function cadenceOf(text: string, capability: Capability | null): CadenceProposal {
  const said = SAID.flatMap(([cadence, pattern]) => {
    const match = pattern.exec(text)
    return match ? [{ cadence, word: match[0], at: match.index }] : []
  }).sort((one, other) => one.at - other.at)[0]
  if (said) return { cadence: said.cadence, words: [said.word] }
  const always = ALWAYS.exec(text)
  if (always) return { cadence: 'continuous', words: [always[0]] }
  const regularly = REGULARLY.exec(text)
  const byKind = capability ? BY_CAPABILITY[capability] : undefined
  if (regularly) return { cadence: byKind ?? 'monthly', words: [regularly[0]] }
  const whenever = WHENEVER.exec(text)
  if (whenever) return { cadence: 'on-event', words: [whenever[0]] }
  return { cadence: byKind ?? 'on-event', words: [] }
}
