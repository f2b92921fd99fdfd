// The settings of approvals: who agrees to what, and what each post decides by itself.
import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { yuanOf } from '../../../../platform/money.ts'
import { apiOf, useRead, useWrite } from '../../../../ui/api.ts'
import { ask } from '../../../../ui/ask.ts'
import { inLanguage } from '../../../../ui/bilingual.ts'
import { Drawer } from '../../../../ui/Drawer.tsx'
import { EntityForm } from '../../../../ui/EntityForm.tsx'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { PageHeader, Panel } from '../../../../ui/Panel.tsx'
import { RowsTable } from '../../../../ui/RowsTable.tsx'
import { say, useWords } from '../../../../ui/words.ts'
import { type ApprovalRule, type AuthorityLimit, approvalRules } from '../contract/rules.ts'
import { limitFieldsOf, type Post, ruleFieldsOf } from './rule-fields.tsx'
import { ruleWords } from './words.ts'

const api = apiOf(approvalRules)

export function RulesPage() {
  const t = useWords(ruleWords)
  const found = useRead(api.list, {})
  return (
    <>
      <PageHeader title={t('title')} line={t('line')} />
      <Loaded of={found}>
        {({ rules, limits, posts }) => (
          <>
            <Rules rules={rules} posts={posts} />
            <Limits limits={limits} posts={posts} />
          </>
        )}
      </Loaded>
    </>
  )
}

const limitWords = ({ upToFen, upToDays }: { upToFen: number | null; upToDays: number | null }) => {
  const bounds = [
    ...(upToFen === null ? [] : [say(ruleWords, 'upToYuan', { sum: yuanOf(upToFen) })]),
    ...(upToDays === null ? [] : [say(ruleWords, 'upToDays', { count: upToDays })]),
  ]
  return bounds.length > 0 ? bounds.join('、') : say(ruleWords, 'unlimited')
}

type Parts = { posts: readonly Post[] }
function Rules({ rules, posts }: Parts & { rules: readonly ApprovalRule[] }) {
  const t = useWords(ruleWords)
  const [open, setOpen] = useState<Partial<ApprovalRule>>()
  const removing = useWrite(api.removeRule)
  const fields = ruleFieldsOf(posts)
  const remove = async ({ id }: ApprovalRule) => {
    if (await ask({ title: t('removeSure'), danger: true })) await removing.run({ id })
  }
  return (
    <Panel title={t('rules')} extra={<Add onClick={() => setOpen({ timeoutHours: 48 })} />} flush>
      <RowsTable
        label={t('rules')}
        fields={fields}
        columns={['kind', 'limit', 'steps', 'timeoutHours']}
        rows={rules.map((rule) => ({ ...rule, limit: limitWords(rule) }))}
        rowActions={(rule) => <Change onChange={() => setOpen(rule)} onRemove={() => void remove(rule)} />}
      />
      <Drawer title={t('rules')} open={open !== undefined} onClose={() => setOpen(undefined)}>
        <EntityForm
          key={open?.id ?? 'new'}
          write={api.saveRule}
          fields={fields}
          of={['kind', 'upToFen', 'upToDays', 'steps', 'timeoutHours']}
          first={{ ...open }}
          submit={t('verbs.saveRule')}
          guarded={false}
          onCancel={() => setOpen(undefined)}
          onDone={() => setOpen(undefined)}
        />
      </Drawer>
    </Panel>
  )
}

function Limits({ limits, posts }: Parts & { limits: readonly AuthorityLimit[] }) {
  const t = useWords(ruleWords)
  const [open, setOpen] = useState<Partial<AuthorityLimit>>()
  const removing = useWrite(api.removeLimit)
  const fields = limitFieldsOf(posts)
  const remove = async ({ id }: { id: string }) => {
    if (await ask({ title: t('removeSure'), danger: true })) await removing.run({ id })
  }
  return (
    <Panel title={t('limits')} extra={<Add onClick={() => setOpen({})} />} flush>
      <RowsTable
        label={t('limits')}
        fields={fields}
        columns={['kind', 'postTitle', 'limit']}
        rows={limits.map((limit) => ({
          ...limit,
          postTitle: inLanguage(limit.postTitle, limit.postTitleEn),
          limit: limitWords(limit),
        }))}
        rowActions={(limit) => <Change onChange={() => setOpen(limit)} onRemove={() => void remove(limit)} />}
      />
      <Drawer title={t('limits')} open={open !== undefined} onClose={() => setOpen(undefined)}>
        <EntityForm
          key={open?.id ?? 'new'}
          write={api.saveLimit}
          fields={fields}
          of={['kind', 'postId', 'upToFen', 'upToDays']}
          first={{ ...open }}
          submit={t('verbs.saveLimit')}
          guarded={false}
          onCancel={() => setOpen(undefined)}
          onDone={() => setOpen(undefined)}
        />
      </Drawer>
    </Panel>
  )
}

function Add({ onClick }: { onClick(): void }) {
  const t = useWords(ruleWords)
  return (
    <Button icon={<PlusOutlined />} onClick={onClick}>
      {t('add')}
    </Button>
  )
}

function Change({ onChange, onRemove }: { onChange(): void; onRemove(): void }) {
  const t = useWords(ruleWords)
  return (
    <>
      <Button size="small" type="text" onClick={onChange}>
        {t('edit')}
      </Button>
      <Button size="small" type="text" danger onClick={onRemove}>
        {t('verbs.removeRule')}
      </Button>
    </>
  )
}
