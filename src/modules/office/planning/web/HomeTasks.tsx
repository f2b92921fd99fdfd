// On the start page: what I was given to do, and what waits for my check.
import { useRead } from '../../../../ui/api.ts'
import { DueChip } from '../../../../ui/DueChip.tsx'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { StandIn } from '../../../../ui/StandIn.tsx'
import { To } from '../../../../ui/To.tsx'
import { useWords } from '../../../../ui/words.ts'
import type { State } from '../states.ts'
import { api } from './calls.ts'
import './planning.css'
import { words } from './words.ts'

const TO_DO: State[] = ['assigned', 'started', 'returned']

export function HomeTasks() {
  const t = useWords(words)
  const list = useRead(api.list, { mine: true, status: TO_DO, limit: 5 })
  const toCheck = useRead(api.counts, {}).data?.toCheck ?? 0
  const all = (
    <To href="/tasks" className="kit-link-button">
      {t('page.list')}
    </To>
  )
  return (
    <Panel title={t('tabs.mine')} extra={all}>
      <Loaded of={list}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{t('empty.mine')}</p>
          ) : (
            <ul className="pl-tasks">
              {items.map(({ id, title, dueAt, assigneeId, assigneeName }) => (
                <li key={id}>
                  <To href={`/tasks/${id}`} className="kit-link-button">
                    {title}
                  </To>
                  <StandIn id={assigneeId} name={assigneeName} />
                  <DueChip due={dueAt} nearMinutes={120} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
      {toCheck > 0 ? (
        <To href="/tasks?tab=given&status=done" className="kit-link-button">
          {t('hints.toCheck', { count: toCheck })}
        </To>
      ) : null}
    </Panel>
  )
}
