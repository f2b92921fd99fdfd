// What is open now, by kind, area and person, with what of it is overdue; and how much was finished in time.
import { Panel } from '../../../../ui/Panel.tsx'
import { useWords } from '../../../../ui/words.ts'
import type { BoardFigures, Figure } from '../contract.ts'
import { type Bar, Bars, Count, percent } from './parts.tsx'
import { words } from './words.ts'

type Standing = { open: Figure; overdue: Figure }

export function OpenPanels({ of: { open } }: { of: BoardFigures }) {
  const t = useWords(words)
  const empty = t('hints.nothingOpen')
  const barsOf = (rows: readonly (Standing & { key: string; label: string })[]): Bar[] => {
    const most = Math.max(...rows.map((row) => row.open.n), 1)
    return rows.map((row) => ({
      ...{ key: row.key, label: row.label, share: row.open.n / most },
      value: <Count of={row.open} label={`${t('figures.open')} · ${row.label}`} />,
      note: row.overdue.n > 0 ? <Overdue of={row.overdue} whose={row.label} /> : null,
    }))
  }
  const parts = {
    byKind: barsOf(open.byKind.map((row) => ({ ...row, key: row.kind, label: t(`kinds.${row.kind}`) }))),
    byArea: barsOf(
      open.byArea.map((row) => ({ ...row, key: row.areaId ?? 'none', label: row.name ?? t('hints.noArea') })),
    ),
    byPerson: barsOf(
      open.byPerson.map((row) => ({ ...row, key: row.staffId ?? 'none', label: row.name ?? t('hints.nobody') })),
    ),
  }
  return (['byKind', 'byArea', 'byPerson'] as const).map((part) => (
    <Panel key={part} title={t(`parts.${part}`)}>
      <Bars of={parts[part]} label={t(`parts.${part}`)} empty={empty} />
    </Panel>
  ))
}

function Overdue({ of, whose }: { of: Figure; whose: string }) {
  const t = useWords(words)
  return (
    <span className="bd-bad">
      {t('figures.overdue')} <Count of={of} label={`${t('figures.overdue')} · ${whose}`} bad />
    </span>
  )
}

export function OnTimePanel({ of: { onTime } }: { of: BoardFigures }) {
  const t = useWords(words)
  const rows = onTime.byKind.filter(({ rate }) => rate !== null)
  const bars = rows.map(({ kind, rate, ...row }): Bar => {
    const label = t(`kinds.${kind}`)
    return {
      ...{ key: kind, label, share: (rate ?? 0) / 100, value: percent(rate) },
      note: (
        <>
          {t('figures.onTime')} <Count of={row.onTime} label={`${t('figures.onTime')} · ${label}`} />{' '}
          {t('figures.late')} <Count of={row.late} label={`${t('figures.late')} · ${label}`} bad />
        </>
      ),
    }
  })
  return (
    <Panel title={t('parts.onTimeByKind')}>
      <Bars of={bars} label={t('parts.onTimeByKind')} empty={t('hints.nothing')} />
    </Panel>
  )
}
