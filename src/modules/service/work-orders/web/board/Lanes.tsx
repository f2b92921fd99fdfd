// The lanes with how many sheets stand in each.
import { useRead } from '../../../../../ui/api.ts'
import { useUrlState } from '../../../../../ui/url-state.ts'
import { useWords } from '../../../../../ui/words.ts'
import { api } from '../calls.ts'
import { words } from '../words.ts'
import type { BoardFilter } from './BoardPage.tsx'
import { inputOfLane, LANES, type Lane } from './lanes.ts'

type Props = { lane: Lane; filter: BoardFilter; startOfToday: string }
export function Lanes({ lane, filter, startOfToday }: Props) {
  const t = useWords(words)
  return (
    <nav className="wo-lanes" aria-label={t('board.title')}>
      {LANES.map((one) => (
        <LaneButton key={one} lane={one} current={one === lane} filter={filter} startOfToday={startOfToday} />
      ))}
    </nav>
  )
}

function LaneButton({ lane, current, filter, startOfToday }: Props & { current: boolean }) {
  const t = useWords(words)
  const { change } = useUrlState()
  const { estateId } = filter
  const counted = useRead(
    api.list,
    { ...inputOfLane(lane, startOfToday), limit: 1, ...(estateId ? { estateId } : {}) },
    { keep: true },
  )
  const { total, more } = counted.data ?? {}
  return (
    <button
      type="button"
      className={current ? 'wo-lane wo-lane-now' : 'wo-lane'}
      aria-current={current ? 'true' : undefined}
      onClick={() => change({ lane: lane === 'give' ? undefined : lane, after: undefined })}
    >
      {t(`board.lanes.${lane}`)}
      <span className="wo-lane-count">{typeof total === 'number' ? `${total}${more ? '+' : ''}` : '·'}</span>
    </button>
  )
}
