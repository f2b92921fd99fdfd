// The items of a plan as they are typed: a goal and a day each, as many as are needed.
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, DatePicker, Input } from 'antd'
import dayjs from 'dayjs'
import { useWords } from '../../../../ui/words.ts'
import './planning.css'
import { planWords } from './words.ts'

export type ItemTyped = { key: string; id?: string; goal: string; dueOn: string }
type PlanItemsProps = { items: readonly ItemTyped[]; lastOn: string; onChange(items: ItemTyped[]): void }

export function PlanItems({ items, lastOn, onChange }: PlanItemsProps) {
  const t = useWords(planWords)
  const put = (key: string, next: Partial<ItemTyped>) =>
    onChange(items.map((item) => (item.key === key ? { ...item, ...next } : item)))
  return (
    <div className="pl-items">
      {items.map((item, at) => (
        <div key={item.key} className="pl-item">
          <span className="quiet">{at + 1}</span>
          <Input.TextArea
            value={item.goal}
            maxLength={500}
            autoSize={{ minRows: 1, maxRows: 6 }}
            aria-label={`${t('fields.goal')} ${at + 1}`}
            placeholder={t('fields.goal')}
            onChange={({ target }) => put(item.key, { goal: target.value })}
          />
          <DatePicker
            value={dayjs(item.dueOn)}
            allowClear={false}
            aria-label={`${t('fields.dueOn')} ${at + 1}`}
            onChange={(day) => put(item.key, { dueOn: day ? day.format('YYYY-MM-DD') : lastOn })}
          />
          <Button
            type="text"
            icon={<DeleteOutlined />}
            aria-label={t('hints.removeItem', { n: at + 1 })}
            disabled={items.length === 1}
            onClick={() => onChange(items.filter(({ key }) => key !== item.key))}
          />
        </div>
      ))}
      <Button
        icon={<PlusOutlined />}
        onClick={() =>
          onChange([...items, { key: crypto.getRandomValues(new Uint32Array(2)).join(), goal: '', dueOn: lastOn }])
        }
      >
        {t('hints.addItem')}
      </Button>
    </div>
  )
}
