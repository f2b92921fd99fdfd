// One version of a duty sheet: what it asks, what it changes, who has read it, and what may be done with it.
import { EditOutlined } from '@ant-design/icons'
import { useRead, useWrite } from '../../../../../ui/api.ts'
import { inLanguage } from '../../../../../ui/bilingual.ts'
import { FieldList } from '../../../../../ui/FieldList.tsx'
import { GoButton } from '../../../../../ui/GoButton.tsx'
import { Loaded } from '../../../../../ui/Loaded.tsx'
import { useMay } from '../../../../../ui/me.tsx'
import { Columns, PageHeader, Panel } from '../../../../../ui/Panel.tsx'
import { useGo, useRecordId } from '../../../../../ui/pages.ts'
import { Chip, StatusTag } from '../../../../../ui/StatusTag.tsx'
import { Timeline } from '../../../../../ui/Timeline.tsx'
import { To } from '../../../../../ui/To.tsx'
import { VerbBar } from '../../../../../ui/VerbBar.tsx'
import { useWords } from '../../../../../ui/words.ts'
import type { Sheet } from '../../contract/sheets.ts'
import { sheetLife } from '../../states.ts'
import { sheetApi } from '../calls.ts'
import '../duties.css'
import { sheetWords } from '../words.ts'
import { Acknowledge, Acknowledgements } from './Acknowledging.tsx'
import { Changes } from './Changes.tsx'
import { compared, type Written } from './comparing.ts'
import { Document } from './Document.tsx'
import { useEarlier } from './earlier.ts'
import { publishFields, sheetFields, tones } from './fields.tsx'

const ABOUT = ['effectiveOn', 'source', 'draftedByName', 'reviewedByName', 'publishedAt'] as const

export function DetailPage() {
  const sheet = useRead(sheetApi.get, { id: useRecordId() })
  return <Loaded of={sheet}>{(record) => <SheetView sheet={record} />}</Loaded>
}

function SheetView({ sheet }: { sheet: Sheet }) {
  const t = useWords(sheetWords)
  const { duties, status, version, events, note, returnReason } = sheet
  const { earlier, draftId } = useEarlier(sheet)
  const changes = earlier ? compared(earlier.duties, duties) : undefined
  const isNew = new Set(changes?.added.map(({ lineId }) => lineId))
  const isChanged = new Set(changes?.changed.map(({ after }) => after.lineId))
  const markOf = ({ lineId }: Written) => {
    if (isNew.has(lineId ?? '')) return <Chip tone="good">{t('hints.new')}</Chip>
    return isChanged.has(lineId ?? '') ? <Chip tone="warn">{t('hints.changed')}</Chip> : null
  }
  return (
    <>
      <PageHeader
        title={`${inLanguage(sheet.postTitle, sheet.postTitleEn)} · ${t('room')}`}
        tags={
          <>
            <span className="quiet">{t('hints.version', { version })}</span>
            <StatusTag of={sheetWords} state={status} tones={tones} />
          </>
        }
        line={<Line sheet={sheet} />}
        back="/duty-sheets"
        actions={<Verbs sheet={sheet} draftId={draftId} />}
      />
      <Acknowledge sheet={sheet} />
      <Columns
        main={
          <>
            {returnReason ? <p className="duty-returned">{t('hints.returned', { reason: returnReason })}</p> : null}
            {note ? <p className="duty-note">{note}</p> : null}
            {changes && earlier ? (
              <Changes
                title={t(earlier.status === 'published' ? 'page.changes' : 'page.changesBefore', {
                  version: earlier.version,
                })}
                changes={changes}
              />
            ) : null}
            <Panel title={`${t('page.duties')} · ${t('hints.items', { count: duties.length })}`} flush>
              <Document duties={duties} markOf={markOf} />
            </Panel>
          </>
        }
        side={
          <>
            <Acknowledgements sheet={sheet} />
            <Panel title={t('page.about')}>
              <FieldList fields={sheetFields} of={ABOUT} record={aboutOf(sheet)} columns={2} />
            </Panel>
            <Panel title={t('page.history')}>
              <Timeline events={events} newestFirst />
            </Panel>
          </>
        }
      />
    </>
  )
}
const aboutOf = ({ duties, ...sheet }: Sheet) => ({ ...sheet, duties: duties.length, reason: '', from: '' })

type PartProps = { sheet: Sheet; draftId: string | null }
function Line({ sheet: { postId, duties, proven } }: Pick<PartProps, 'sheet'>) {
  const t = useWords(sheetWords)
  return (
    <>
      {t('hints.proven', { proven, total: duties.length })} · <To href={`/posts/${postId}`}>{t('fields.postTitle')}</To>
    </>
  )
}

/** `revise` is no verb of the record: it makes the next one. */
function Verbs({ sheet, draftId }: PartProps) {
  const t = useWords(sheetWords)
  const go = useGo()
  const mayDraft = useMay('duty-sheets.create')
  const revising = useWrite(sheetApi.create)
  const revise = async () => {
    const made = await revising.run({ postId: sheet.postId, from: 'current' })
    if (made) go(`/duty-sheets/${made.id}/edit`)
  }
  if (sheet.status === 'published') {
    if (!mayDraft) return null
    return draftId ? (
      <GoButton href={`/duty-sheets/${draftId}`}>{t('hints.draftThere')}</GoButton>
    ) : (
      <VerbBar
        record={{ ...sheet, can: [...sheet.can, 'revise'] }}
        api={sheetApi}
        words={sheetWords}
        verbs={{ revise: { icon: <EditOutlined />, run: () => void revise() } }}
        sticky={false}
      />
    )
  }
  if (sheet.status !== 'draft' && sheet.status !== 'in_review') return null
  return (
    <VerbBar
      record={sheet}
      api={sheetApi}
      words={sheetWords}
      life={sheetLife}
      first={sheet.status === 'draft' ? 'submit' : 'publish'}
      verbs={{
        submit: { confirm: true, hidden: sheet.status !== 'draft' },
        publish: { fields: publishFields, of: ['effectiveOn'], hidden: sheet.status !== 'in_review' },
        change: { open: ({ id }) => `/duty-sheets/${id}/edit`, hidden: sheet.status !== 'draft' },
        return: { fields: sheetFields, of: ['reason'], hidden: sheet.status !== 'in_review' },
        withdraw: { danger: true, fields: sheetFields, of: ['reason'] },
      }}
    />
  )
}
