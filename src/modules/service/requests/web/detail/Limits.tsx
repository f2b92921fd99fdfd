// The limits of a request: what was promised first, what holds now, what was met.

import { Button } from 'antd'
import { useState } from 'react'
import { useNow } from '../../../../../ui/clock.ts'
import { DueChip } from '../../../../../ui/DueChip.tsx'
import { useZone } from '../../../../../ui/me.tsx'
import { short, span } from '../../../../../ui/moments.ts'
import { Panel } from '../../../../../ui/Panel.tsx'
import { useWords } from '../../../../../ui/words.ts'
import { CLOCK_KINDS, type Request, type RequestClock } from '../../contract/shapes.ts'
import { words } from '../words.ts'

const MINUTE = 60_000

export function Limits({ request }: { request: Request }) {
  const t = useWords(words)
  const [whole, setWhole] = useState(false)
  const present = inOrder(request.clocks.filter(({ cycle }) => cycle === request.cycle))
  const earlier = request.clocks.filter(({ cycle }) => cycle < request.cycle)
  const rounds = [...new Set(earlier.map(({ cycle }) => cycle))].toSorted((a, b) => b - a)
  return (
    <Panel title={t('page.limits')}>
      {present.length === 0 ? <p className="quiet rq-nothing">{t('page.noLimits')}</p> : null}
      <ClockList of={present} pausedSince={pausedSince(request)} />
      <OutsideLimit request={request} />
      {rounds.length > 0 && !whole ? (
        <Button type="link" size="small" className="rq-earlier" onClick={() => setWhole(true)}>
          {t('page.earlierCycles', { count: rounds.length })}
        </Button>
      ) : null}
      {whole
        ? rounds.map((cycle) => (
            <section key={cycle}>
              <h3 className="rq-round">{t('page.cycle', { n: cycle })}</h3>
              <ClockList of={inOrder(earlier.filter((clock) => clock.cycle === cycle))} pausedSince={undefined} />
            </section>
          ))
        : null}
    </Panel>
  )
}

/** The city hotline sets a day of its own, and the earlier one binds. */
function OutsideLimit({ request }: { request: Request }) {
  const t = useWords(words)
  const now = useNow()
  const zone = useZone()
  const { outsideDueAt: at } = request
  if (!at || !request.clocks.some(({ kind, firstDueAt }) => kind === 'finish' && firstDueAt === at)) return null
  return <p className="quiet rq-outside">{t('page.outside', { at: short(at, now, zone) })}</p>
}

/** Only a reason that stops the clock makes it stand still. */
export const pausedSince = ({ pauses }: Request) =>
  pauses.find(({ toAt, stopsClock }) => toAt === null && stopsClock)?.fromAt

const inOrder = (clocks: readonly RequestClock[]) =>
  CLOCK_KINDS.flatMap((kind) => clocks.filter((clock) => clock.kind === kind))

function ClockList({ of, pausedSince }: { of: readonly RequestClock[]; pausedSince: string | undefined }) {
  const t = useWords(words)
  return (
    <dl className="rq-clocks">
      {of.map((clock) => (
        <div key={clock.kind}>
          <dt>{t(`clocks.${clock.kind}`)}</dt>
          <dd>
            <ClockState clock={clock} pausedSince={pausedSince} />
            <ClockLine clock={clock} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

function ClockState({ clock, pausedSince }: { clock: RequestClock; pausedSince: string | undefined }) {
  const t = useWords(words)
  if (clock.stoppedAt && !clock.metAt) return <span className="quiet">{t('page.stopped')}</span>
  return <DueChip due={clock.dueAt} done={clock.metAt} pausedSince={pausedSince} />
}

function ClockLine({ clock }: { clock: RequestClock }) {
  const t = useWords(words)
  const now = useNow()
  const zone = useZone()
  const { dueAt, firstDueAt, metAt, limitMinutes } = clock
  const moved = new Date(dueAt).getTime() - new Date(firstDueAt).getTime()
  const limit = t('page.limitOf', { span: span(limitMinutes * MINUTE) })
  return (
    <span className="rq-clock-line quiet">
      <span>
        {metAt ? t('page.met', { at: short(metAt, now, zone) }) : t('page.due', { at: short(dueAt, now, zone) })}
      </span>
      <span>
        {limit}
        {clock.clock === 'service' ? ` · ${t('page.serviceTime')}` : ''}
      </span>
      {moved >= MINUTE ? (
        <span className="rq-moved">{t('page.first', { at: short(firstDueAt, now, zone), span: span(moved) })}</span>
      ) : null}
    </span>
  )
}
