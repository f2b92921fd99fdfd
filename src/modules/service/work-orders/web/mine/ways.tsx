// The steps on the way: arriving, waiting, giving the sheet back or on.
import { Input } from 'antd'
import { useId } from 'react'
import { instant } from '../../../../../ui/controls.tsx'
import { ControlOf } from '../../../../../ui/fields.tsx'
import { useZone } from '../../../../../ui/me.tsx'
import { absolute, instantOf, wallOf } from '../../../../../ui/moments.ts'
import { Panel } from '../../../../../ui/Panel.tsx'
import { PhotoField } from '../../../../../ui/Photos.tsx'
import { useWords } from '../../../../../ui/words.ts'
import { api } from '../calls.ts'
import { colleague, useHoldReasons } from '../pickers.tsx'
import { words } from '../words.ts'
import { Choices } from './Choices.tsx'
import { useDraft } from './draft.ts'
import { Send, type StepProps, useStep } from './Send.tsx'

export function Arrive(props: StepProps) {
  const { sheet } = props
  const t = useWords(words)
  const [draft, change] = useDraft(`${sheet.id}.arrive`, { photoIds: [] as string[] }) // reason: an empty list has no type of its own
  const sending = useStep(api.arrive, props)
  return (
    <>
      <Panel title={t('mine.arrivePhotos')}>
        <PhotoField value={draft.photoIds} max={9} onChange={(photoIds) => change({ photoIds: photoIds ?? [] })} />
      </Panel>
      <Send
        label={t('mine.arriveDo')}
        running={sending.running}
        onSend={() => void sending.run({ id: sheet.id, photoIds: draft.photoIds })}
      />
    </>
  )
}

type ReasonProps = { reasons: Record<string, string>; value: string; onChange(value: string): void }
/** The usual reasons to tap, and room for one's own. */
export function Reason({ reasons, value, onChange }: ReasonProps) {
  const t = useWords(words)
  const id = useId()
  const options = Object.values(reasons).map((reason) => ({ value: reason, label: reason }))
  return (
    <Panel title={t('mine.reasonPick')}>
      <Choices label={t('fields.reason')} options={options} value={value} onChange={onChange} />
      <label htmlFor={id} className="sr-only">
        {t('fields.reason')}
      </label>
      <Input.TextArea
        id={id}
        value={value}
        maxLength={300}
        autoSize={{ minRows: 2, maxRows: 5 }}
        placeholder={t('fields.reason')}
        onChange={({ target }) => onChange(target.value)}
      />
    </Panel>
  )
}

export function Decline(props: StepProps) {
  const { sheet } = props
  const t = useWords(words)
  const [draft, change] = useDraft(`${sheet.id}.decline`, { reason: '' })
  const sending = useStep(api.decline, props)
  const reasons = {
    busy: t('mine.declineReasons.busy'),
    trade: t('mine.declineReasons.trade'),
    tools: t('mine.declineReasons.tools'),
    off: t('mine.declineReasons.off'),
  }
  return (
    <>
      <Reason reasons={reasons} value={draft.reason} onChange={(reason) => change({ reason })} />
      <Send
        label={t('verbs.decline')}
        running={sending.running}
        missing={draft.reason.trim() ? undefined : t('mine.missing.reason')}
        onSend={() => void sending.run({ id: sheet.id, reason: draft.reason })}
      />
    </>
  )
}

export function HandOver(props: StepProps) {
  const { sheet } = props
  const t = useWords(words)
  const [draft, change] = useDraft(`${sheet.id}.handOver`, { workerId: '', reason: '' })
  const sending = useStep(api.handOver, props)
  const reasons = {
    busy: t('mine.declineReasons.busy'),
    tools: t('mine.declineReasons.tools'),
    off: t('mine.declineReasons.off'),
  }
  const pick = colleague({
    estateId: sheet.estateId,
    trade: sheet.trade,
    permission: 'work-orders.take',
    hint: t('mine.findWorker'),
  })
  const missing = draft.workerId
    ? draft.reason.trim()
      ? undefined
      : t('mine.missing.reason')
    : t('mine.missing.worker')
  return (
    <>
      <Panel title={t('mine.toWhom')}>
        <ControlOf
          control={pick}
          aria-label={t('mine.toWhom')}
          value={draft.workerId || null}
          onChange={(workerId) => change({ workerId: typeof workerId === 'string' ? workerId : '' })}
        />
      </Panel>
      <Reason reasons={reasons} value={draft.reason} onChange={(reason) => change({ reason })} />
      <Send
        label={t('verbs.handOver')}
        running={sending.running}
        missing={missing}
        onSend={() => void sending.run({ id: sheet.id, workerId: draft.workerId, reason: draft.reason })}
      />
    </>
  )
}

const HOUR = 3_600_000
/** The times at which one comes again, as people say them. */
function laterTimes(now: Date, zone: string | undefined) {
  const dayAfter = (days: number) => wallOf(new Date(now.getTime() + days * 24 * HOUR), zone).day
  return {
    twoHours: new Date(now.getTime() + 2 * HOUR).toISOString(),
    tomorrow: instantOf(dayAfter(1), '09:00', zone),
    afternoon: instantOf(dayAfter(1), '14:00', zone),
    threeDays: instantOf(dayAfter(3), '09:00', zone),
  }
}
const LATER = ['twoHours', 'tomorrow', 'afternoon', 'threeDays'] as const
const exactly = instant({ minuteStep: 15 })

export function Hold(props: StepProps) {
  const { sheet } = props
  const t = useWords(words)
  const zone = useZone()
  const reasons = useHoldReasons(sheet.estateId)
  const [draft, change] = useDraft(`${sheet.id}.hold`, { reasonId: '', resumeAt: '', note: '' })
  const sending = useStep(api.hold, props)
  const missing = draft.reasonId ? (draft.resumeAt ? undefined : t('mine.missing.until')) : t('mine.missing.reasonId')
  return (
    <>
      <Panel title={t('fields.reasonId')}>
        <Choices
          label={t('fields.reasonId')}
          options={reasons}
          value={draft.reasonId}
          onChange={(reasonId) => change({ reasonId })}
        />
      </Panel>
      <Panel title={t('mine.untilWhen')} extra={draft.resumeAt ? absolute(draft.resumeAt, zone) : null}>
        <Choices
          label={t('mine.untilWhen')}
          options={LATER.map((one) => ({ value: one, label: t(`mine.until.${one}`) }))}
          value={null}
          onChange={(one) => {
            const chosen = LATER.find((later) => later === one)
            if (chosen) change({ resumeAt: laterTimes(new Date(), zone)[chosen] })
          }}
        />
        <ControlOf
          control={exactly}
          aria-label={t('mine.exact')}
          value={draft.resumeAt || null}
          onChange={(at) => change({ resumeAt: typeof at === 'string' ? at : '' })}
        />
        <Input
          className="wo-note"
          value={draft.note}
          maxLength={500}
          placeholder={t('fields.note')}
          aria-label={t('fields.note')}
          onChange={({ target }) => change({ note: target.value })}
        />
      </Panel>
      <Send
        label={t('verbs.hold')}
        running={sending.running}
        missing={missing}
        onSend={() =>
          void sending.run({
            id: sheet.id,
            reasonId: draft.reasonId,
            resumeAt: draft.resumeAt,
            note: draft.note || null,
          })
        }
      />
    </>
  )
}
