// One's own log of a day: what one did stands beside it as the ledger knows it, and goes in with one click.
import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { addDays } from '../../../../platform/calendar/days.ts'
import { nounOfKind } from '../../../../platform/contract.ts'
import { useRead, useWrite } from '../../../../ui/api.ts'
import { useNow } from '../../../../ui/clock.ts'
import { LeaveGuard } from '../../../../ui/LeaveGuard.tsx'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { useZone } from '../../../../ui/me.tsx'
import { absolute, wallOf, weekday } from '../../../../ui/moments.ts'
import { Columns, PageHeader, Panel } from '../../../../ui/Panel.tsx'
import { tell } from '../../../../ui/tell.ts'
import { oneIn, useUrlState } from '../../../../ui/url-state.ts'
import { lookUp, useWords } from '../../../../ui/words.ts'
import type { Deed, WorkLogRow } from '../contract/work-logs.ts'
import { logApi } from './calls.ts'
import './planning.css'
import { logWords } from './words.ts'

export function WriteLogPage() {
  const t = useWords(logWords)
  const zone = useZone()
  const today = wallOf(useNow(), zone).day
  const { query, change } = useUrlState()
  const day = oneIn(query, 'day') ?? today
  const draft = useRead(logApi.draft, { day })
  const goTo = (next: string) => change({ day: next === today ? undefined : next })
  return (
    <>
      <PageHeader title={t('page.own')} line={t('page.line')} back="/work-logs" />
      <div className="pl-days">
        <Button icon={<LeftOutlined />} aria-label={addDays(day, -1)} onClick={() => goTo(addDays(day, -1))} />
        <strong>
          {day} {weekday(day)}
        </strong>
        <Button
          icon={<RightOutlined />}
          aria-label={addDays(day, 1)}
          disabled={day >= today}
          onClick={() => goTo(addDays(day, 1))}
        />
      </div>
      <Loaded of={draft}>
        {(found) => <Writing key={found.day} day={found.day} log={found.log} deeds={found.deeds} until={found.until} />}
      </Loaded>
    </>
  )
}

type Props = { day: string; log: WorkLogRow | null; deeds: readonly Deed[]; until: string }
const PARTS = ['happened', 'handled', 'suggestion'] as const
type Said = Record<(typeof PARTS)[number], string>

const keptIn = (log: WorkLogRow | null): Said => ({
  happened: log?.happened ?? '',
  handled: log?.handled ?? '',
  suggestion: log?.suggestion ?? '',
})

/** Why nothing can be written any more; undefined while it can. */
function useStands(log: WorkLogRow | null, until: string) {
  const t = useWords(logWords)
  const isOver = new Date(useNow()).toISOString() >= until
  if (isOver) return t('hints.closed')
  return log?.status === 'signed' ? t('hints.signed') : undefined
}

function Writing({ day, log, deeds, until }: Props) {
  const t = useWords(logWords)
  const zone = useZone()
  const kept = keptIn(log)
  const [typed, setTyped] = useState<Partial<Said>>({})
  const said = { ...kept, ...typed }
  const onDone = () => {
    setTyped({})
    tell.done(t('hints.saved'))
  }
  const saving = useWrite(logApi.write, { onDone })
  const stands = useStands(log, until)
  const isChanged = PARTS.some((part) => said[part] !== kept[part])
  const isReady = stands === undefined && isChanged && said.happened.trim() !== ''
  const put = (line: string) => setTyped({ ...typed, happened: [said.happened, line].filter(Boolean).join('\n') })
  return (
    <Columns
      sideWidth={380}
      main={
        <Panel>
          <LeaveGuard isActive={() => isChanged} />
          <div className="pl-log">
            {PARTS.map((part) => (
              <Part
                key={part}
                part={part}
                value={said[part]}
                disabled={stands !== undefined}
                onChange={(next) => setTyped({ ...typed, [part]: next })}
              />
            ))}
            <div className="pl-foot">
              <Button
                type="primary"
                size="large"
                disabled={!isReady}
                loading={saving.running}
                onClick={() => void saving.run({ onDay: day, ...said })}
              >
                {t('hints.save')}
              </Button>
              <span className="quiet">{stands ?? t('hints.until', { time: absolute(until, zone) })}</span>
            </div>
          </div>
        </Panel>
      }
      side={<Deeds deeds={deeds} onTake={stands === undefined ? put : undefined} />}
    />
  )
}

type PartProps = { part: keyof Said; value: string; disabled: boolean; onChange(next: string): void }
function Part({ part, value, disabled, onChange }: PartProps) {
  const t = useWords(logWords)
  return (
    <div>
      <label htmlFor={`log-${part}`}>{t(`fields.${part}`)}</label>
      <Input.TextArea
        id={`log-${part}`}
        value={value}
        disabled={disabled}
        maxLength={part === 'suggestion' ? 2000 : 4000}
        placeholder={t(`hints.${part}`)}
        autoSize={{ minRows: part === 'suggestion' ? 2 : 4, maxRows: 16 }}
        onChange={({ target }) => onChange(target.value)}
      />
    </div>
  )
}

const wordsOfDeed = ({ name, recordKind, label }: Deed) => {
  const what = lookUp(nounOfKind(recordKind), `events.${name}`) ?? name
  return label ? `${what} ${label}` : what
}

function Deeds({ deeds, onTake }: { deeds: readonly Deed[]; onTake: ((line: string) => void) | undefined }) {
  const t = useWords(logWords)
  const zone = useZone()
  const lines = deeds.map((deed) => ({
    key: `${deed.name} ${deed.recordId}`,
    clock: wallOf(deed.at, zone).clock,
    text: `${wordsOfDeed(deed)}${deed.times > 1 ? `（${t('hints.times', { count: deed.times })}）` : ''}`,
  }))
  return (
    <Panel title={t('page.deeds')}>
      {lines.length === 0 ? <p className="quiet">{t('hints.noDeeds')}</p> : null}
      <ul className="pl-deeds">
        {lines.map(({ key, clock, text }) => (
          <li key={key}>
            <time>{clock}</time>
            <span>{text}</span>
          </li>
        ))}
      </ul>
      {onTake && lines.length > 0 ? (
        <Button onClick={() => onTake(lines.map(({ clock, text }) => `${clock} ${text}`).join('\n'))}>
          {t('hints.take')}
        </Button>
      ) : null}
    </Panel>
  )
}
