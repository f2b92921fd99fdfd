// On the page of a post: its duties in force.
import { EditOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useRead, useWrite } from '../../../../../ui/api.ts'
import { EmptyState } from '../../../../../ui/EmptyState.tsx'
import { Loaded } from '../../../../../ui/Loaded.tsx'
import { useMay } from '../../../../../ui/me.tsx'
import { Panel } from '../../../../../ui/Panel.tsx'
import { useGo } from '../../../../../ui/pages.ts'
import { To } from '../../../../../ui/To.tsx'
import { useWords } from '../../../../../ui/words.ts'
import { sheetApi } from '../calls.ts'
import '../duties.css'
import { sheetWords } from '../words.ts'
import { Document } from './Document.tsx'

export function PostDuties({ recordId }: { recordId: string }) {
  const t = useWords(sheetWords)
  const current = useRead(sheetApi.current, { postId: recordId })
  return (
    <Loaded of={current}>
      {({ sheet, draftId }) => (
        <Panel
          title={sheet ? `${t('page.ofPost')} · ${t('hints.items', { count: sheet.duties.length })}` : t('page.ofPost')}
          extra={
            <>
              {draftId ? <To href={`/duty-sheets/${draftId}`}>{t('hints.draftThere')}</To> : null}
              {sheet ? (
                <To href={`/duty-sheets/${sheet.id}`}>
                  {t('room')} · {t('hints.version', { version: sheet.version })}
                </To>
              ) : null}
            </>
          }
          flush
        >
          {sheet ? <Document duties={sheet.duties} /> : <NoSheet postId={recordId} isDrafted={draftId !== null} />}
        </Panel>
      )}
    </Loaded>
  )
}

function NoSheet({ postId, isDrafted }: { postId: string; isDrafted: boolean }) {
  const t = useWords(sheetWords)
  const go = useGo()
  const mayDraft = useMay('duty-sheets.create')
  const drafting = useWrite(sheetApi.create)
  const draft = async () => {
    const made = await drafting.run({ postId, from: 'nothing' })
    if (made) go(`/duty-sheets/${made.id}/edit`)
  }
  return (
    <EmptyState
      title={t('hints.noSheet')}
      hint={t('hints.noSheetHint')}
      action={
        mayDraft && !isDrafted ? (
          <Button type="primary" icon={<EditOutlined />} loading={drafting.running} onClick={() => void draft()}>
            {t('verbs.create')}
          </Button>
        ) : null
      }
    />
  )
}
