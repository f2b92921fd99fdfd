// How one person of the team shows, and what a check asks for.
import { CheckOutlined } from '@ant-design/icons'
import { textArea } from '../../../../../ui/controls.tsx'
import { fieldsOf } from '../../../../../ui/fields.tsx'
import { Chip } from '../../../../../ui/StatusTag.tsx'
import { useWords } from '../../../../../ui/words.ts'
import type { TeamRow } from '../../contract/duties.ts'
import { textOf } from '../today/DutyCard.tsx'
import { words } from '../words.ts'
import { titlesIn } from './standing.ts'

export const teamFields = fieldsOf<TeamRow & { note: string }>()(words, {
  name: { column: { width: 96, phone: 'title' } },
  posts: { column: { width: 150 }, show: (posts) => titlesIn(posts).join('、') || '—' },
  overdue: { column: { width: 64, align: 'right', phone: 'aside' }, show: (overdue) => <Overdue count={overdue} /> },
  due: { column: { width: 64, align: 'right', phone: 'hide' } },
  done: { column: { width: 72, align: 'right', phone: 'hide' } },
  month: { column: { width: 116, align: 'right' }, show: (month) => <Share of={month} /> },
  slipping: { column: { grow: true, wrap: true }, show: (slipping) => <Slipping of={slipping} /> },
  checkedToday: { column: { width: 92 }, show: (checked) => <Checked is={checked} /> },
  note: { control: textArea({ max: 500, rows: 3 }) },
})

function Overdue({ count }: { count: number }) {
  const t = useWords(words)
  if (count === 0) return <span className="quiet duty-desk-only">0</span>
  return (
    <Chip tone="bad">
      <span className="duty-phone-only">{t('fields.overdue')} </span>
      {count}
    </Chip>
  )
}

export const percentOf = ({ due, met }: TeamRow['month']) => (due === 0 ? null : Math.round((met / due) * 1000) / 10)

function Share({ of }: { of: TeamRow['month'] }) {
  const percent = percentOf(of)
  if (percent === null) return <span className="quiet">—</span>
  return (
    <>
      {percent}%{' '}
      <span className="quiet">
        {of.met}/{of.due}
      </span>
    </>
  )
}

function Slipping({ of }: { of: TeamRow['slipping'] }) {
  const t = useWords(words)
  if (of.length === 0) return <span className="quiet">—</span>
  return (
    <span className="duty-chips">
      {of.map((duty) => {
        const { lineId, code, overdue, missed } = duty
        return (
          <span key={lineId} title={`${textOf(duty)} · ${t('hints.slips', { overdue, missed })}`}>
            <Chip tone={overdue > 0 ? 'bad' : 'warn'}>
              {code} {overdue > 0 ? t('hints.overdue', { count: overdue }) : t('hints.missedOf', { count: missed })}
            </Chip>
          </span>
        )
      })}
    </span>
  )
}

function Checked({ is }: { is: boolean }) {
  const t = useWords(words)
  return is ? (
    <Chip tone="good">
      <CheckOutlined /> {t('hints.checked')}
    </Chip>
  ) : (
    <span className="quiet">{t('hints.unchecked')}</span>
  )
}
