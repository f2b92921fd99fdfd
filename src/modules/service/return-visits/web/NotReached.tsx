// Nobody was reached: how it was tried, and when to try again.
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useWrite } from '../../../../ui/api.ts'
import { instant } from '../../../../ui/controls.tsx'
import { ControlOf } from '../../../../ui/fields.tsx'
import { useZone } from '../../../../ui/me.tsx'
import { absolute, instantOf, wallOf } from '../../../../ui/moments.ts'
import { useWords } from '../../../../ui/words.ts'
import { Outcome, type ReturnVisit, VisitWay } from '../contract.ts'
import { api } from './calls.ts'
import { Pick } from './picks.tsx'
import { words } from './words.ts'

const HOUR = 3_600_000
const exactly = instant({ minuteStep: 15 })

/** Nobody is called at night. */
const isDecent = (clock: string) => clock >= '08:00' && clock <= '21:00'

/** The times at which people call again; one that is over is not offered. */
function timesAt(now: Date, zone: string | undefined) {
  const today = wallOf(now, zone).day
  const tomorrow = wallOf(new Date(now.getTime() + 24 * HOUR), zone).day
  const times = [
    { key: 'later' as const, at: new Date(now.getTime() + 2 * HOUR).toISOString() },
    { key: 'evening' as const, at: instantOf(today, '19:00', zone) },
    { key: 'tomorrow' as const, at: instantOf(tomorrow, '10:00', zone) },
  ]
  return times.filter(({ at }) => new Date(at) > now && isDecent(wallOf(at, zone).clock))
}

export function NotReached({ visit, onDone }: { visit: ReturnVisit; onDone(): void }) {
  const t = useWords(words)
  const zone = useZone()
  const [times] = useState(() => timesAt(new Date(), zone))
  const [way, setWay] = useState<string>('phone')
  const [outcome, setOutcome] = useState<string>('no_answer')
  const [nextTryAt, setNextTryAt] = useState(times[0]?.at)
  const [note, setNote] = useState('')
  const trying = useWrite(api.attempt, { onDone })
  const save = () =>
    void trying.run({
      id: visit.id,
      way: VisitWay.options.find((one) => one === way) ?? 'phone',
      outcome: Outcome.options.find((one) => one === outcome) ?? 'no_answer',
      note: note || null,
      nextTryAt: nextTryAt ?? null,
    })
  return (
    <div className="rv-not-reached">
      <h3>{t('fields.outcome')}</h3>
      <Pick
        label={t('fields.outcome')}
        options={Outcome.options.map((one) => ({ value: one, label: t(`outcomes.${one}`) }))}
        value={outcome}
        onChange={setOutcome}
      />
      <h3>{t('fields.way')}</h3>
      <Pick
        label={t('fields.way')}
        options={VisitWay.options.map((one) => ({ value: one, label: t(`ways.${one}`) }))}
        value={way}
        onChange={setWay}
      />
      <h3>
        {t('fields.nextTryAt')} <span className="quiet">{nextTryAt ? absolute(nextTryAt, zone) : ''}</span>
      </h3>
      <Pick
        label={t('fields.nextTryAt')}
        options={times.map(({ key, at }) => ({ value: at, label: t(`tries.${key}`) }))}
        value={nextTryAt}
        onChange={setNextTryAt}
      />
      <ControlOf
        control={exactly}
        aria-label={t('fields.nextTryAt')}
        value={nextTryAt ?? null}
        onChange={(at) => setNextTryAt(typeof at === 'string' ? at : undefined)}
      />
      <Input
        value={note}
        maxLength={300}
        placeholder={t('fields.note')}
        aria-label={t('fields.note')}
        onChange={({ target }) => setNote(target.value)}
      />
      <Button type="primary" size="large" block loading={trying.running} onClick={save}>
        {t('page.save')}
      </Button>
    </div>
  )
}
