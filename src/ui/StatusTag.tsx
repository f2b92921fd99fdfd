// A state as a word on a tint: always readable as text, never by colour alone.
import type { Tree, Words } from './words.ts'
import { lookUp, useKit } from './words.ts'

export const TONES = ['neutral', 'waiting', 'active', 'good', 'done', 'warn', 'bad'] as const
export type Tone = (typeof TONES)[number]

/** For any short word: an urgency, a kind, a mark. */
export const Chip = ({ tone = 'neutral', children }: { tone?: Tone; children: React.ReactNode }) => (
  <span className={`kit-tag kit-tag-${tone}`}>{children}</span>
)

export type StatusTagProps<S extends string> = {
  of: Words<Tree>
  state: S | null | undefined
  tones: Readonly<Record<S, Tone>>
  /** The branch of the words in which the states stand. */
  branch?: string
}
export function StatusTag<S extends string>({ of, state, tones, branch = 'states' }: StatusTagProps<S>) {
  useKit()
  if (!state) return null
  return <Chip tone={tones[state]}>{lookUp(of.noun, `${branch}.${state}`) ?? state}</Chip>
}
