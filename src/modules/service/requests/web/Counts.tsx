// How many requests need what; each number leads to the list of what it counts.
import { apiOf, useRead } from '../../../../ui/api.ts'
import { useNow } from '../../../../ui/clock.ts'
import { useEstate, useMe, useZone } from '../../../../ui/me.tsx'
import { wallOf } from '../../../../ui/moments.ts'
import { To } from '../../../../ui/To.tsx'
import { useWords } from '../../../../ui/words.ts'
import { requests } from '../contract/requests.ts'
import { words } from './words.ts'

const api = apiOf(requests)

export function Counts() {
  const t = useWords(words)
  const me = useMe()
  const zone = useZone()
  const { estateId } = useEstate()
  const counts = useRead(api.counts, estateId ? { estateId } : {}, { keep: true, every: 60_000 })
  const { day } = wallOf(useNow(), zone)
  const lines = [
    ['open', '?open=true'],
    ['overdue', '?overdue=true&sort=due'],
    ['mine', `?open=true&handlerId=${me.id}`],
    ['unaccepted', '?status=new'],
    ['toVisit', '?status=to_visit'],
    ['today', `?from=${day}&to=${day}`],
  ] as const
  return (
    <nav className="rq-counts" aria-label={t('list.counts')}>
      {lines.map(([key, query]) => {
        const count = counts.data?.[key]
        return (
          <To
            key={key}
            href={`/requests${query}`}
            className={key === 'overdue' && count ? 'rq-count rq-count-bad' : 'rq-count'}
          >
            <span className="rq-count-figure">{count ?? '·'}</span>
            <span>{t(`list.${key}`)}</span>
          </To>
        )
      })}
    </nav>
  )
}
