// Writes a plan of a month or a year, or changes one.
import { Button, DatePicker, Input, Segmented } from 'antd'
import dayjs from 'dayjs'
import { useState } from 'react'
import { addMonthsClamped } from '../../../../platform/calendar/days.ts'
import { periodOfDay } from '../../../../platform/calendar/periods.ts'
import { useRead, useWrite } from '../../../../ui/api.ts'
import { useNow } from '../../../../ui/clock.ts'
import { LeaveGuard } from '../../../../ui/LeaveGuard.tsx'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { useZone } from '../../../../ui/me.tsx'
import { wallOf } from '../../../../ui/moments.ts'
import { PageHeader, Panel } from '../../../../ui/Panel.tsx'
import { useGo, useRecordId } from '../../../../ui/pages.ts'
import { useWords } from '../../../../ui/words.ts'
import { CADENCES, type WorkPlan } from '../contract/work-plans.ts'
import { type ItemTyped, PlanItems } from './PlanItems.tsx'
import { planApi } from './plan-fields.tsx'
import './planning.css'
import { planWords } from './words.ts'

export function ChangePlanPage() {
  const plan = useRead(planApi.get, { id: useRecordId() })
  return <Loaded of={plan}>{(record) => <Writing key={record.id} plan={record} />}</Loaded>
}
export const NewPlanPage = () => <Writing />

const typedOf = ({ lines }: WorkPlan): ItemTyped[] => lines.map(({ id, goal, dueOn }) => ({ key: id, id, goal, dueOn }))

/** What has been typed of a plan, new or there already. */
function usePlanTyped(plan: WorkPlan | undefined) {
  const t = useWords(planWords)
  const zone = useZone()
  const today = wallOf(useNow(), zone).day
  const [period, setPeriod] = useState(plan?.period ?? addMonthsClamped(today, 1).slice(0, 7))
  const [title, setTitle] = useState(plan?.title)
  const lastOn = lastOf(period, zone)
  const [items, setItems] = useState<ItemTyped[]>(plan ? typedOf(plan) : [{ key: '1', goal: '', dueOn: lastOn }])
  const choosePeriod = (next: string) => {
    setPeriod(next)
    setItems(items.map((item) => (item.goal ? item : { ...item, dueOn: lastOf(next, zone) })))
  }
  const drafts = items
    .filter(({ goal }) => goal.trim())
    .map(({ id, goal, dueOn }) => ({ ...(id ? { id } : {}), goal, dueOn }))
  return {
    ...{ period, choosePeriod, lastOn, items, setItems, drafts, setTitle },
    title: title ?? t('hints.defaultMonth', { month: period }),
    isTouched: drafts.length > 0 && (title !== plan?.title || drafts.length !== plan?.lines.length),
  }
}

/** 2026-11 or 2026. */
const cadenceOf = (period: string) => (period.length === 4 ? 'year' : 'month')
const dayIn = (period: string) => (period.length === 4 ? `${period}-01-01` : `${period}-01`)
const lastOf = (period: string, zone: string | undefined) => periodOfDay(cadenceOf(period), dayIn(period), zone).lastOn

function Writing({ plan }: { plan?: WorkPlan }) {
  const t = useWords(planWords)
  const go = useGo()
  const typed = usePlanTyped(plan)
  const { period, title, drafts } = typed
  const onDone = ({ id }: { id: string }) => go(`/work-plans/${id}`, { replace: true })
  const creating = useWrite(planApi.create, { onDone })
  const changing = useWrite(planApi.change, { onDone })
  const running = creating.running || changing.running
  const save = () => {
    if (plan) void changing.run({ id: plan.id, title, items: drafts })
    else void creating.run({ cadence: cadenceOf(period), day: dayIn(period), title, items: drafts })
  }
  return (
    <>
      <LeaveGuard isActive={() => !running && typed.isTouched} />
      <PageHeader
        title={t(plan ? 'page.change' : 'page.new')}
        line={plan && plan.status !== 'draft' ? t('hints.voids') : undefined}
        back={plan ? `/work-plans/${plan.id}` : '/work-plans'}
      />
      <Panel>
        <div className="pl-log">
          {plan ? null : <PeriodPick period={period} onChange={typed.choosePeriod} />}
          <div>
            <label htmlFor="plan-title">{t('fields.title')}</label>
            <Input
              id="plan-title"
              value={title}
              maxLength={80}
              onChange={({ target }) => typed.setTitle(target.value)}
            />
          </div>
          <PlanItems items={typed.items} lastOn={typed.lastOn} onChange={typed.setItems} />
          <div className="pl-foot">
            <Button
              type="primary"
              size="large"
              disabled={drafts.length === 0 || !title.trim()}
              loading={running}
              onClick={save}
            >
              {t('hints.save')}
            </Button>
          </div>
        </div>
      </Panel>
    </>
  )
}

function PeriodPick({ period, onChange }: { period: string; onChange(period: string): void }) {
  const t = useWords(planWords)
  const cadence = cadenceOf(period)
  return (
    <div className="pl-foot">
      <Segmented
        aria-label={t('fields.cadence')}
        value={cadence}
        options={CADENCES.map((value) => ({ value, label: t(`cadences.${value}`) }))}
        onChange={(next) => onChange(next === 'year' ? period.slice(0, 4) : `${period.slice(0, 4)}-01`)}
      />
      <DatePicker
        picker={cadence}
        value={dayjs(dayIn(period))}
        allowClear={false}
        aria-label={t('fields.day')}
        onChange={(next) => onChange(dayjs(next ?? dayIn(period)).format(cadence === 'year' ? 'YYYY' : 'YYYY-MM'))}
      />
    </div>
  )
}
