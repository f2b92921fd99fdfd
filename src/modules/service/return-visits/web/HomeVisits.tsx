// On the start page: the visits that come first.
import { useRead } from '../../../../ui/api.ts'
import { DueChip } from '../../../../ui/DueChip.tsx'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { useEstate } from '../../../../ui/me.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { To } from '../../../../ui/To.tsx'
import { useWords } from '../../../../ui/words.ts'
import { api } from './calls.ts'
import './return-visits.css'
import { words } from './words.ts'

const SHOWN = 5

export function HomeVisits() {
  const t = useWords(words)
  const { estateId } = useEstate()
  const list = useRead(api.list, {
    status: ['due'],
    forMe: true,
    sort: 'due',
    limit: SHOWN,
    ...(estateId ? { estateId } : {}),
  })
  return (
    <Panel
      title={t('list.tabs.due')}
      extra={
        <To href="/return-visits" className="kit-link-button">
          {t('list.title')}
        </To>
      }
    >
      <Loaded of={list}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{t('list.empty')}</p>
          ) : (
            <ul className="rv-list">
              {items.map((visit) => (
                <li key={visit.id}>
                  <To href={`/return-visits/${visit.id}`} className="kit-link-button">
                    {visit.subject}
                  </To>
                  <DueChip due={visit.dueAt} nearMinutes={240} />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Panel>
  )
}
