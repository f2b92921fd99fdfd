// One post: its duties with their measures, what it may do, and who holds it.
import { Button } from 'antd'
import { apiOf, useRead, useWrite } from '../../../../ui/api.ts'
import { ask } from '../../../../ui/ask.ts'
import { inLanguage } from '../../../../ui/bilingual.ts'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { Columns, PageHeader, Panel } from '../../../../ui/Panel.tsx'
import { useRecordId } from '../../../../ui/pages.ts'
import { RowsTable } from '../../../../ui/RowsTable.tsx'
import { StatusTag } from '../../../../ui/StatusTag.tsx'
import { Timeline, type TimelineEvent } from '../../../../ui/Timeline.tsx'
import { To } from '../../../../ui/To.tsx'
import { VerbBar } from '../../../../ui/VerbBar.tsx'
import { useWords } from '../../../../ui/words.ts'
import { type Post, posts } from '../contract.ts'
import { postLife } from '../states.ts'
import { dutyFields, grantFields, postFields, tones } from './fields.tsx'
import { permissionWord } from './permissions.ts'
import { words } from './words.ts'
import './posts.css'

const api = apiOf(posts)

export function DetailPage() {
  const id = useRecordId()
  const t = useWords(words)
  const post = useRead(api.get, { id })
  return (
    <Loaded of={post}>
      {(record) => (
        <>
          <PageHeader
            title={inLanguage(record.title, record.titleEn)}
            tags={<StatusTag of={words} state={record.status} tones={tones} />}
            line={<Line post={record} />}
            back="/posts"
            actions={<Verbs record={record} />}
          />
          <Columns
            main={
              <Panel title={`${t('page.duties')} · ${t('hints.total', { count: record.duties.length })}`} flush>
                <RowsTable
                  label={t('page.duties')}
                  fields={dutyFields}
                  columns={['code', 'text', 'cadence', 'measure']}
                  rows={record.duties}
                  relaxed
                  empty={<EmptyState title={t('hints.noDuties')} hint={t('hints.noDutiesHint')} />}
                />
              </Panel>
            }
            side={
              <>
                <GrantsOf post={record} />
                <Panel title={t('page.history')}>
                  <Timeline events={record.events.map(worded)} newestFirst />
                </Panel>
              </>
            }
          />
        </>
      )}
    </Loaded>
  )
}

function Line({ post }: { post: Post }) {
  const t = useWords(words)
  const { id, departmentKind, reportsToId, reportsToTitle, reportsToTitleEn, holders } = post
  return (
    <>
      {t(`departmentKinds.${departmentKind}`)} · {t('fields.reportsToTitle')}{' '}
      {reportsToId && reportsToTitle ? (
        <To href={`/posts/${reportsToId}`}>{inLanguage(reportsToTitle, reportsToTitleEn)}</To>
      ) : (
        t('hints.none')
      )}{' '}
      · {t('fields.holders')} <To href={`/staff?postId=${id}`}>{t('hints.people', { count: holders })}</To>
    </>
  )
}

function Verbs({ record }: { record: Post }) {
  return (
    <VerbBar
      record={record}
      api={api}
      words={words}
      life={postLife}
      verbs={{
        grant: { fields: postFields, of: ['permission', 'reach'], first: () => ({ reach: 'estate' }) },
        change: {
          fields: postFields,
          of: ['title', 'titleEn', 'departmentKind', 'reportsToId'],
          first: ({ title, titleEn, departmentKind, reportsToId }) => ({ title, titleEn, departmentKind, reportsToId }),
        },
        archive: { danger: true, fields: postFields, of: ['reason'] },
        restore: { confirm: true },
      }}
    />
  )
}

function GrantsOf({ post }: { post: Post }) {
  const t = useWords(words)
  const revoking = useWrite(api.revoke)
  const revoke = async (permission: string) => {
    const sure = await ask({ title: `${t('verbs.revoke')} ${permissionWord(permission)}`, yes: t('verbs.revoke') })
    if (sure) await revoking.run({ id: post.id, permission })
  }
  const rows = post.grants.toSorted((a, b) => a.permission.localeCompare(b.permission))
  return (
    <Panel title={`${t('page.grants')} · ${t('hints.total', { count: rows.length })}`} flush>
      <div className="post-grants">
        <RowsTable
          label={t('page.grants')}
          fields={grantFields}
          columns={['permission', 'reach']}
          rows={rows.map((row) => ({ ...row, id: row.permission }))}
          empty={<EmptyState title={t('hints.noGrants')} hint={t('hints.noGrantsHint')} />}
          rowActions={
            post.can.includes('revoke')
              ? ({ permission }) => (
                  <Button size="small" type="text" onClick={() => void revoke(permission)}>
                    {t('verbs.revoke')}
                  </Button>
                )
              : undefined
          }
        />
      </div>
    </Panel>
  )
}

/** The ledger keeps the permission; the page says it in words. */
function worded(event: TimelineEvent): TimelineEvent {
  const { details } = event
  if (typeof details !== 'object' || details === null || !('permission' in details)) return event
  return { ...event, details: { ...details, permission: permissionWord(String(details.permission)) } }
}
