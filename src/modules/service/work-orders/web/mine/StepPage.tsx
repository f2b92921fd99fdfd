// One step on one screen: what it needs, and one big button to send it.
import type { ReactNode } from 'react'
import { useRead } from '../../../../../ui/api.ts'
import { EmptyState } from '../../../../../ui/EmptyState.tsx'
import { Loaded } from '../../../../../ui/Loaded.tsx'
import { useOutbox } from '../../../../../ui/outbox/outbox.ts'
import { FilesKept } from '../../../../../ui/outbox/sending.tsx'
import { PageHeader } from '../../../../../ui/Panel.tsx'
import { useGo, usePathParam, useRecordId } from '../../../../../ui/pages.ts'
import { To } from '../../../../../ui/To.tsx'
import { tell } from '../../../../../ui/tell.ts'
import { kit, say, useWords, wordsOfCode } from '../../../../../ui/words.ts'
import type { WorkOrder } from '../../contract/work-orders.ts'
import { api } from '../calls.ts'
import { placeOf } from '../looks.tsx'
import '../work-orders.css'
import { words } from '../words.ts'
import { asIfSent } from './as-if-sent.ts'
import { forgetDraft } from './draft.ts'
import { Finish } from './Finish.tsx'
import { Agree, Quote, Refuse } from './price-steps.tsx'
import type { StepProps } from './Send.tsx'
import { isStep, type Step } from './steps.ts'
import { Arrive, Decline, HandOver, Hold } from './ways.tsx'

const SCREENS: Record<Step, (props: StepProps) => ReactNode> = {
  arrive: Arrive,
  quote: Quote,
  agree: Agree,
  refuse: Refuse,
  hold: Hold,
  decline: Decline,
  handOver: HandOver,
  complete: Finish,
}

export function StepPage() {
  const step = usePathParam('step')
  const sheet = useRead(api.get, { id: useRecordId() })
  const queue = useOutbox()
  return (
    <div className="wo-mine">
      <FilesKept>
        <Loaded of={sheet}>
          {(record) => (isStep(step) ? <StepView sheet={asIfSent(record, queue)} step={step} /> : null)}
        </Loaded>
      </FilesKept>
    </div>
  )
}

function StepView({ sheet, step }: { sheet: WorkOrder; step: Step }) {
  const t = useWords(words)
  const go = useGo()
  const Screen = SCREENS[step]
  const back = `/my-work/${sheet.id}`
  const left = () => {
    // What is no longer one's own is not looked at again.
    go(step === 'decline' || step === 'handOver' ? '/my-work' : back, { replace: true })
  }
  const sent = () => {
    forgetDraft(`${sheet.id}.${step}`)
    tell.done(say(words, `mine.sent.${step}`))
    left()
  }
  const kept = () => {
    tell.note(say(kit, 'outbox.kept'))
    left()
  }
  return (
    <>
      <PageHeader title={t(`mine.steps.${step}`)} line={`${placeOf(sheet)} · ${sheet.subject}`} back={back} />
      {sheet.can.includes(step) ? (
        <Screen sheet={sheet} onSent={sent} onKept={kept} />
      ) : (
        <EmptyState
          title={wordsOfCode('work_order.not_allowed_now')}
          action={<To href={back}>{t('board.openSheet')}</To>}
        />
      )}
    </>
  )
}
