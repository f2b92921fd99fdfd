// On the start page: the first few sheets of a worker, and how many may be taken.
import { useRead } from '../../../../../ui/api.ts'
import { Loaded } from '../../../../../ui/Loaded.tsx'
import { Panel } from '../../../../../ui/Panel.tsx'
import { StandIn } from '../../../../../ui/StandIn.tsx'
import { To } from '../../../../../ui/To.tsx'
import { useWords } from '../../../../../ui/words.ts'
import { api } from '../calls.ts'
import { DueMark, placeOf, StateMark } from '../looks.tsx'
import '../work-orders.css'
import { words } from '../words.ts'

const SHOWN = 5

export function HomeJobs() {
  const t = useWords(words)
  const mine = useRead(api.list, { mine: true, live: true, sort: 'due', limit: SHOWN })
  const takeable = useRead(api.list, { takeable: true, limit: 1 })
  const total = takeable.data?.total ?? 0
  return (
    <Panel
      title={t('mine.title')}
      extra={
        total > 0 ? (
          <To href="/my-work?tab=takeable" className="kit-link-button">
            {t('mine.tabs.takeable')} {total}
          </To>
        ) : null
      }
      flush
    >
      <Loaded of={mine}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet wo-none">{t('mine.none')}</p>
          ) : (
            <ul className="wo-of-request">
              {items.map((sheet) => (
                <li key={sheet.id}>
                  <To href={`/my-work/${sheet.id}`} className="kit-link-button">
                    {placeOf(sheet)} · {sheet.subject}
                  </To>
                  <span className="wo-marks">
                    <StandIn id={sheet.workerId} name={sheet.workerName} />
                    <StateMark state={sheet.status} />
                    <DueMark row={sheet} />
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Panel>
  )
}
