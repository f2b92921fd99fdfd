// The figures that always stand on the wall.
import { useWords } from '../../../../../ui/words.ts'
import type { BoardFigures } from '../../contract.ts'
import { percent } from '../parts.tsx'
import { words } from '../words.ts'

type Props = { month: BoardFigures; today: BoardFigures | undefined }
export function Figures({ month, today }: Props) {
  const t = useWords(words)
  const figures = [
    { key: 'overdue', label: t('figures.overdue'), value: month.open.overdue.n, bad: month.open.overdue.n > 0 },
    { key: 'open', label: t('figures.open'), value: month.open.open.n },
    { key: 'received', label: `${t('wall.today')} · ${t('figures.received')}`, value: today?.received.n ?? '—' },
    { key: 'closed', label: `${t('wall.today')} · ${t('figures.closed')}`, value: today?.closed.n ?? '—' },
    { key: 'onTime', label: `${t('wall.month')} · ${t('figures.onTimeRate')}`, value: percent(month.onTime.rate) },
    {
      ...{ key: 'content', label: `${t('wall.month')} · ${t('figures.satisfaction')}` },
      value: percent(month.satisfaction.contentRate),
    },
  ]
  return (
    <dl className="wall-figures">
      {figures.map(({ key, label, value, bad }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd className={bad ? 'wall-bad' : ''}>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
