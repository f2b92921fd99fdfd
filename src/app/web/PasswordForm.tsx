// A new password: typed twice, its strength said, the reasons against it at its field.
import { Button, Form, Input } from 'antd'
import { LONGEST_PASSWORD, SHORTEST_PASSWORD } from '../../platform/session/contract.ts'
import { useWrite } from '../../ui/api.ts'
import { Problem } from '../../ui/Loaded.tsx'
import { useWords } from '../../ui/words.ts'
import { shell } from './shell-words.ts'
import { sessionApi } from './who.ts'
import '../../ui/pieces.css'

type Given = { current: string; next: string; again: string }

export function PasswordForm({ onDone }: { onDone(): void }) {
  const t = useWords(shell)
  const [form] = Form.useForm<Given>()
  const change = useWrite(sessionApi.changePassword, { quiet: true })
  const next = Form.useWatch('next', form) ?? ''
  const submit = async ({ current, next }: Given) => {
    if (await change.run({ current, next })) onDone()
  }
  const required = (message: string) => ({ required: true, message })
  return (
    <Form<Given> form={form} layout="vertical" requiredMark={false} onFinish={submit}>
      <Problem of={change.problem} />
      <Form.Item name="current" label={t('password.current')} rules={[required(t('password.current'))]}>
        <Input.Password autoComplete="current-password" autoFocus maxLength={LONGEST_PASSWORD} />
      </Form.Item>
      <Form.Item
        name="next"
        label={t('password.next')}
        extra={
          <>
            {t('password.rule', { count: SHORTEST_PASSWORD })} {next ? <strong>{t(strengthOf(next))}</strong> : null}
          </>
        }
        rules={[required(t('password.next')), { min: SHORTEST_PASSWORD, message: t('password.weak') }]}
      >
        <Input.Password autoComplete="new-password" maxLength={LONGEST_PASSWORD} />
      </Form.Item>
      <Form.Item
        name="again"
        label={t('password.again')}
        dependencies={['next']}
        rules={[
          required(t('password.again')),
          ({ getFieldValue }) => ({
            validator: async (_, again: string) => {
              if (again && again !== getFieldValue('next')) throw new Error(t('password.different'))
            },
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" maxLength={LONGEST_PASSWORD} />
      </Form.Item>
      <Button type="primary" htmlType="submit" loading={change.running}>
        {t('password.submit')}
      </Button>
    </Form>
  )
}

const GOOD_LENGTH = 16
function strengthOf(password: string) {
  if (password.length < SHORTEST_PASSWORD) return 'password.weak' as const
  const varied = new Set(password).size > 9
  return password.length >= GOOD_LENGTH && varied ? ('password.strong' as const) : ('password.fair' as const)
}
