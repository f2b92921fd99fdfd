// The record that a duty is about, as a link where it has a page.
import { nounOfKind } from '../../../../../platform/contract.ts'
import { DueChip } from '../../../../../ui/DueChip.tsx'
import { useHasPage } from '../../../../../ui/pages.ts'
import { To } from '../../../../../ui/To.tsx'
import { Code } from '../../../../../ui/values.tsx'
import { lookUp } from '../../../../../ui/words.ts'

type Recorded = { recordKind: string; recordId: string; recordNo: string | null }

export function RecordLink({ recordKind, recordId, recordNo }: Recorded) {
  const hasPage = useHasPage()
  const noun = nounOfKind(recordKind)
  const name = <Code>{recordNo ?? lookUp(noun, 'room') ?? recordKind}</Code>
  return hasPage(`/${noun}/$id`) ? <To href={`/${noun}/${recordId}`}>{name}</To> : name
}

export const RecordDue = ({ of }: { of: Recorded & { dueAt: string | null } }) => (
  <span className="duty-record">
    <RecordLink {...of} />
    {of.dueAt ? <DueChip due={of.dueAt} nearMinutes={240} /> : null}
  </span>
)
