// What every post may do, side by side: one room of the program at a time, each cell a grant that can be changed.
import { Button, Dropdown, Select } from 'antd'
import { useState } from 'react'
import { REACHES, type Reach } from '../../../../platform/access.ts'
import { apiOf, useRead, useWrite } from '../../../../ui/api.ts'
import { inLanguage } from '../../../../ui/bilingual.ts'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { PageHeader } from '../../../../ui/Panel.tsx'
import { usePhone } from '../../../../ui/phone.ts'
import { To } from '../../../../ui/To.tsx'
import { useWords } from '../../../../ui/words.ts'
import { DEPARTMENT_KINDS, type PostRow, posts } from '../contract.ts'
import { nounWord, type Permission, permissionWord, verbWord } from './permissions.ts'
import { words } from './words.ts'
import './posts.css'

const api = apiOf(posts)
type Given = ReadonlyMap<string, Reach>
const cellOf = (postId: string, permission: string) => `${postId} ${permission}`

export function GrantsPage() {
  const t = useWords(words)
  const permissions = useRead(api.permissions, {})
  const list = useRead(api.list, { kind: ['post'], limit: 200 })
  const grants = useRead(api.grants, {})
  const given: Given = new Map(grants.data?.items.map((one) => [cellOf(one.postId, one.permission), one.reach]))
  return (
    <>
      <PageHeader title={t('page.matrix')} line={t('hints.matrix')} />
      <Loaded of={permissions}>
        {({ items }) => (
          <Loaded of={list}>{(found) => <Matrix permissions={items} rows={found.items} given={given} />}</Loaded>
        )}
      </Loaded>
    </>
  )
}

type MatrixProps = { permissions: readonly Permission[]; rows: readonly PostRow[]; given: Given }
function Matrix({ permissions, rows, given }: MatrixProps) {
  const t = useWords(words)
  const phone = usePhone()
  const nouns = [...new Set(permissions.map(({ noun }) => noun))]
  const [noun, setNoun] = useState(nouns.includes('requests') ? 'requests' : nouns[0])
  const [postId, setPostId] = useState(rows[0]?.id)
  const shown = permissions.filter((permission) => permission.noun === noun)
  const lines = DEPARTMENT_KINDS.filter((kind) => rows.some(({ departmentKind }) => departmentKind === kind))
  const [line, setLine] = useState<PostRow['departmentKind']>()
  const columns = rows.filter((row) => (phone ? row.id === postId : !line || row.departmentKind === line))
  return (
    <div className="grants">
      <div className="grants-choose">
        <Select
          aria-label={t('fields.permission')}
          value={noun ?? null}
          showSearch={{ optionFilterProp: 'label' }}
          options={nouns.map((one) => ({ value: one, label: nounWord(one) }))}
          onChange={(next: string) => setNoun(next)}
        />
        {phone ? (
          <Select
            aria-label={t('hints.choosePost')}
            value={postId ?? null}
            options={rows.map(({ id, title, titleEn }) => ({ value: id, label: inLanguage(title, titleEn) }))}
            onChange={(next: string) => setPostId(next)}
          />
        ) : (
          <Select
            aria-label={t('fields.departmentKind')}
            value={line ?? null}
            allowClear
            placeholder={t('hints.everyLine')}
            options={lines.map((one) => ({ value: one, label: t(`departmentKinds.${one}`) }))}
            onChange={(next: PostRow['departmentKind'] | undefined) => setLine(next)}
          />
        )}
      </div>
      <div className="grants-scroll">
        <table className="grants-table">
          <thead>
            <tr>
              <th scope="col">{noun ? nounWord(noun) : null}</th>
              {columns.map(({ id, title, titleEn }) => (
                <th key={id} scope="col">
                  <To href={`/posts/${id}`}>{inLanguage(title, titleEn)}</To>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ permission, verb }) => (
              <tr key={permission}>
                <th scope="row">{verbWord(noun ?? '', verb)}</th>
                {columns.map((post) => (
                  <td key={post.id}>
                    <Cell post={post} permission={permission} reach={given.get(cellOf(post.id, permission))} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

type CellProps = { post: PostRow; permission: string; reach: Reach | undefined }
function Cell({ post, permission, reach }: CellProps) {
  const t = useWords(words)
  const granting = useWrite(api.grant)
  const revoking = useWrite(api.revoke)
  const word = reach ? t(`reaches.${reach}`) : '·'
  if (!post.can.includes('grant')) return <span className="quiet">{word}</span>
  const choose = (key: string) => {
    const wanted = REACHES.find((one) => one === key)
    if (wanted) void granting.run({ id: post.id, permission, reach: wanted })
    else void revoking.run({ id: post.id, permission })
  }
  const items = [
    ...REACHES.map((one) => ({
      key: one,
      label: <Choice title={t(`reaches.${one}`)} hint={t(`reachHints.${one}`)} />,
    })),
    ...(reach ? [{ key: 'none', danger: true, label: t('verbs.revoke') }] : []),
  ]
  return (
    <Dropdown
      trigger={['click']}
      menu={{ items, selectedKeys: reach ? [reach] : [], onClick: ({ key }) => choose(key) }}
    >
      <Button
        size="small"
        type="text"
        className={reach ? `grants-cell grants-${reach}` : 'grants-cell'}
        loading={granting.running || revoking.running}
        aria-label={[
          inLanguage(post.title, post.titleEn),
          permissionWord(permission),
          reach ? word : t('hints.none'),
        ].join(' ')}
      >
        {word}
      </Button>
    </Dropdown>
  )
}

const Choice = ({ title, hint }: { title: string; hint: string }) => (
  <span>
    {title} <span className="quiet">{hint}</span>
  </span>
)
