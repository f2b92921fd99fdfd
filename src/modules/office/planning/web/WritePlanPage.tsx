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
import { planWords } from './plan-words.ts'

export function ChangePlanPage() {
  const plan = useRead(planApi.get, { id: useRecordId() })
  return <Loaded of={plan}>{(record) => <Writing key={record.id} plan={record} />}</Loaded>
}
export const NewPlanPage = () => <Writing />

const typedOf = ({ lines }: WorkPlan): ItemTyped[] => lines.map(({ id, goal, dueOn }) => ({ key: id, id, goal, dueOn }))

function Writing({ plan }: { plan?: WorkPlan }) {
  const t = useWords(planWords)
  const go = useGo()
  const zone = useZone()
  const today = wallOf(useNow(), zone).day
  const [cadence, setCadence] = useState(plan?.cadence ?? 'month')
  const [period, setPeriod] = useState(plan?.period ?? addMonthsClamped(today, 1).slice(0, 7))
  const day = dayIn(period, today)
  const { lastOn } = periodOfDay(cadence, day, zone)
  const [title, setTitle] = useState(plan?.title)
  const [items, setItems] = useState<ItemTyped[]>(plan ? typedOf(plan) : [{ key: '1', goal: '', dueOn: lastOn }])
  const onDone = ({ id }: { id: string }) => go(`/work-plans/${id}`, { replace: true })
  const creating = useWrite(planApi.create, { onDone })
  const changing = useWrite(planApi.change, { onDone })
  const named = title ?? t('hints.defaultMonth', { month: period })
  const drafts = items
    .filter(({ goal }) => goal.trim())
    .map(({ id, goal, dueOn }) => ({ ...(id ? { id } : {}), goal, dueOn: dueOn || lastOn }))
  const running = creating.running || changing.running
  const save = () => {
    if (plan) void changing.run({ id: plan.id, title: named, items: drafts })
    else void creating.run({ cadence, day, title: named, items: drafts })
  }
  const choosePeriod = (next: string) => {
    setPeriod(next)
    const last = periodOfDay(next.length === 4 ? 'year' : 'month', dayIn(next, today), zone).lastOn
    setItems(items.map((item) => (item.goal ? item : { ...item, dueOn: last })))
  }
  return (
    <>
      <LeaveGuard isActive={() => !running && drafts.length > 0 && !creating.problem && title !== plan?.title} />
      <PageHeader
        title={t(plan ? 'page.change' : 'page.new')}
        line={plan && plan.status !== 'draft' ? t('hints.voids') : undefined}
        back={plan ? `/work-plans/${plan.id}` : '/work-plans'}
      />
      <Panel>
        <div className="pl-log">
          {plan ? null : (
            <div className="pl-foot">
              <Segmented
                aria-label={t('fields.cadence')}
                value={cadence}
                options={CADENCES.map((value) => ({ value, label: t(`cadences.${value}`) }))}
                onChange={(next) => {
                  setCadence(next)
                  choosePeriod(next === 'year' ? period.slice(0, 4) : `${period.slice(0, 4)}-${today.slice(5, 7)}`)
                }}
              />
              <DatePicker
                picker={cadence}
                value={dayjs(day)}
                allowClear={false}
                aria-label={t('fields.day')}
                onChange={(next) => choosePeriod(dayjs(next ?? day).format(cadence === 'year' ? 'YYYY' : 'YYYY-MM'))}
              />
            </div>
          )}
          <div>
            <label htmlFor="plan-title">{t('fields.title')}</label>
            <Input id="plan-title" value={named} maxLength={80} onChange={({ target }) => setTitle(target.value)} />
          </div>
          <PlanItems items={items} lastOn={lastOn} onChange={setItems} />
          <div className="pl-foot">
            <Button
              type="primary"
              size="large"
              disabled={drafts.length === 0 || !named.trim() || !isPeriod(period)}
              loading={running}
              onClick={save}
            >
              {t(plan ? 'verbs.change' : 'verbs.create')}
            </Button>
          </div>
        </div>
      </Panel>
    </>
  )
}

const isPeriod = (period: string) => /^\d{4}(-(0[1-9]|1[0-2]))?$/.test(period)
const dayIn = (period: string, today: string) =>
  isPeriod(period) ? (period.length === 4 ? `${period}-01-01` : `${period}-01`) : today
