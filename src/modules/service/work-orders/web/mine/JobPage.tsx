// One job as the worker sees it: where, what, whom to call, and what comes next.
import { EnvironmentOutlined, MoreOutlined, PhoneOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { formatYuan } from '../../../../../platform/money.ts'
import { useRead } from '../../../../../ui/api.ts'
import { Loaded } from '../../../../../ui/Loaded.tsx'
import { useZone } from '../../../../../ui/me.tsx'
import { absolute } from '../../../../../ui/moments.ts'
import { Outgoing } from '../../../../../ui/outbox/Outgoing.tsx'
import { useOutbox } from '../../../../../ui/outbox/outbox.ts'
import { useSending } from '../../../../../ui/outbox/sending.tsx'
import { PageHeader, Panel } from '../../../../../ui/Panel.tsx'
import { Photos } from '../../../../../ui/Photos.tsx'
import { useGo, useRecordId } from '../../../../../ui/pages.ts'
import { StandIn } from '../../../../../ui/StandIn.tsx'
import { To } from '../../../../../ui/To.tsx'
import { tell } from '../../../../../ui/tell.ts'
import { kit, lookUp, say, useWords, wordsOf } from '../../../../../ui/words.ts'
import { UrgencyMark } from '../../../requests/web/looks.tsx'
import type { WorkOrder } from '../../contract/work-orders.ts'
import { api, revealOf } from '../calls.ts'
import { Appointment, DueMark, placeOf, StateMark } from '../looks.tsx'
import { Charges } from '../sheet/parts.tsx'
import '../work-orders.css'
import { words } from '../words.ts'
import { asIfSent } from './as-if-sent.ts'
import { Answer } from './MyWorkPage.tsx'
import { isStep, type Step } from './steps.ts'

export function JobPage() {
  const sheet = useRead(api.get, { id: useRecordId() })
  const queue = useOutbox()
  return (
    <div className="wo-mine">
      <Loaded of={sheet}>{(record) => <Job sheet={asIfSent(record, queue)} />}</Loaded>
    </div>
  )
}

function Job({ sheet }: { sheet: WorkOrder }) {
  const t = useWords(words)
  const photos = sheet.photos.filter(({ label, type }) => label !== 'signature' && type.startsWith('image/'))
  return (
    <>
      <PageHeader
        title={sheet.subject}
        tags={
          <>
            <StateMark state={sheet.status} />
            <UrgencyMark urgency={sheet.urgency} />
            <StandIn id={sheet.workerId} name={sheet.workerName} />
            <DueMark row={sheet} />
          </>
        }
        line={sheet.no}
        back="/my-work"
      />
      <Outgoing of={sheet.id} steps={(verb) => lookUp(words.noun, `verbs.${verb}`) ?? verb} />
      <p className="wo-next">
        <Next sheet={sheet} />
      </p>
      <Panel>
        <div className="wo-go">
          <EnvironmentOutlined aria-hidden="true" />
          <div>
            <strong className="wo-go-place">{placeOf(sheet)}</strong>
            <div className="quiet">
              {sheet.estateName} <Appointment from={sheet.appointmentFrom} to={sheet.appointmentTo} />
            </div>
          </div>
        </div>
        <CallButton sheet={sheet} />
        {sheet.body ? <p className="wo-body">{sheet.body}</p> : null}
        {photos.length > 0 ? <Photos ids={photos.map(({ id }) => id)} size={84} /> : null}
      </Panel>
      {sheet.lines.length > 0 ? <Charges sheet={sheet} /> : null}
      <p className="wo-whole">
        <To href={`/work-orders/${sheet.id}`} className="kit-link-button">
          {t('board.openSheet')}
        </To>
      </p>
      <Actions sheet={sheet} />
    </>
  )
}

function Next({ sheet }: { sheet: WorkOrder }) {
  const t = useWords(words)
  const zone = useZone()
  const amount = `¥${formatYuan(sheet.agreedAmountFen ?? sheet.amountFen)}`
  if (sheet.status === 'on_site' && sheet.agreedAt) return t('mine.next.agreed', { amount })
  if (sheet.status === 'assigned' && !sheet.can.includes('take')) return t('mine.next.otherTrade')
  const pause = sheet.pauses.find(({ toAt }) => toAt === null)
  const at = pause?.resumeAt ? absolute(pause.resumeAt, zone) : ''
  return t(`mine.next.${sheet.status}`, { amount, at })
}

/** The number is shown on request, which is recorded, and the phone dials it. */
function CallButton({ sheet }: { sheet: WorkOrder }) {
  const t = useWords(words)
  const [number, setNumber] = useState<string>()
  const [asking, setAsking] = useState(false)
  if (!sheet.contactPhoneMasked) return null
  const who = [sheet.contactName, number ?? sheet.contactPhoneMasked].filter(Boolean).join(' ')
  if (number)
    return (
      <Button block size="large" icon={<PhoneOutlined />} href={`tel:${number}`} className="wo-call">
        {t('mine.call')} {who}
      </Button>
    )
  if (!sheet.can.includes('reveal')) return <p className="quiet">{who}</p>
  const reveal = async () => {
    setAsking(true)
    try {
      const found = await revealOf(sheet.id)()
      setNumber(found)
      window.location.href = `tel:${found}`
    } catch (error) {
      tell.failure(wordsOf(error))
    } finally {
      setAsking(false)
    }
  }
  return (
    <Button
      block
      size="large"
      icon={<PhoneOutlined />}
      loading={asking}
      className="wo-call"
      onClick={() => void reveal()}
    >
      {t('mine.call')} {who}
    </Button>
  )
}

/** The likeliest first; what is rarer stands behind “more”. */
const STEPS: Record<string, readonly Step[]> = {
  taken: ['arrive', 'hold', 'handOver', 'decline'],
  on_site: ['complete', 'quote', 'hold', 'handOver'],
  quoting: ['agree', 'refuse', 'hold'],
  // Of somebody stood in for, in a trade that one does not know.
  assigned: ['decline', 'hold'],
}

function Actions({ sheet }: { sheet: WorkOrder }) {
  const t = useWords(words)
  const go = useGo()
  const resuming = useSending(api.resume, {
    onDone: () => tell.done(say(words, 'mine.sent.resume')),
    onKept: () => tell.note(say(kit, 'outbox.kept')),
  })
  if (sheet.can.includes('take'))
    return (
      <div className="kit-verbs kit-verbs-sticky wo-bar">
        <Answer sheet={sheet} />
      </div>
    )
  const possible = (STEPS[sheet.status] ?? []).filter((step) => sheet.can.includes(step))
  const [leading, beside, ...behind] = possible
  const open = (step: Step) => go(`/my-work/${sheet.id}/${step}`)
  if (sheet.can.includes('resume'))
    return (
      <div className="kit-verbs kit-verbs-sticky wo-bar">
        <Button
          type="primary"
          size="large"
          loading={resuming.running}
          onClick={() => void resuming.run({ id: sheet.id })}
        >
          {t('verbs.resume')}
        </Button>
      </div>
    )
  if (!leading) return null
  return (
    <div className="kit-verbs kit-verbs-sticky wo-bar">
      <Button type="primary" size="large" onClick={() => open(leading)}>
        {t(`mine.steps.${leading}`)}
      </Button>
      {beside ? (
        <Button size="large" onClick={() => open(beside)}>
          {t(`mine.steps.${beside}`)}
        </Button>
      ) : null}
      {behind.length > 0 ? (
        <Dropdown
          trigger={['click']}
          menu={{
            items: behind.map((step) => ({ key: step, label: t(`mine.steps.${step}`), className: 'wo-bar-item' })),
            onClick: ({ key }) => isStep(key) && open(key),
          }}
        >
          <Button size="large" icon={<MoreOutlined />} aria-label={t('mine.otherVerbs')} title={t('mine.otherVerbs')} />
        </Dropdown>
      ) : null}
    </div>
  )
}
