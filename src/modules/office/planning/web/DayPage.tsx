// Today's work on one screen: a superior places it person by person, and sees what has become of it.
import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import { Button, Checkbox, Input } from 'antd'
import { useState } from 'react'
import { addDays } from '../../../../platform/calendar/days.ts'
import { useRead, useWrite } from '../../../../ui/api.ts'
import { useNow } from '../../../../ui/clock.ts'
import { DueChip } from '../../../../ui/DueChip.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { useEstate, useZone } from '../../../../ui/me.tsx'
import { wallOf, weekday } from '../../../../ui/moments.ts'
import { PageHeader, Panel } from '../../../../ui/Panel.tsx'
import { Chip, StatusTag } from '../../../../ui/StatusTag.tsx'
import { To } from '../../../../ui/To.tsx'
import { oneIn, useUrlState } from '../../../../ui/url-state.ts'
import { useWords } from '../../../../ui/words.ts'
import type { PersonOfDay, TaskRow } from '../contract/tasks.ts'
import { OPEN } from '../states.ts'
import { api, DAY_ENDS, dueOn } from './calls.ts'
import { tones } from './fields.tsx'
import './planning.css'
import { words } from './words.ts'

export function DayPage() {
  const t = useWords(words)
  const zone = useZone()
  const now = useNow()
  const today = wallOf(now, zone).day
  const { query, change } = useUrlState()
  const day = oneIn(query, 'day') ?? today
  const deep = oneIn(query, 'deep') !== undefined
  const { estateId } = useEstate()
  const found = useRead(api.day, { day, ...(deep ? { deep } : {}), ...(estateId ? { estateId } : {}) }, { keep: true })
  const goTo = (next: string) => change({ day: next === today ? undefined : next })
  return (
    <>
      <PageHeader title={t('page.day')} line={t('page.dayLine')} />
      <div className="pl-days">
        <Button icon={<LeftOutlined />} aria-label={t('hints.yesterday')} onClick={() => goTo(addDays(day, -1))} />
        <strong>
          {day} {weekday(day)}
        </strong>
        <Button icon={<RightOutlined />} aria-label={t('hints.next')} onClick={() => goTo(addDays(day, 1))} />
        {day === today ? null : <Button onClick={() => goTo(today)}>{t('hints.today')}</Button>}
        <Checkbox checked={deep} onChange={({ target }) => change({ deep: target.checked ? '1' : undefined })}>
          {t('hints.deep')}
        </Checkbox>
      </div>
      <Panel>
        <Loaded of={found}>
          {({ people }) =>
            people.length === 0 ? (
              <EmptyState title={t('empty.below')} hint={t('empty.belowHint')} />
            ) : (
              people.map((person) => (
                <Person key={`${person.staffId} ${day}`} person={person} day={day} open={day >= today} />
              ))
            )
          }
        </Loaded>
      </Panel>
    </>
  )
}

const isOver = ({ status }: TaskRow) => !OPEN.some((one) => one === status)

function Person({ person, day, open }: { person: PersonOfDay; day: string; open: boolean }) {
  const t = useWords(words)
  const { tasks } = person
  const toCheck = tasks.filter(({ status }) => status === 'done').length
  return (
    <section className="pl-person">
      <div>
        <h3>{person.name}</h3>
        <div className="quiet">{person.titles.join('、')}</div>
        {person.onDuty ? null : <Chip tone="neutral">{t('hints.offDuty')}</Chip>}
        {tasks.length > 0 ? (
          <div className="quiet">{t('hints.done', { done: tasks.filter(isOver).length, all: tasks.length })}</div>
        ) : null}
        {toCheck > 0 ? <Chip tone="warn">{t('hints.toCheck', { count: toCheck })}</Chip> : null}
      </div>
      <div>
        <ul className="pl-tasks">
          {tasks.map((task) => (
            <li key={task.id}>
              <To href={`/tasks/${task.id}`} className="kit-link-button">
                {task.title}
              </To>
              {isOver(task) ? null : <DueChip due={task.dueAt} nearMinutes={120} />}
              <StatusTag of={words} state={task.status} tones={tones} />
              {task.can.includes('check') ? <CheckButton task={task} /> : null}
            </li>
          ))}
        </ul>
        {open ? <Place person={person} day={day} /> : null}
      </div>
    </section>
  )
}

function CheckButton({ task }: { task: TaskRow }) {
  const t = useWords(words)
  const checking = useWrite(api.check)
  return (
    <Button size="small" loading={checking.running} onClick={() => void checking.run({ id: task.id, remark: null })}>
      {t('verbs.check')}
    </Button>
  )
}

function Place({ person, day }: { person: PersonOfDay; day: string }) {
  const t = useWords(words)
  const zone = useZone()
  const now = useNow()
  const [title, setTitle] = useState('')
  const assigning = useWrite(api.assign, { onDone: () => setTitle('') })
  const place = () => {
    if (!title.trim() || assigning.running) return
    void assigning.run({ assigneeIds: [person.staffId], title, dueAt: dueOn(day, zone, new Date(now)), forDay: day })
  }
  const more = new URLSearchParams({ person: person.staffId, day, ...(title ? { title } : {}) })
  return (
    <div className="pl-foot">
      <Input
        style={{ flex: '1 1 200px' }}
        value={title}
        maxLength={120}
        disabled={assigning.running}
        placeholder={t('hints.addFor', { name: person.name })}
        aria-label={t('hints.addFor', { name: person.name })}
        onChange={({ target }) => setTitle(target.value)}
        onPressEnter={place}
      />
      {title ? (
        <>
          <Button type="primary" loading={assigning.running} onClick={place}>
            {t('verbs.assign')}
          </Button>
          <span className="quiet">{t('hints.due', { time: DAY_ENDS })}</span>
          <To href={`/tasks/new?${more}`} className="kit-link-button">
            {t('hints.more')}
          </To>
        </>
      ) : null}
    </div>
  )
}
