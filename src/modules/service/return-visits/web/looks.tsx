// How the marks of a return visit look: state, score, whether it was solved.
import { Chip, StatusTag, type Tone } from '../../../../ui/StatusTag.tsx'
import { useWords } from '../../../../ui/words.ts'
import type { State } from '../states.ts'
import { words } from './words.ts'

const TONES = {
  due: 'waiting',
  made: 'good',
  unreachable: 'warn',
  waived: 'done',
  cancelled: 'done',
} satisfies Record<State, Tone>
export const StateMark = ({ state }: { state: State }) => <StatusTag of={words} state={state} tones={TONES} />

export function Score({ score }: { score: number | null }) {
  const t = useWords(words)
  if (score === null) return <span className="quiet">—</span>
  const tone = score <= 2 ? 'bad' : score === 3 ? 'warn' : 'good'
  return <Chip tone={tone}>{t('list.points', { score })}</Chip>
}
export function Solved({ solved }: { solved: boolean | null }) {
  const t = useWords(words)
  if (solved === null) return <span className="quiet">—</span>
  return <Chip tone={solved ? 'good' : 'bad'}>{t(solved ? 'list.yes' : 'list.no')}</Chip>
}
