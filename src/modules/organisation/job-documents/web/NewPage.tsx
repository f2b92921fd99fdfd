// Bringing a document: a file, or pasted text.
import { InboxOutlined } from '@ant-design/icons'
import { Alert, Button, Input, Upload } from 'antd'
import { useRef, useState } from 'react'
import { useWrite } from '../../../../ui/api.ts'
import { LeaveGuard } from '../../../../ui/LeaveGuard.tsx'
import { Columns, PageHeader, Panel } from '../../../../ui/Panel.tsx'
import { useGo } from '../../../../ui/pages.ts'
import { useWords, wordsOf } from '../../../../ui/words.ts'
import { MOST_CHARACTERS } from '../contract.ts'
import { sent } from './bringing.ts'
import { Field } from './Field.tsx'
import { api } from './fields.tsx'
import { words } from './words.ts'
import './job-documents.css'

const ACCEPTED = '.txt,.docx,.xlsx,.pdf'
const STEPS = ['read', 'propose', 'review', 'draft'] as const

export function NewPage() {
  const t = useWords(words)
  const go = useGo()
  const [text, setText] = useState('')
  const [sending, setSending] = useState(false)
  const [problem, setProblem] = useState<string>()
  const isOver = useRef(false)
  const read = useWrite(api.create, {
    quiet: true,
    onDone: ({ id }) => {
      isOver.current = true
      go(`/job-documents/${id}`)
    },
    onFailed: (error) => setProblem(wordsOf(error)),
  })
  const busy = sending || read.running
  const bringFile = async (file: File) => {
    setProblem(undefined)
    setSending(true)
    const upload = await sent(file)
    if ('id' in upload) await read.run({ attachmentId: upload.id, name: file.name.slice(0, 120) })
    else setProblem(upload.problem)
    setSending(false)
  }
  const bringText = () => {
    setProblem(undefined)
    if (text.length > MOST_CHARACTERS) return setProblem(t('bring.tooLong', { most: MOST_CHARACTERS.toLocaleString() }))
    void read.run({ text })
  }
  return (
    <>
      <LeaveGuard isActive={() => text.trim() !== '' && !isOver.current} />
      <PageHeader title={t('page.new')} line={t('page.line')} back="/job-documents" />
      <Columns
        main={
          <Panel>
            {problem ? <Alert type="error" showIcon role="alert" title={problem} className="kit-problem" /> : null}
            <FileDrop busy={busy} onFile={(file) => void bringFile(file)} />
            <Field label={t('bring.or')} className="jd-paste">
              {(id) => (
                <Input.TextArea
                  id={id}
                  value={text}
                  disabled={busy}
                  rows={12}
                  placeholder={t('bring.placeholder')}
                  onChange={({ target }) => setText(target.value)}
                />
              )}
            </Field>
            <div className="row-flex">
              <Button type="primary" loading={busy} disabled={text.trim() === ''} onClick={bringText}>
                {t('verbs.create')}
              </Button>
              {text ? <span className="quiet">{t('bring.count', { count: text.length.toLocaleString() })}</span> : null}
            </div>
          </Panel>
        }
        side={
          <Panel title={t('bring.how')}>
            <ol className="jd-steps">
              {STEPS.map((step) => (
                <li key={step}>{t(`bring.steps.${step}`)}</li>
              ))}
            </ol>
          </Panel>
        }
      />
    </>
  )
}

function FileDrop({ busy, onFile }: { busy: boolean; onFile(file: File): void }) {
  const t = useWords(words)
  return (
    <Upload.Dragger
      accept={ACCEPTED}
      showUploadList={false}
      disabled={busy}
      beforeUpload={(file) => {
        onFile(file)
        return false
      }}
    >
      <p className="kit-empty-icon">
        <InboxOutlined />
      </p>
      <p>{t(busy ? 'bring.reading' : 'bring.drop')}</p>
      <p className="quiet">{t('bring.dropHint')}</p>
    </Upload.Dragger>
  )
}
