// One plan: its items and how far they are, the summary, and what its writer may do next.
import { Button, Checkbox } from 'antd'
import { useRead, useWrite } from '../../../../ui/api.ts'
import { useNow } from '../../../../ui/clock.ts'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { useZone } from '../../../../ui/me.tsx'
import { wallOf } from '../../../../ui/moments.ts'
import { Columns, PageHeader, Panel } from '../../../../ui/Panel.tsx'
import { useRecordId } from '../../../../ui/pages.ts'
import { Chip, StatusTag } from '../../../../ui/StatusTag.tsx'
import { Timeline } from '../../../../ui/Timeline.tsx'
import { To } from '../../../../ui/To.tsx'
import { VerbBar } from '../../../../ui/VerbBar.tsx'
import { When } from '../../../../ui/values.tsx'
import { useWords } from '../../../../ui/words.ts'
import type { PlanItem, WorkPlan } from '../contract/work-plans.ts'
import { planLife } from '../states.ts'
import { planApi, planFields, planTones } from './plan-fields.tsx'
import './planning.css'
import { planWords } from './words.ts'

export function PlanPage() {
  const plan = useRead(planApi.get, { id: useRecordId() })
  return <Loaded of={plan}>{(record) => <PlanView plan={record} />}</Loaded>
}

function PlanView({ plan }: { plan: WorkPlan }) {
  const t = useWords(planWords)
  return (
    <>
      <PageHeader
        title={plan.title}
        tags={<StatusTag of={planWords} state={plan.status} tones={planTones} />}
        line={`${plan.staffName} · ${t(`cadences.${plan.cadence}`)} ${plan.period}`}
        back="/work-plans"
        actions={<Verbs plan={plan} />}
      />
      <Columns
        main={
          <>
            <Panel
              title={t('page.items')}
              extra={
                <>
                  <span className="quiet">{t('hints.done', { done: plan.itemsDone, all: plan.items })}</span>
                  {plan.status === 'submitted' ? (
                    <To href="/approvals?tab=asked" className="kit-link-button">
                      {t('hints.approval')}
                    </To>
                  ) : null}
                </>
              }
            >
              <ul className="pl-tasks">
                {plan.lines.map((item) => (
                  <Line key={item.id} plan={plan} item={item} />
                ))}
              </ul>
            </Panel>
            {plan.summary ? (
              <Panel title={t('page.summary')}>
                <p className="pl-text">{plan.summary}</p>
              </Panel>
            ) : null}
          </>
        }
        side={
          <Panel title={t('page.history')}>
            <Timeline events={plan.events} newestFirst />
          </Panel>
        }
      />
    </>
  )
}

function Line({ plan, item }: { plan: WorkPlan; item: PlanItem }) {
  const t = useWords(planWords)
  const marking = useWrite(planApi.markDone)
  const today = wallOf(useNow(), useZone()).day
  const isLate = item.doneAt === null && item.dueOn < today
  return (
    <li>
      <span className="pl-text">
        <Checkbox checked={item.doneAt !== null} disabled /> {item.goal}
        {item.result ? <span className="quiet"> {item.result}</span> : null}
      </span>
      <Chip tone={isLate ? 'bad' : 'neutral'}>{item.dueOn}</Chip>
      {item.doneAt ? (
        <span className="quiet">
          <When at={item.doneAt} />
        </span>
      ) : plan.can.includes('markDone') ? (
        <Button
          size="small"
          loading={marking.running}
          onClick={() => void marking.run({ id: plan.id, itemId: item.id, result: null })}
        >
          {t('hints.markDone')}
        </Button>
      ) : null}
    </li>
  )
}

function Verbs({ plan }: { plan: WorkPlan }) {
  const t = useWords(planWords)
  return (
    <VerbBar
      record={plan}
      api={planApi}
      words={planWords}
      life={planLife}
      verbs={{
        submit: { confirm: true, hidden: plan.status !== 'draft' },
        summarise: { fields: planFields, of: ['summary'], hidden: plan.status !== 'approved' },
        change: {
          open: ({ id }) => `/work-plans/${id}/change`,
          ...(plan.status === 'draft' ? {} : { line: t('hints.voids') }),
        },
      }}
    />
  )
}
