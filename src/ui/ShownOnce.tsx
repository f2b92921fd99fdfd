// A secret in the one moment in which it can be read: large, to be copied, and closed only on purpose.
import { CopyOutlined } from '@ant-design/icons'
import { Button, Modal } from 'antd'
import { type ReactNode, useRef, useState } from 'react'
import { useKit } from './words.ts'

type Line = { label: string; value: ReactNode }
type Secret = { label: string; text: string; beside?: readonly Line[] }
type Props = { title: ReactNode; secret: Secret | undefined; line: string; onClose(): void }

export function ShownOnce({ title, secret, line, onClose }: Props) {
  const t = useKit()
  return (
    <Modal
      open={secret !== undefined}
      title={title}
      onCancel={onClose}
      mask={{ closable: false }}
      destroyOnHidden
      footer={
        <Button type="primary" onClick={onClose}>
          {t('once.noted')}
        </Button>
      }
    >
      {secret ? (
        <div className="kit-once">
          <dl>
            {secret.beside?.map(({ label, value }) => (
              <div key={label}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
            <div>
              <dt>{secret.label}</dt>
              <dd>
                <Copied text={secret.text} />
              </dd>
            </div>
          </dl>
          <p className="quiet">{line}</p>
        </div>
      ) : null}
    </Modal>
  )
}

function Copied({ text }: { text: string }) {
  const t = useKit()
  const shown = useRef<HTMLOutputElement>(null)
  const [copied, setCopied] = useState(false)
  const copy = async () => {
    // Browsers keep the clipboard from pages that came without encryption; there the text is marked for the person to copy.
    if (window.isSecureContext) {
      await navigator.clipboard.writeText(text)
      setCopied(true)
    } else if (shown.current) getSelection()?.selectAllChildren(shown.current)
  }
  return (
    <>
      <output ref={shown} className="kit-once-text">
        {text}
      </output>
      <Button size="small" icon={<CopyOutlined />} onClick={() => void copy()}>
        {t(copied ? 'once.copied' : 'once.copy')}
      </Button>
    </>
  )
}
