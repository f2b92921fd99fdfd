// How duty sheets show and what their verbs ask for.
import { inLanguage } from '../../../../../ui/bilingual.ts'
import { choice, day, textArea } from '../../../../../ui/controls.tsx'
import { anyOf, fieldsOf, filterBy } from '../../../../../ui/fields.tsx'
import { optionsOf } from '../../../../../ui/options.ts'
import { StatusTag, type Tone } from '../../../../../ui/StatusTag.tsx'
import { When } from '../../../../../ui/values.tsx'
import { useWords } from '../../../../../ui/words.ts'
import { postChoice } from '../../../posts/web/choosing.tsx'
import type { SheetRow } from '../../contract/sheets.ts'
import { STATES, type State } from '../../states.ts'
import { sheetWords } from '../words.ts'
import type { Written } from './comparing.ts'

export const tones = {
  draft: 'waiting',
  in_review: 'warn',
  published: 'good',
  replaced: 'neutral',
  withdrawn: 'neutral',
} as const satisfies Record<State, Tone>

export type Typed = { reason: string; note: string; from: string }
export const sheetFields = fieldsOf<SheetRow & Typed>()(sheetWords, {
  postId: { control: postChoice(), filter: filterBy(postChoice()) },
  postTitle: {
    column: { grow: true, phone: 'title' },
    show: (title, row) => inLanguage(title, row.postTitleEn),
  },
  version: { column: { width: 84 }, show: (version) => <Version of={version} /> },
  status: {
    column: { width: 92, phone: 'aside' },
    show: (status) => <StatusTag of={sheetWords} state={status} tones={tones} />,
    filter: anyOf(optionsOf(sheetWords, 'states', STATES)),
  },
  duties: { column: { width: 72, align: 'right' } },
  proven: { column: { width: 100, align: 'right', phone: 'hide' } },
  source: { column: { width: 110, hidden: true }, show: (source) => <Source of={source} /> },
  effectiveOn: { column: { width: 110 } },
  acknowledged: { column: { width: 84, align: 'right' }, show: (_, row) => <Acknowledged of={row} /> },
  draftedByName: { column: { width: 100, phone: 'hide' } },
  reviewedByName: {},
  publishedAt: { show: (at) => <When at={at} absolute /> },
  note: { control: textArea({ max: 500, rows: 2 }) },
  reason: { control: textArea({ max: 300, rows: 3 }) },
  from: { control: choice(optionsOf(sheetWords, 'starts', ['current', 'nothing']), { clearable: false }) },
})
/** A day of its own, because the column above only shows it. */
export const publishFields = fieldsOf<{ effectiveOn: string }>()(sheetWords, {
  effectiveOn: { control: day(), help: 'hints.fromTheDay' },
})

export function Version({ of }: { of: number }) {
  const t = useWords(sheetWords)
  return t('hints.version', { version: of })
}
function Source({ of }: { of: SheetRow['source'] }) {
  const t = useWords(sheetWords)
  return t(`sources.${of}`)
}
function Acknowledged({ of: { acknowledged, toAcknowledge } }: { of: SheetRow }) {
  const t = useWords(sheetWords)
  if (toAcknowledge === 0) return <span className="quiet">—</span>
  return t('hints.acknowledgedOf', { given: acknowledged, asked: toAcknowledge })
}

/** The fields of one duty, for their labels. */
export const changeFields = fieldsOf<Written>()(sheetWords, {
  code: {},
  text: {},
  textEn: {},
  cadence: {},
  capability: {},
  measure: {},
  measureEn: {},
  proofs: {},
  shown: {},
})
