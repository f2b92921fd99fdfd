// What makes a duty sheet sound.
import { Refusal } from '../../../../platform/refusal.ts'
import type { DutyDraft } from '../contract/sheets.ts'
import { eventNamesOf } from './evidence.ts'

export function mustDifferInCode(duties: readonly Pick<DutyDraft, 'code'>[]) {
  const seen = new Set<string>()
  for (const { code } of duties) {
    if (seen.has(code)) throw new Refusal('duty_sheet.code_twice', { code })
    seen.add(code)
  }
}

/** A duty continues one of the same post, once. */
export function mustContinueOwn(duties: readonly Pick<DutyDraft, 'lineId' | 'code'>[], lines: readonly string[]) {
  const left = new Set(lines)
  for (const { lineId, code } of duties) {
    if (lineId && !left.delete(lineId)) throw new Refusal('duty_sheet.line_unknown', { code })
  }
}

/** A proof may only ask for what some room really records; else it would wait for ever. */
export function mustBeKnownEvents(duties: readonly Pick<DutyDraft, 'proofs'>[], known: ReadonlySet<string>) {
  for (const event of duties.flatMap(({ proofs }) => proofs.flatMap(eventNamesOf))) {
    if (!known.has(event)) throw new Refusal('duty_sheet.event_unknown', { event })
  }
}

/** Nobody reviews what he drafted. */
export function mustBeAnother(user: { id: string }, { draftedById }: { draftedById: string | null }) {
  if (draftedById === user.id) throw new Refusal('duty_sheet.own_draft')
}
