// Chooses a month: one step back or forward, or any from the calendar.
import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button, DatePicker } from 'antd'
import dayjs from 'dayjs'
import { useWords } from '../../../../../ui/words.ts'
import { words } from '../words.ts'
import { monthBeside } from './months.ts'

type MonthPickProps = { month: string; last: string; onChange(month: string): void }
export function MonthPick({ month, last, onChange }: MonthPickProps) {
  const t = useWords(words)
  return (
    <span className="duty-months">
      <Button
        icon={<LeftOutlined />}
        aria-label={t('hints.previousMonth')}
        onClick={() => onChange(monthBeside(month, -1))}
      />
      <DatePicker
        picker="month"
        inputReadOnly
        allowClear={false}
        aria-label={t('page.month')}
        value={dayjs(`${month}-01`)}
        maxDate={dayjs(`${last}-01`)}
        onChange={(next) => next && onChange(next.format('YYYY-MM'))}
      />
      <Button
        icon={<RightOutlined />}
        aria-label={t('hints.nextMonth')}
        disabled={month >= last}
        onClick={() => onChange(monthBeside(month, 1))}
      />
    </span>
  )
}
