// Tokens for other programs: which there are, when each was last used, a new one shown once, and taking one back.
import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { useWrite } from '../../../ui/api.ts'
import { ask } from '../../../ui/ask.ts'
import { Drawer } from '../../../ui/Drawer.tsx'
import { EntityForm } from '../../../ui/EntityForm.tsx'
import { EntityTable } from '../../../ui/EntityTable.tsx'
import { useMay } from '../../../ui/me.tsx'
import { PageHeader } from '../../../ui/Panel.tsx'
import { ShownOnce } from '../../../ui/ShownOnce.tsx'
import { tell } from '../../../ui/tell.ts'
import { say, useWords } from '../../../ui/words.ts'
import { api, fields, type Token, USUAL_DAYS } from './fields.tsx'
import { words } from './words.ts'

const COLUMNS = ['name', 'accountName', 'permissions', 'state', 'seenAt', 'createdAt', 'expiresAt'] as const
const DAY_MS = 86_400_000

type Made = { name: string; token: string }
export function TokensPage() {
  const t = useWords(words)
  const [making, setMaking] = useState(false)
  const [made, setMade] = useState<Made>()
  const mayMake = useMay('api-tokens.create')
  const add = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setMaking(true)}>
      {t('verbs.create')}
    </Button>
  )
  const close = () => setMaking(false)
  const show = (token: Made) => {
    close()
    setMade(token)
  }
  return (
    <>
      <PageHeader
        title={t('title')}
        line={
          <>
            {t('line')}{' '}
            <a href="/api/docs" target="_blank" rel="noreferrer">
              {t('docs')}
            </a>
          </>
        }
        actions={mayMake ? add : null}
      />
      <EntityTable
        name="api-tokens"
        label={t('title')}
        read={api.list}
        fields={fields}
        columns={COLUMNS}
        empty={{ title: t('empty.title'), hint: t('empty.hint'), action: mayMake ? add : null }}
        rowActions={(token) => <Revoke token={token} />}
      />
      <Drawer title={t('verbs.create')} open={making} onClose={close}>
        <NewToken onMade={show} onCancel={close} />
      </Drawer>
      <Secret made={made} onClose={() => setMade(undefined)} />
    </>
  )
}

function NewToken({ onMade, onCancel }: { onMade(made: Made): void; onCancel(): void }) {
  const t = useWords(words)
  const name = useRef('')
  return (
    <EntityForm
      write={api.create}
      fields={fields}
      of={['name', 'permissions', 'days']}
      first={{ permissions: [], days: USUAL_DAYS }}
      inputOf={({ days, ...values }) => ({ ...values, expiresAt: endAfter(Number(days)) })}
      onValues={(values) => {
        name.current = typeof values.name === 'string' ? values.name : ''
      }}
      submit={t('verbs.create')}
      onDone={({ token }) => onMade({ name: name.current, token })}
      onCancel={onCancel}
    />
  )
}
const endAfter = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString()

function Secret({ made, onClose }: { made: Made | undefined; onClose(): void }) {
  const t = useWords(words)
  const secret = made && {
    label: t('hints.secret'),
    text: made.token,
    beside: [{ label: t('hints.header'), value: <code>Authorization: Bearer …</code> }],
  }
  return (
    <ShownOnce
      title={made ? t('hints.secretTitle', { name: made.name }) : null}
      secret={secret}
      line={t('hints.once')}
      onClose={onClose}
    />
  )
}

function Revoke({ token: { id, name, can } }: { token: Token }) {
  const t = useWords(words)
  const revoking = useWrite(api.revoke, { onDone: () => tell.done(say(words, 'hints.revoked')) })
  if (!can.includes('revoke')) return null
  const revoke = async () => {
    const sure = await ask({ title: t('hints.revokeSure', { name }), yes: t('verbs.revoke'), danger: true })
    if (sure) await revoking.run({ id })
  }
  return (
    <Button type="text" size="small" danger loading={revoking.running} onClick={() => void revoke()}>
      {t('verbs.revoke')}
    </Button>
  )
}
