// Refusals: what a verb can be refused for, beside what its contract lists.
import type { Endpoint } from '../../src/platform/contract.ts'
import { type Code, refusalsOf } from './reach.ts'
import type { Paired } from './verbs.ts'

/** Said of every call that asks for them, before any verb begins; no contract repeats them. */
export const OF_ANY_CALL = /^(access|session|call)\./

/** Reached on paper only: what is followed are names, and a name does not know what it is given. Each with what rules it out. */
export const ON_PAPER: readonly { code: RegExp; of: RegExp; because: string }[] = [
  { code: /\.not_found$/, of: /\.create$/, because: 'the verb has just made the record that it reads' },
  { code: /^estate\.not_found$/, of: /^(places|work-orders)\./, because: 'a foreign key holds the estate of a place' },
  {
    code: /^deputy\.not_allowed_now$/,
    of: /^deputies\.name$/,
    because: 'a new deputyship is planned, so it may begin',
  },
  { code: /^duty_sheet\.not_found$/, of: /^duty-sheets\.current$/, because: 'its id was read a moment before' },
  {
    code: /^duty_sheet\.(code_twice|event_unknown|line_unknown|not_found)$/,
    of: /^job-documents\.take$/,
    because: 'codes, lines and proofs of the draft are worked out by the program',
  },
  {
    code: /^sheet\./,
    of: /^job-documents\.create$/,
    because: 'what an archive is refused for is said in the words of documents',
  },
  { code: /^account\.not_found$/, of: /^staff\./, because: 'who has a name to sign in by has an account' },
  { code: /^staff\.superior_in_circle$/, of: /^staff\.create$/, because: 'nobody stands under a new person yet' },
  { code: /^(area|estate)\.code_taken$/, of: /\.restore$/, because: 'an archived record keeps its code' },
  { code: /^request\.not_found$/, of: /^(work-orders|return-visits)\./, because: 'a foreign key holds the request' },
  {
    code: /^request\.about_this_person$/,
    of: /^work-orders\./,
    because: 'only a verb that gives the sheet to somebody names a worker',
  },
  { code: /^request\.reason_unknown$/, of: /^(work-orders|return-visits)\./, because: 'only holding brings a reason' },
  {
    code: /^work_order\.price_unknown$/,
    of: /^work-orders\.refuse$/,
    because: 'coming out has no item in the price list',
  },
  { code: /^work_order\.wrong_trade$/, of: /^work-orders\.complete$/, because: 'a witness needs no trade' },
]

type Contracts = (noun: string, verb: string) => Pick<Endpoint, 'refuses'> | undefined

export function refusalFaults(code: Code, pairs: readonly Paired[], contractOf: Contracts): string[] {
  return pairs.flatMap(({ noun, verb, action }) => {
    const endpoint = contractOf(noun, verb)
    const name = `${noun}.${verb}`
    if (!endpoint) return [`${name}: no contract has it`]
    const reached = refusalsOf(code, action)
    const silent = [...reached].filter((one) => !endpoint.refuses.includes(one) && !isKnown(one, name))
    const never = endpoint.refuses.filter((one) => !reached.has(one) && !OF_ANY_CALL.test(one))
    return [
      ...silent.map((one) => `${name}: may refuse ${one}, which the contract does not list`),
      ...never.map((one) => `${name}: lists ${one}, which nothing throws`),
    ]
  })
}

const isKnown = (code: string, name: string) =>
  OF_ANY_CALL.test(code) || ON_PAPER.some((one) => one.code.test(code) && one.of.test(name))

/** Entries of `ON_PAPER` that excuse nothing any more. */
export function needlessExcuses(code: Code, pairs: readonly Paired[], contractOf: Contracts): string[] {
  const silent = pairs.flatMap(({ noun, verb, action }) =>
    [...refusalsOf(code, action)]
      .filter((one) => !contractOf(noun, verb)?.refuses.includes(one))
      .map((one) => ({ one, name: `${noun}.${verb}` })),
  )
  return ON_PAPER.filter(
    (excuse) => !silent.some(({ one, name }) => excuse.code.test(one) && excuse.of.test(name)),
  ).map(({ code: pattern, of }) => `${pattern} of ${of}`)
}

/** Every code that any of the sources may throw. */
export const allRefusals = (code: Code): Set<string> =>
  new Set(code.files.flatMap((file) => [...refusalsOf(code, file)]))
