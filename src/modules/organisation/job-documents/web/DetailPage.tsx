// One document: the review while it is to be checked, afterwards what became of it.
import { useRead } from '../../../../ui/api.ts'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { Columns, PageHeader, Panel } from '../../../../ui/Panel.tsx'
import { useRecordId } from '../../../../ui/pages.ts'
import { StatusTag } from '../../../../ui/StatusTag.tsx'
import { Timeline } from '../../../../ui/Timeline.tsx'
import { To } from '../../../../ui/To.tsx'
import { attachmentUrl } from '../../../../ui/uploads.ts'
import { VerbBar } from '../../../../ui/VerbBar.tsx'
import { When } from '../../../../ui/values.tsx'
import { useWords } from '../../../../ui/words.ts'
import type { JobDocument } from '../contract.ts'
import { life } from '../states.ts'
import { api, fields, tones } from './fields.tsx'
import { Board } from './review/Board.tsx'
import { draftOf } from './review/draft.ts'
import { marksOf } from './review/reviewing.ts'
import { SourceText } from './review/SourceText.tsx'
import { words } from './words.ts'
import './job-documents.css'

export function DetailPage() {
  const document = useRead(api.get, { id: useRecordId() })
  return <Loaded of={document}>{(record) => <DocumentView key={record.id} document={record} />}</Loaded>
}

function DocumentView({ document }: { document: JobDocument }) {
  const { name, status, readAt, readByName, attachmentId } = document
  const from = attachmentId ? (
    <a href={attachmentUrl(attachmentId)} target="_blank" rel="noreferrer">
      {name}
    </a>
  ) : null
  return (
    <>
      <PageHeader
        title={name}
        tags={<StatusTag of={words} state={status} tones={tones} />}
        line={
          <>
            {readByName} · <When at={readAt} /> {from ? <>· {from}</> : null}
          </>
        }
        back="/job-documents"
        actions={
          <VerbBar
            record={document}
            api={api}
            words={words}
            life={life}
            sticky={false}
            verbs={{ discard: { danger: true, fields, of: ['reason'], hidden: status !== 'read' } }}
          />
        }
      />
      {status === 'read' ? <Board document={document} /> : <Settled document={document} />}
    </>
  )
}

function Settled({ document }: { document: JobDocument }) {
  const t = useWords(words)
  const { drafts, discardReason, events, text } = document
  return (
    <Columns
      main={
        <>
          {drafts.length > 0 ? (
            <Panel title={t('page.drafts')}>
              <p>{t('review.taken', { count: drafts.length })}</p>
              <ul className="jd-drafts">
                {drafts.map(({ sheetId, postTitle, duties, isNew }) => (
                  <li key={sheetId}>
                    <To href={`/duty-sheets/${sheetId}`}>
                      {postTitle}
                      {isNew ? t('review.newMark') : ''}
                    </To>
                    <span className="quiet">{t('review.draftOf', { count: duties })}</span>
                  </li>
                ))}
              </ul>
            </Panel>
          ) : null}
          {discardReason ? <Panel title={t('fields.reason')}>{discardReason}</Panel> : null}
          <Panel title={t('page.text')}>
            <SourceText text={text} marks={marksOf(draftOf(document, false))} />
          </Panel>
        </>
      }
      side={
        <Panel title={t('page.history')}>
          <Timeline events={events} newestFirst />
        </Panel>
      }
    />
  )
}
