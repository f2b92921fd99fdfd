// Beside the board: the workers with trades, duty and load; a sheet is given to one of them with a click or a figure.
import { Button, Skeleton } from 'antd'
import { useRead, useWrite } from '../../../../../ui/api.ts'
import { EmptyState } from '../../../../../ui/EmptyState.tsx'
import { Loaded } from '../../../../../ui/Loaded.tsx'
import { useMay } from '../../../../../ui/me.tsx'
import { Panel } from '../../../../../ui/Panel.tsx'
import { usePhone } from '../../../../../ui/phone.ts'
import { Keys, useShortcut } from '../../../../../ui/shortcuts.tsx'
import { To } from '../../../../../ui/To.tsx'
import { tell } from '../../../../../ui/tell.ts'
import { say, useWords } from '../../../../../ui/words.ts'
import type { WorkerLoad } from '../../contract/work-orders.ts'
import { api } from '../calls.ts'
import { placeOf, tradeName } from '../looks.tsx'
import { inOrder } from '../pickers.tsx'
import { words } from '../words.ts'
import type { BoardSheet } from './BoardPage.tsx'

type Props = { sheet: BoardSheet | undefined; estateId: string | undefined; onClear(): void }
export function Give({ sheet, estateId, onClear }: Props) {
  const t = useWords(words)
  const phone = usePhone()
  const mayAssign = useMay('work-orders.assign')
  const where = sheet?.estateId ?? estateId
  const content = (
    <>
      {sheet ? <Chosen sheet={sheet} onClear={onClear} /> : <p className="quiet wo-hint">{t('board.chooseHint')}</p>}
      {mayAssign && where ? <Workers estateId={where} sheet={sheet} /> : null}
      {where ? null : <p className="quiet">{t('board.chooseEstate')}</p>}
    </>
  )
  if (phone) return content
  return <Panel title={sheet ? sheet.no : t('board.workers')}>{content}</Panel>
}

function Chosen({ sheet, onClear }: { sheet: BoardSheet; onClear(): void }) {
  const t = useWords(words)
  const phone = usePhone()
  const givable = sheet.can.includes('assign')
  return (
    <div className="wo-chosen">
      <strong>{sheet.subject}</strong>
      <span className="quiet">{[placeOf(sheet), tradeName(sheet.trade)].filter(Boolean).join(' · ')}</span>
      <p className="wo-chosen-state">
        {givable
          ? sheet.workerName
            ? t('board.now', { name: sheet.workerName })
            : t('board.left', { trade: tradeName(sheet.trade) })
          : t('board.notGivable', { state: t(`states.${sheet.status}`) })}
      </p>
      <div className="row-flex">
        {sheet.can.includes('assignByTurn') ? <ByTurn sheet={sheet} /> : null}
        <To href={`/work-orders/${sheet.id}`} className="kit-link-button">
          {t('board.openSheet')} <Keys of="o" />
        </To>
        {phone ? null : (
          <Button type="text" size="small" onClick={onClear}>
            {t('board.clear')}
          </Button>
        )}
      </div>
    </div>
  )
}

function ByTurn({ sheet }: { sheet: BoardSheet }) {
  const t = useWords(words)
  const giving = useWrite(api.assignByTurn, {
    onDone: ({ no, workerName }) => tell.done(say(words, 'board.given', { no, name: workerName })),
  })
  const run = () => void giving.run({ id: sheet.id })
  useShortcut('t', run)
  return (
    <Button loading={giving.running} onClick={run}>
      {t('verbs.assignByTurn')} <Keys of="t" />
    </Button>
  )
}

function Workers({ estateId, sheet }: { estateId: string; sheet: BoardSheet | undefined }) {
  const t = useWords(words)
  const trade = sheet && sheet.trade !== 'other' ? sheet.trade : undefined
  const found = useRead(
    api.workers,
    { estateId, ...(trade ? { trade } : {}), ...(sheet?.requestId ? { requestId: sheet.requestId } : {}) },
    { keep: true },
  )
  return (
    <Loaded of={found} waiting={<Skeleton active />}>
      {({ items }) =>
        items.length === 0 ? (
          <EmptyState
            title={t('board.noWorkers', { trade: trade ? tradeName(trade) : t('board.workers') })}
            hint={t('board.noWorkersHint')}
          />
        ) : (
          <ol className="wo-workers">
            {inOrder(items).map((worker, at) => (
              <WorkerRow key={worker.id} worker={worker} sheet={sheet} figure={at + 1} />
            ))}
          </ol>
        )
      }
    </Loaded>
  )
}

const isGivable = (sheet: BoardSheet | undefined, worker: WorkerLoad) =>
  sheet?.can.includes('assign') === true && !worker.barred && worker.id !== sheet.workerId

type RowProps = { worker: WorkerLoad; sheet: BoardSheet | undefined; figure: number }
function WorkerRow({ worker, sheet, figure }: RowProps) {
  const t = useWords(words)
  const giving = useWrite(api.assign, {
    onDone: ({ no, workerName }) => tell.done(say(words, 'board.given', { no, name: workerName })),
  })
  const givable = isGivable(sheet, worker)
  const give = () => {
    if (sheet && givable) void giving.run({ id: sheet.id, workerId: worker.id })
  }
  useShortcut(String(figure), give, givable && figure < 10)
  return (
    <li className={worker.onDuty ? 'wo-worker' : 'wo-worker wo-worker-off'}>
      <WorkerName worker={worker} />
      <span className="wo-worker-load">{worker.barred ? t('board.barred') : t('board.load', worker)}</span>
      {givable ? (
        <Button
          className="wo-worker-give"
          type={worker.onDuty ? 'primary' : 'default'}
          ghost={worker.onDuty}
          loading={giving.running}
          aria-label={t('board.give', { name: worker.name })}
          onClick={give}
        >
          {t('verbs.assign')} {figure < 10 ? <Keys of={String(figure)} /> : null}
        </Button>
      ) : null}
    </li>
  )
}

function WorkerName({ worker }: { worker: WorkerLoad }) {
  const t = useWords(words)
  return (
    <>
      <span className="wo-worker-name">
        <span className={worker.onDuty ? 'wo-dot wo-dot-on' : 'wo-dot'} aria-hidden="true" />
        <strong>{worker.name}</strong>
        <span className="quiet">{t(worker.onDuty ? 'board.onDuty' : 'board.offDuty')}</span>
      </span>
      <span className="quiet">{worker.trades.map(tradeName).join('、')}</span>
    </>
  )
}
