// Gives one matter to several people, each part with its own number.
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { apiOf, useWrite } from '../../../../../ui/api.ts'
import { Drawer } from '../../../../../ui/Drawer.tsx'
import { Problem } from '../../../../../ui/Loaded.tsx'
import { useWords } from '../../../../../ui/words.ts'
import { requests } from '../../contract/requests.ts'
import type { Request } from '../../contract/shapes.ts'
import { words } from '../words.ts'
import { HandlerPick } from './controls.tsx'

const api = apiOf(requests)
const MOST = 8
type Part = { key: number; subject: string; body: string; handlerId: string | null }
const blank = (key: number): Part => ({ key, subject: '', body: '', handlerId: null })

export function Split({ request, open, onClose }: { request: Request; open: boolean; onClose(): void }) {
  const t = useWords(words)
  const [parts, setParts] = useState<readonly Part[]>([blank(0), blank(1)])
  const split = useWrite(api.split, { quiet: true })
  const change = (key: number, patch: Partial<Part>) =>
    setParts((all) => all.map((part) => (part.key === key ? { ...part, ...patch } : part)))
  const complete = parts.every(({ subject, handlerId }) => subject.trim() && handlerId)
  const send = async () => {
    const given = parts.map(({ subject, body, handlerId }) => ({ subject, body, handlerId: handlerId ?? '' }))
    if (!(await split.run({ id: request.id, parts: given }))) return
    setParts([blank(0), blank(1)])
    onClose()
  }
  return (
    <Drawer title={t('verbs.split')} open={open} onClose={onClose} width={520}>
      <p className="rq-verb-line quiet">{t('page.splitHint')}</p>
      <Problem of={split.problem} />
      {parts.map((part, at) => (
        <fieldset key={part.key} className="rq-part">
          <legend>
            {t('page.splitPart', { n: at + 1 })}
            {parts.length > 2 ? (
              <Button
                type="text"
                size="small"
                icon={<DeleteOutlined />}
                aria-label={t('page.splitRemove', { n: at + 1 })}
                onClick={() => setParts(parts.filter(({ key }) => key !== part.key))}
              />
            ) : null}
          </legend>
          <Input
            value={part.subject}
            maxLength={120}
            placeholder={t('fields.subject')}
            aria-label={`${t('page.splitPart', { n: at + 1 })} ${t('fields.subject')}`}
            onChange={({ target }) => change(part.key, { subject: target.value })}
          />
          <HandlerPick
            estateId={request.estateId}
            value={part.handlerId}
            aria-label={`${t('page.splitPart', { n: at + 1 })} ${t('fields.handlerId')}`}
            onChange={(handlerId) => change(part.key, { handlerId: handlerId ?? null })}
          />
          <Input.TextArea
            value={part.body}
            maxLength={2000}
            autoSize={{ minRows: 2, maxRows: 6 }}
            placeholder={t('fields.body')}
            aria-label={`${t('page.splitPart', { n: at + 1 })} ${t('fields.body')}`}
            onChange={({ target }) => change(part.key, { body: target.value })}
          />
        </fieldset>
      ))}
      <div className="kit-form-foot">
        <Button type="primary" disabled={!complete} loading={split.running} onClick={() => void send()}>
          {t('verbs.split')}
        </Button>
        <Button
          icon={<PlusOutlined />}
          disabled={parts.length >= MOST}
          onClick={() => setParts([...parts, blank(Math.max(...parts.map(({ key }) => key)) + 1)])}
        >
          {t('page.splitAdd')}
        </Button>
      </div>
    </Drawer>
  )
}
