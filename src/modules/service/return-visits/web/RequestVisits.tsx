// On the page of a request: whether and how the customer was asked.
import { useRead } from '../../../../ui/api.ts'
import { DueChip } from '../../../../ui/DueChip.tsx'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { To } from '../../../../ui/To.tsx'
import { When } from '../../../../ui/values.tsx'
import { useWords } from '../../../../ui/words.ts'
import { api } from './calls.ts'
import { Score, Solved, StateMark } from './looks.tsx'
import './return-visits.css'
import { words } from './words.ts'

export function RequestVisits({ recordId }: { recordId: string }) {
  const t = useWords(words)
  const list = useRead(api.list, { requestId: recordId, sort: 'newest', limit: 20 })
  return (
    <Panel title={t('request.title')}>
      <Loaded of={list}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{t('request.none')}</p>
          ) : (
            <ul className="rv-list">
              {items.map((visit) => (
                <li key={visit.id}>
                  <StateMark state={visit.status} />
                  {visit.status === 'due' ? <DueChip due={visit.dueAt} nearMinutes={240} /> : null}
                  {visit.score === null ? null : <Score score={visit.score} />}
                  {visit.solved === null ? null : <Solved solved={visit.solved} />}
                  <span className="quiet">
                    {visit.visitorName} {visit.madeAt ? <When at={visit.madeAt} /> : null}
                  </span>
                  <To href={`/return-visits/${visit.id}`}>
                    {t(visit.can.includes('make') ? 'request.open' : 'page.answers')}
                  </To>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Panel>
  )
}
