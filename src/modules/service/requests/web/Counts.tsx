// How many requests need what; each number leads to the list of what it counts.
import { apiOf, useRead } from '../../../../ui/api.ts'
import { useNow } from '../../../../ui/clock.ts'
import { useEstate, useZone } from '../../../../ui/me.tsx'
import { wallOf } from '../../../../ui/moments.ts'
import { type Query, readQuery, To } from '../../../../ui/To.tsx'
import { useUrlState } from '../../../../ui/url-state.ts'
import { useWords } from '../../../../ui/words.ts'
import { requests } from '../contract/requests.ts'
import { words } from './words.ts'

const api = apiOf(requests)

export function Counts() {
  const t = useWords(words)
  const zone = useZone()
  const { estateId } = useEstate()
  const { query } = useUrlState()
  const counts = useRead(api.counts, estateId ? { estateId } : {}, { keep: true, every: 60_000 })
  const { day } = wallOf(useNow(), zone)
  const lines = [
    ['open', 'open=true'],
    ['overdue', 'overdue=true&sort=due'],
    ['mine', 'open=true&mine=true'],
    ['unaccepted', 'status=new'],
    ['toVisit', 'status=to_visit'],
    ['today', `from=${day}&to=${day}`],
  ] as const
  return (
    <nav className="rq-counts" aria-label={t('list.counts')}>
      {lines.map(([key, asked]) => {
        const count = counts.data?.[key]
        const on = isOn(query, asked)
        return (
          <To
            key={key}
            // A second click takes it off again.
            href={on ? '/requests' : `/requests?${asked}`}
            className={`rq-count ${key === 'overdue' && count ? 'rq-count-bad' : ''} ${on ? 'rq-count-on' : ''}`}
          >
            <span className="rq-count-figure">{count ?? '·'}</span>
            <span>{t(`list.${key}`)}</span>
          </To>
        )
      })}
    </nav>
  )
}

/** Exactly these filters are set, whatever the order or the place in the list. */
function isOn(query: Query, asked: string) {
  const wanted = readQuery(asked)
  const set = Object.entries(query).filter(([name, value]) => value && name !== 'sort' && name !== 'after')
  const sought = Object.entries(wanted).filter(([name]) => name !== 'sort')
  return set.length === sought.length && sought.every(([name, value]) => String(query[name]) === value)
}
