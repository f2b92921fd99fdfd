// What a check or a remark must say.
import { Refusal } from '../../../../platform/refusal.ts'

export function mustSayEnough({
  kind,
  result,
  note,
}: {
  kind: string
  result?: string | null | undefined
  note: string
}) {
  if (kind === 'check' && !result) throw new Refusal('duty.check_without_result')
  if (kind === 'remark' && note === '') throw new Refusal('duty.remark_without_note')
  if (result === 'mend' && note === '') throw new Refusal('duty.remark_without_note')
}
