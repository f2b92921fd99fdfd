// The wall display (大屏): dark, without the frame, panels that take turns, current for days; no customer's name is ever on it.
import { CompressOutlined } from '@ant-design/icons'
import { useEffect, useState } from 'react'
import { apiOf, onSignedOut, useRead } from '../../../../../ui/api.ts'
import { useNow } from '../../../../../ui/clock.ts'
import { Loaded } from '../../../../../ui/Loaded.tsx'
import { useLiveState } from '../../../../../ui/live.ts'
import { useMe } from '../../../../../ui/me.tsx'
import { absolute, wallOf } from '../../../../../ui/moments.ts'
import { To, writeQuery } from '../../../../../ui/To.tsx'
import { useUrlState } from '../../../../../ui/url-state.ts'
import { useWords } from '../../../../../ui/words.ts'
import { board } from '../../contract.ts'
import '../board.css'
import { useBoardEstate } from '../estate.ts'
import { useBoardKeptCurrent } from '../live.ts'
import { words } from '../words.ts'
import { Figures } from './Figures.tsx'
import { Turning } from './Turning.tsx'
import './wall.css'

const api = apiOf(board)
/** Even when nobody changes anything, limits run out. */
const LOOK_EVERY_MS = 60_000

export function WallPage() {
  const t = useWords(words)
  const me = useMe()
  const now = useNow()
  const { query } = useUrlState()
  const { day, clock } = wallOf(now, me.zone)
  const estateId = useBoardEstate()
  const where = estateId ? { estateId } : {}
  const month = day.slice(0, 7)
  const options = { keep: true, every: LOOK_EVERY_MS }
  useDarkPage()
  useBoardKeptCurrent()
  const today = useRead(api.figures, { from: day, to: day, ...where }, options)
  const ofMonth = useRead(api.figures, { from: `${month}-01`, to: day, ...where }, options)
  const spread = useRead(api.spread, { from: `${month}-01`, to: day, ...where }, options)
  const duties = useRead(api.duties, { month, ...where }, options)
  const { data, dataUpdatedAt } = ofMonth
  useEffect(() => {
    document.title = `${t('wall.title')} · 职守`
  }, [t])
  const place = data?.estates.find(({ id }) => id === data.estateId)?.name ?? me.companyName
  const lastAt = data ? absolute(data.at, me.zone) : '—'
  return (
    <main className="wall">
      <header className="wall-head">
        <h1>
          {place} <span className="wall-quiet">{t('wall.title')}</span>
        </h1>
        <p className="wall-clock">
          <span className="wall-quiet">{day}</span> {clock}
        </p>
        <To href={`/board${writeQuery({ estateId: query.estateId })}`} className="wall-exit" title={t('wall.exit')}>
          <CompressOutlined />
          <span className="sr-only">{t('wall.exit')}</span>
        </To>
      </header>
      <Cut at={lastAt} updatedAt={dataUpdatedAt} failed={today.isError || ofMonth.isError} />
      <Loaded of={ofMonth}>
        {(shown) => (
          <>
            <Figures month={shown} today={today.data} />
            <Turning of={shown} heat={spread.data?.heat ?? []} duties={duties.data} />
          </>
        )}
      </Loaded>
    </main>
  )
}

/** The page is dark as long as the wall is on it, whatever this computer is set to. */
function useDarkPage() {
  useEffect(() => {
    const root = document.documentElement
    const before = root.hasAttribute('data-dark')
    root.setAttribute('data-dark', '')
    return () => {
      root.toggleAttribute('data-dark', before)
    }
  }, [])
}

/** Says why the picture stands still; it goes on by itself once it can. */
function Cut({ at, updatedAt, failed }: { at: string; updatedAt: number; failed: boolean }) {
  const t = useWords(words)
  const live = useLiveState()
  const [signedOutAt, setSignedOutAt] = useState(0)
  useEffect(() => onSignedOut(() => setSignedOutAt(Date.now())), [])
  const why = signedOutAt > updatedAt ? 'signedOut' : live === 'lost' ? 'lost' : failed ? 'behind' : undefined
  if (!why) return null
  return (
    <p className="wall-cut" role="alert">
      {t(`wall.${why}`, { at })}
    </p>
  )
}
