// The dispatch board: what is out, and beside it who can take it on.
import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useRead } from '../../../../../ui/api.ts'
import { useNow } from '../../../../../ui/clock.ts'
import { Drawer } from '../../../../../ui/Drawer.tsx'
import { EmptyState } from '../../../../../ui/EmptyState.tsx'
import { Filters } from '../../../../../ui/Filters.tsx'
import { Loaded, Waiting } from '../../../../../ui/Loaded.tsx'
import { useEstate, useMay, useZone } from '../../../../../ui/me.tsx'
import { instantOf, wallOf } from '../../../../../ui/moments.ts'
import { Columns, PageHeader } from '../../../../../ui/Panel.tsx'
import { useGo } from '../../../../../ui/pages.ts'
import { usePhone } from '../../../../../ui/phone.ts'
import { useShortcut } from '../../../../../ui/shortcuts.tsx'
import { useTableQuery } from '../../../../../ui/table-query.ts'
import { oneIn, useUrlState } from '../../../../../ui/url-state.ts'
import { useWords } from '../../../../../ui/words.ts'
import type { WorkOrderRow } from '../../contract/work-orders.ts'
import { api } from '../calls.ts'
import { fields } from '../fields.tsx'
import '../work-orders.css'
import { words } from '../words.ts'
import { Give } from './Give.tsx'
import { Lanes } from './Lanes.tsx'
import { inputOfLane, isLane, type Lane } from './lanes.ts'
import { SheetRow } from './SheetRow.tsx'

export type BoardSheet = WorkOrderRow & { can: string[] }
const FILTERS = ['trade', 'workerId', 'overdue'] as const
const LIMIT = 60

export function BoardPage() {
  const t = useWords(words)
  const phone = usePhone()
  const { estateId } = useEstate()
  const { lane, filter, list, startOfToday } = useBoard()
  const [chosenId, choose] = useState<string>()
  const rows = list.data?.items ?? []
  const chosen = rows.find(({ id }) => id === chosenId)
  useWalking(rows, chosenId, choose)
  const give = <Give key={chosen?.id ?? ''} sheet={chosen} estateId={estateId} onClear={() => choose(undefined)} />
  const sheets = (
    <section aria-label={t('board.sheets')} className="wo-board">
      <Loaded of={list} waiting={<Waiting rows={8} />}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={t(lane === 'give' ? 'board.emptyGive' : 'board.empty')} hint={t('board.emptyHint')} />
          ) : (
            <ul className="wo-rows">
              {items.map((sheet) => (
                <SheetRow
                  key={sheet.id}
                  sheet={sheet}
                  chosen={sheet.id === chosenId}
                  onChoose={() => choose(sheet.id === chosenId && !phone ? undefined : sheet.id)}
                />
              ))}
            </ul>
          )
        }
      </Loaded>
    </section>
  )
  return (
    <>
      <PageHeader title={t('board.title')} actions={<IssueButton />} />
      <Lanes lane={lane} filter={filter} startOfToday={startOfToday} />
      <BoardFilters />
      {phone ? (
        <>
          {sheets}
          <Drawer title={chosen?.no ?? ''} open={chosen !== undefined} onClose={() => choose(undefined)}>
            {give}
          </Drawer>
        </>
      ) : (
        <Columns main={sheets} side={give} sideWidth={350} />
      )}
    </>
  )
}

function IssueButton() {
  const t = useWords(words)
  const go = useGo()
  if (!useMay('work-orders.create')) return null
  return (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => go('/work-orders/new')}>
      {t('verbs.create')}
    </Button>
  )
}

function BoardFilters() {
  const query = useTableQuery(fields, FILTERS)
  return (
    <div className="kit-toolbar">
      <Filters fields={fields} of={FILTERS} query={query} searchable />
    </div>
  )
}

export type BoardFilter = {
  q?: string
  trade?: string[]
  workerId?: string
  overdue?: string
  estateId?: string
}
function useBoard() {
  const { query } = useUrlState()
  const { estateId } = useEstate()
  const startOfToday = useStartOfToday()
  const { filters, search } = useTableQuery(fields, FILTERS)
  const asked = oneIn(query, 'lane')
  const lane: Lane = isLane(asked) ? asked : 'give'
  const filter: BoardFilter = { ...filters, ...(search ? { q: search } : {}), ...(estateId ? { estateId } : {}) }
  // The server reads the texts of the address; wrong ones it refuses.
  const input = { ...filter, ...inputOfLane(lane, startOfToday), limit: LIMIT } as Parameters<typeof askList>[0] // reason: see above
  return { lane, filter, startOfToday, list: askList(input) }
}
const askList = (input: Parameters<typeof useRead<(typeof api.list)['endpoint']>>[1]) =>
  useRead(api.list, input, { keep: true })

function useStartOfToday() {
  const zone = useZone()
  return instantOf(wallOf(useNow(), zone).day, '00:00', zone)
}

/** ↑ and ↓ walk through the sheets, Enter opens the chosen one, Escape lets go. */
function useWalking(rows: readonly { id: string }[], chosenId: string | undefined, choose: (id?: string) => void) {
  const go = useGo()
  const at = rows.findIndex(({ id }) => id === chosenId)
  const walk = (to: number) => {
    const next = rows[Math.min(Math.max(to, 0), rows.length - 1)]
    if (!next) return
    choose(next.id)
    document.querySelector(`[data-sheet="${next.id}"]`)?.scrollIntoView({ block: 'nearest' })
  }
  useShortcut('arrowdown', () => walk(at + 1))
  useShortcut('arrowup', () => walk(at < 0 ? 0 : at - 1))
  useShortcut('j', () => walk(at + 1))
  useShortcut('k', () => walk(at < 0 ? 0 : at - 1))
  useShortcut('o', () => chosenId && go(`/work-orders/${chosenId}`), chosenId !== undefined)
  useShortcut('escape', () => choose(undefined), chosenId !== undefined)
}
