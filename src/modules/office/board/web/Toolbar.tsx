// What the board is of: estate and period, kept in the address; views kept under a name; everything as a workbook.
import { FundProjectionScreenOutlined } from '@ant-design/icons'
import { Select } from 'antd'
import { ExportButton } from '../../../../ui/ExportButton.tsx'
import { GoButton } from '../../../../ui/GoButton.tsx'
import { usePhone } from '../../../../ui/phone.ts'
import { SavedViews } from '../../../../ui/SavedViews.tsx'
import { type Query, writeQuery } from '../../../../ui/To.tsx'
import type { TableQuery } from '../../../../ui/table-query.ts'
import { useUrlState } from '../../../../ui/url-state.ts'
import { useWords } from '../../../../ui/words.ts'
import type { BoardFigures } from '../contract.ts'
import type { Days } from '../rules.ts'
import { PERIODS, type Period, periodIn } from './period.ts'
import { words } from './words.ts'

type Props = { days: Days; estateId: string | undefined; shown: BoardFigures | undefined }
export function Toolbar({ days, estateId, shown }: Props) {
  const t = useWords(words)
  const phone = usePhone()
  const { query, change } = useUrlState()
  const period = periodIn(query)
  const pick = (next: Period) =>
    next === 'custom'
      ? change({ ...days, period: undefined })
      : change({ period: next, from: undefined, to: undefined })
  return (
    <div className="bd-toolbar">
      <EstatePick shown={shown} />
      <Select
        aria-label={t('pick.period')}
        value={period}
        options={PERIODS.map((value) => ({ value, label: t(`periods.${value}`) }))}
        onChange={pick}
      />
      {period === 'custom' ? <DayInputs days={days} onChange={(next) => change(next)} /> : null}
      <div className="bd-toolbar-end">
        <SavedViews name="board" query={viewOf(query, change)} />
        {phone ? null : <ExportButton kind="board" query={{ ...days, ...(estateId ? { estateId } : {}) }} />}
        {phone ? null : (
          <GoButton
            href={`/board/wall${writeQuery({ estateId: query.estateId })}`}
            icon={<FundProjectionScreenOutlined />}
          >
            {t('page.openWall')}
          </GoButton>
        )}
      </div>
    </div>
  )
}

function EstatePick({ shown }: Pick<Props, 'shown'>) {
  const t = useWords(words)
  const { change } = useUrlState()
  if (!shown || shown.estates.length < 2) return null
  const all = shown.mayAll ? [{ value: 'all', label: t('pick.everyEstate') }] : []
  return (
    <Select
      aria-label={t('pick.estate')}
      value={shown.estateId ?? 'all'}
      options={[...all, ...shown.estates.map(({ id, name }) => ({ value: id, label: name }))]}
      onChange={(next) => change({ estateId: next })}
    />
  )
}

function DayInputs({ days, onChange }: { days: Days; onChange(next: Query): void }) {
  const t = useWords(words)
  return (
    <span className="bd-days">
      {(['from', 'to'] as const).map((side) => (
        <input
          key={side}
          type="date"
          className="bd-day"
          aria-label={t(`pick.${side}`)}
          value={days[side]}
          onChange={({ target }) => target.value && onChange({ ...days, [side]: target.value })}
        />
      ))}
    </span>
  )
}

const KEPT = ['estateId', 'period', 'from', 'to'] as const
const NOTHING: Query = Object.fromEntries(KEPT.map((name) => [name, undefined]))
const idle = () => {}
/** A view of the board is an estate and a period; the usual one, this month, is kept in words too. */
function viewOf(query: Query, change: (next: Query) => void): TableQuery {
  const named = Object.fromEntries(KEPT.flatMap((name) => (query[name] ? [[name, query[name]]] : [])))
  const filters = periodIn(query) === 'custom' ? named : { ...named, period: periodIn(query) }
  return {
    ...{ search: '', sort: undefined, after: undefined, page: 1, filters, active: Object.keys(filters).length },
    ...{ setSearch: idle, setSort: idle, forward: idle, backward: idle },
    setFilters: change,
    clear: () => change(NOTHING),
    restore: (kept) => change({ ...NOTHING, ...kept }),
  }
}
