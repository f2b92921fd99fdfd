// How work plans show.
import { apiOf } from '../../../../ui/api.ts'
import { textArea } from '../../../../ui/controls.tsx'
import { anyOf, fieldsOf, oneOf } from '../../../../ui/fields.tsx'
import { optionsOf } from '../../../../ui/options.ts'
import { StatusTag, type Tone } from '../../../../ui/StatusTag.tsx'
import { When } from '../../../../ui/values.tsx'
import { useWords } from '../../../../ui/words.ts'
import { CADENCES, type WorkPlan, workPlans } from '../contract/work-plans.ts'
import { PLAN_STATES, type PlanState } from '../states.ts'
import { planWords } from './words.ts'

export const planApi = apiOf(workPlans)
export const planTones = {
  draft: 'neutral',
  submitted: 'waiting',
  approved: 'active',
  summarised: 'done',
} as const satisfies Record<PlanState, Tone>

export const planFields = fieldsOf<WorkPlan>()(planWords, {
  title: { column: { grow: true, phone: 'title' } },
  period: { column: { width: 100 } },
  cadence: {
    column: { width: 80 },
    show: (cadence) => <Cadence cadence={cadence} />,
    filter: oneOf(optionsOf(planWords, 'cadences', CADENCES)),
  },
  staffName: { column: { width: 100 } },
  estateName: { column: { width: 120, hidden: true, phone: 'hide' } },
  itemsDone: { column: { width: 90 }, show: (done, { items }) => `${done} / ${items}` },
  status: {
    column: { width: 90, phone: 'aside' },
    show: (status) => <StatusTag of={planWords} state={status} tones={planTones} />,
    filter: anyOf(optionsOf(planWords, 'states', PLAN_STATES)),
  },
  submittedAt: { column: { width: 130, hidden: true, phone: 'hide' }, show: (at) => <When at={at} /> },
  approvedAt: { column: { width: 130, hidden: true, phone: 'hide' }, show: (at) => <When at={at} /> },
  summary: { control: textArea({ max: 6000, rows: 8 }) },
})

function Cadence({ cadence }: { cadence: WorkPlan['cadence'] }) {
  const t = useWords(planWords)
  return t(`cadences.${cadence}`)
}
