// How job-responsibility documents show in their list.
import { apiOf } from '../../../../ui/api.ts'
import { textArea } from '../../../../ui/controls.tsx'
import { anyOf, fieldsOf } from '../../../../ui/fields.tsx'
import { optionsOf } from '../../../../ui/options.ts'
import { StatusTag, type Tone } from '../../../../ui/StatusTag.tsx'
import { When } from '../../../../ui/values.tsx'
import { useWords } from '../../../../ui/words.ts'
import { type JobDocumentRow, jobDocuments } from '../contract.ts'
import { STATES, type State } from '../states.ts'
import { words } from './words.ts'

export const api = apiOf(jobDocuments)
export const tones = { read: 'waiting', taken: 'good', discarded: 'neutral' } as const satisfies Record<State, Tone>

export const fields = fieldsOf<JobDocumentRow & { reason: string }>()(words, {
  name: { column: { grow: true, phone: 'title' } },
  kind: { column: { width: 80 }, show: (kind) => <KindWord kind={kind} /> },
  posts: { column: { width: 80, align: 'right' } },
  duties: { column: { width: 80, align: 'right' } },
  readByName: { column: { width: 110 } },
  readAt: { column: { width: 150, sort: true }, show: (at) => <When at={at} /> },
  settledByName: { column: { width: 110, phone: 'hide' }, show: (name) => name ?? '—' },
  status: {
    column: { width: 100, phone: 'aside' },
    show: (status) => <StatusTag of={words} state={status} tones={tones} />,
    filter: anyOf(optionsOf(words, 'states', STATES)),
  },
  reason: { control: textArea({ max: 300 }), required: true },
})

function KindWord({ kind }: { kind: JobDocumentRow['kind'] }) {
  const t = useWords(words)
  return t(`kinds.${kind}`)
}
