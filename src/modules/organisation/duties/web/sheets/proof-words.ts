// A way of counting in one phrase: what it is called, whose, how often or by when.
import { say } from '../../../../../ui/words.ts'
import type { Counted, Limit } from '../../contract/proof.ts'
import { sheetWords } from '../words.ts'

export function proofWords(proof: Counted, name: string | undefined): string {
  const amount = proof.kind === 'cadence' ? timesWords(proof) : limitWords(proof.limit)
  return [name ?? proof.of, say(sheetWords, `credits.${proof.credit}`), amount].filter(Boolean).join(' · ')
}

const timesWords = ({ times, per }: Extract<Counted, { kind: 'cadence' }>) =>
  say(sheetWords, 'hints.times', { per: say(sheetWords, `spells.${per}`), times })

function limitWords(limit: Limit | null): string {
  if (limit === null) return say(sheetWords, 'limits.noneOf')
  if ('hours' in limit) return say(sheetWords, 'limits.hoursOf', { count: limit.hours })
  if ('workingDays' in limit) {
    return limit.workingDays === 0
      ? say(sheetWords, 'limits.sameDay')
      : say(sheetWords, 'limits.daysOf', { count: limit.workingDays })
  }
  return say(sheetWords, 'limits.ownOf')
}
