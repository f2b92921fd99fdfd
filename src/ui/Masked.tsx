// A phone or an ID of which only a part may be seen; the whole of it on request, which the server records.
import { EyeOutlined, PhoneOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import { useState } from 'react'
import { tell } from './tell.ts'
import { useKit, wordsOf } from './words.ts'

export type MaskedProps = {
  value: string | null | undefined
  /** Without it there is nothing to reveal. */
  reveal?: (() => Promise<string>) | undefined
  /** A telephone: once revealed it can be dialled. */
  dial?: boolean
}
export function Masked({ value, reveal, dial = false }: MaskedProps) {
  const t = useKit()
  const [whole, setWhole] = useState<string>()
  const [asking, setAsking] = useState(false)
  if (!value) return <span className="quiet">—</span>
  if (whole !== undefined)
    return dial ? (
      <a href={`tel:${whole}`} className="kit-code" aria-label={`${t('do.call')} ${whole}`}>
        <PhoneOutlined /> {whole}
      </a>
    ) : (
      <span className="kit-code">{whole}</span>
    )
  const look = async () => {
    setAsking(true)
    try {
      setWhole(await reveal?.())
    } catch (error) {
      tell.failure(wordsOf(error))
    } finally {
      setAsking(false)
    }
  }
  return (
    <span className="kit-masked">
      <span className="kit-code">{value}</span>
      {reveal && value.includes('*') ? (
        <Tooltip title={t('masked.reveal')}>
          <Button
            type="text"
            size="small"
            icon={<EyeOutlined />}
            loading={asking}
            aria-label={t('masked.reveal')}
            onClick={(event) => {
              event.stopPropagation()
              void look()
            }}
          />
        </Tooltip>
      ) : null}
    </span>
  )
}
