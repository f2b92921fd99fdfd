// The manager's board (经营看板): how it goes in one estate or all, now and over a period; every number opens its cases.
import { apiOf, useRead } from '../../../../ui/api.ts'
import { useNow } from '../../../../ui/clock.ts'
import { Loaded, Waiting } from '../../../../ui/Loaded.tsx'
import { useMe } from '../../../../ui/me.tsx'
import { absolute, wallOf } from '../../../../ui/moments.ts'
import { PageHeader, Panel } from '../../../../ui/Panel.tsx'
import { useUrlState } from '../../../../ui/url-state.ts'
import { useWords } from '../../../../ui/words.ts'
import { type BoardFigures, type BoardSpread, board } from '../contract.ts'
import './board.css'
import { CustomerPanels } from './CustomerPanels.tsx'
import { DutyPanels } from './DutyPanels.tsx'
import { useBoardEstate } from './estate.ts'
import { HeatPanel } from './HeatPanel.tsx'
import { useBoardKeptCurrent } from './live.ts'
import { OnTimePanel, OpenPanels } from './OpenPanels.tsx'
import { percent, type Tile, Tiles } from './parts.tsx'
import { daysIn } from './period.ts'
import { Toolbar } from './Toolbar.tsx'
import { TrendPanels } from './TrendPanels.tsx'
import { words } from './words.ts'

const api = apiOf(board)

export function BoardPage() {
  const t = useWords(words)
  const { zone } = useMe()
  const { query } = useUrlState()
  const days = daysIn(query, wallOf(useNow(), zone).day)
  const estateId = useBoardEstate()
  useBoardKeptCurrent()
  const where = estateId ? { estateId } : {}
  const figures = useRead(api.figures, { ...days, ...where }, { keep: true, every: 120_000 })
  const spread = useRead(api.spread, { ...days, ...where }, { keep: true, every: 120_000 })
  const duties = useRead(api.duties, { month: days.to.slice(0, 7), ...where }, { keep: true, every: 300_000 })
  return (
    <>
      <PageHeader
        title={t('page.board')}
        line={figures.data ? t('page.asOf', { at: absolute(figures.data.at, zone) }) : null}
      />
      <Toolbar days={days} estateId={estateId} shown={figures.data} />
      <Loaded of={figures} waiting={<Waiting rows={10} />}>
        {(shown) => (
          <div className={figures.isPlaceholderData ? 'bd-stale' : ''}>
            <Overview of={shown} hours={spread.data?.hours} />
            <div className="bd-grid">
              <TrendPanels of={shown} />
              <OpenPanels of={shown} />
              <OnTimePanel of={shown} />
              <CustomerPanels of={shown} />
              <HeatPanel of={spread.data?.heat} />
            </div>
          </div>
        )}
      </Loaded>
      <Loaded of={duties} waiting={<Panel>{<Waiting rows={4} />}</Panel>}>
        {(shown) => <DutyPanels of={shown} />}
      </Loaded>
    </>
  )
}

function Overview({
  of: { open, received, closed, onTime, finished, satisfaction, coverage },
  hours,
}: {
  of: BoardFigures
  hours: BoardSpread['hours'] | undefined
}) {
  const t = useWords(words)
  const long = (value: number | null | undefined) =>
    value === null || value === undefined
      ? '—'
      : value < 1
        ? t('hints.minutes', { minutes: Math.round(value * 60) })
        : t('hints.hours', { hours: Math.round(value * 10) / 10 })
  const tiles: Tile[] = [
    { key: 'open', label: t('figures.open'), value: open.open.n, opens: open.open.opens, note: t('figures.now') },
    {
      ...{ key: 'overdue', label: t('figures.overdue'), value: open.overdue.n, opens: open.overdue.opens },
      ...{ note: t('figures.now'), bad: open.overdue.n > 0 },
    },
    { key: 'received', label: t('figures.received'), value: received.n, opens: received.opens },
    { key: 'closed', label: t('figures.closed'), value: closed.n, opens: closed.opens },
    {
      ...{ key: 'onTime', label: t('figures.onTimeRate'), value: percent(onTime.rate), opens: finished.opens },
      note: t('hints.finished', { count: finished.n }),
    },
    {
      ...{ key: 'satisfaction', label: t('figures.satisfaction'), value: percent(satisfaction.contentRate) },
      ...{ opens: satisfaction.made.opens, note: t('hints.average', { average: satisfaction.average ?? '—' }) },
    },
    { key: 'coverage', label: t('figures.coverage'), value: percent(coverage.rate), opens: coverage.made.opens },
    { key: 'answer', label: t('figures.answer'), value: long(hours?.answer), opens: finished.opens },
    { key: 'finish', label: t('figures.finish'), value: long(hours?.finish), opens: finished.opens },
  ]
  return <Tiles of={tiles} />
}
