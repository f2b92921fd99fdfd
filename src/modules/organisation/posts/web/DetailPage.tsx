// One post: what it may do, and who holds it.
import { CloseOutlined } from '@ant-design/icons'
import { Tag } from 'antd'
import { apiOf, useRead, useWrite } from '../../../../ui/api.ts'
import { ask } from '../../../../ui/ask.ts'
import { inLanguage } from '../../../../ui/bilingual.ts'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { Columns, PageHeader, Panel } from '../../../../ui/Panel.tsx'
import { useRecordId } from '../../../../ui/pages.ts'
import { StatusTag } from '../../../../ui/StatusTag.tsx'
import { Slot } from '../../../../ui/slots.tsx'
import { Timeline, type TimelineEvent } from '../../../../ui/Timeline.tsx'
import { To } from '../../../../ui/To.tsx'
import { VerbBar } from '../../../../ui/VerbBar.tsx'
import { useWords } from '../../../../ui/words.ts'
import { type Post, posts } from '../contract.ts'
import { postLife } from '../states.ts'
import { KindChip, postFields, tones } from './fields.tsx'
import { nounWord, partsOf, permissionWord, verbWord } from './permissions.ts'
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
            tags={
              <>
                <KindChip kind={record.kind} />
                <StatusTag of={words} state={record.status} tones={tones} />
              </>
            }
            line={<Line post={record} />}
            back="/posts"
            actions={<Verbs record={record} />}
          />
          <Columns
            main={<Slot name="post.duties" recordId={record.id} />}
            side={
              <>
                {record.kind === 'post' ? <GrantsOf post={record} /> : null}
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
  const { id, kind, departmentKind, reportsToId, reportsToTitle, reportsToTitleEn, holders } = post
  const line = t(`departmentKinds.${departmentKind}`)
  if (kind === 'family') return `${line} · ${t('hints.nobodyHolds')}`
  return (
    <>
      {line} · {t('fields.reportsToTitle')}{' '}
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
  const mayRevoke = post.can.includes('revoke')
  const revoke = async (permission: string) => {
    const title = t('hints.revokeSure', { permission: permissionWord(permission) })
    if (await ask({ title, yes: t('verbs.revoke') })) await revoking.run({ id: post.id, permission })
  }
  const grants = post.grants.map((grant) => ({ ...grant, ...partsOf(grant.permission) }))
  const nouns = [...new Set(grants.map(({ noun }) => noun))]
  return (
    <Panel
      title={`${t('page.grants')} · ${t('hints.total', { count: grants.length })}`}
      extra={mayRevoke ? <To href="/posts/grants">{t('page.matrix')}</To> : null}
    >
      {grants.length === 0 ? <EmptyState title={t('hints.noGrants')} hint={t('hints.noGrantsHint')} /> : null}
      <dl className="post-grants">
        {nouns.map((noun) => (
          <div key={noun}>
            <dt>{nounWord(noun)}</dt>
            <dd>
              {grants
                .filter((grant) => grant.noun === noun)
                .map(({ permission, verb, reach }) => (
                  <Tag
                    key={permission}
                    className={`grants-${reach}`}
                    variant="filled"
                    title={t(`reachHints.${reach}`)}
                    closable={mayRevoke}
                    closeIcon={<CloseOutlined aria-label={`${t('verbs.revoke')} ${permissionWord(permission)}`} />}
                    onClose={(event) => {
                      event.preventDefault()
                      void revoke(permission)
                    }}
                  >
                    {verbWord(noun, verb)} <span className="post-grant-reach">{t(`reaches.${reach}`)}</span>
                  </Tag>
                ))}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}

/** The ledger keeps the permission; the page says it in words. */
function worded(event: TimelineEvent): TimelineEvent {
  const { details } = event
  if (typeof details !== 'object' || details === null || !('permission' in details)) return event
  return { ...event, details: { ...details, permission: permissionWord(String(details.permission)) } }
}
