// Several short texts one below the other: phones, number plates.
import { MinusCircleOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { type ControlProps, controlOf } from '../../../../ui/fields.tsx'
import { useWords } from '../../../../ui/words.ts'
import { words } from './words.ts'

type Settings = { type?: 'tel' | 'text'; most: number }
export const lines = (settings: Settings) => controlOf(Lines, settings)

function Lines({ id, value, onChange, most, type = 'text', ...rest }: ControlProps<readonly string[]> & Settings) {
  const t = useWords(words)
  const typed = value?.length ? value : ['']
  const put = (at: number, text: string) => onChange?.(typed.with(at, text))
  return (
    <div className="customers-lines">
      {typed.map((text, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a line is what stands at that place
        <div key={at} className="customers-line">
          <Input
            {...rest}
            {...(at === 0 && id ? { id } : {})}
            type={type}
            value={text}
            maxLength={40}
            autoComplete="off"
            aria-label={`${rest['aria-label'] ?? ''} ${at + 1}`.trim()}
            onChange={(event) => put(at, event.target.value)}
          />
          {typed.length > 1 ? (
            <Button
              type="text"
              icon={<MinusCircleOutlined />}
              aria-label={t('create.removeLine')}
              onClick={() => onChange?.(typed.toSpliced(at, 1))}
            />
          ) : null}
        </div>
      ))}
      {typed.length < most && typed.at(-1) ? (
        <Button type="link" size="small" icon={<PlusOutlined />} onClick={() => onChange?.([...typed, ''])}>
          {t('create.addLine')}
        </Button>
      ) : null}
    </div>
  )
}
