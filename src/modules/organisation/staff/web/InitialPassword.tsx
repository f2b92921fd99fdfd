// The one time an initial password is seen.
import { CopyOutlined } from '@ant-design/icons'
import { Button, Modal } from 'antd'
import { useState } from 'react'
import { useWords } from '../../../../ui/words.ts'
import { words } from './words.ts'

export type Issued = { name: string; login: string | null; initialPassword: string }

export function InitialPassword({ issued, onClose }: { issued: Issued | undefined; onClose: () => void }) {
  const t = useWords(words)
  const [copied, setCopied] = useState(false)
  const copy = async (text: string) => {
    await navigator.clipboard.writeText(text)
    setCopied(true)
  }
  return (
    <Modal
      open={issued !== undefined}
      title={issued ? t('hints.passwordTitle', { name: issued.name }) : null}
      onCancel={onClose}
      mask={{ closable: false }}
      footer={
        <Button type="primary" onClick={onClose}>
          {t('hints.known')}
        </Button>
      }
    >
      {issued ? (
        <div className="initial-password">
          <dl>
            <dt>{t('fields.login')}</dt>
            <dd>{issued.login}</dd>
            <dt>{t('fields.mustChangePassword')}</dt>
            <dd>
              <output className="initial-password-text">{issued.initialPassword}</output>
              <Button size="small" icon={<CopyOutlined />} onClick={() => void copy(issued.initialPassword)}>
                {t(copied ? 'hints.copied' : 'hints.copy')}
              </Button>
            </dd>
          </dl>
          <p className="quiet">{t('hints.passwordLine')}</p>
        </div>
      ) : null}
    </Modal>
  )
}
