// The fields of a long work, each said once.
import { type WorkRun, workRuns } from '../../../platform/work-runs/contract.ts'
import { apiOf } from '../../../ui/api.ts'
import { fieldsOf } from '../../../ui/fields.tsx'
import { StatusTag, type Tone } from '../../../ui/StatusTag.tsx'
import { NOTHING, When } from '../../../ui/values.tsx'
import { lookUp, wordsOfCode } from '../../../ui/words.ts'
import { words } from './words.ts'

export const api = apiOf(workRuns)

export const tones = {
  waiting: 'waiting',
  running: 'active',
  done: 'done',
  failed: 'bad',
  cancelled: 'neutral',
} satisfies Record<WorkRun['state'], Tone>

export const kindName = (kind: string) => lookUp(words.noun, `kinds.${kind}`) ?? kind

/** Why it was not done, in words. */
export const problemOf = ({ error, id }: WorkRun) =>
  error ? (wordsOfCode(error, { requestId: id }) ?? error) : undefined

const share = ({ done, total }: WorkRun) => {
  if (total === null) return done > 0 ? done.toLocaleString() : NOTHING
  return `${done.toLocaleString()} / ${total.toLocaleString()}`
}

export const fields = fieldsOf<WorkRun & { progress: string; rows: number }>()(words, {
  title: { column: { grow: true, phone: 'title' } },
  kind: { show: kindName, column: { width: 110 } },
  state: {
    show: (state) => <StatusTag of={words} state={state} tones={tones} />,
    column: { width: 96, phone: 'aside' },
  },
  progress: { show: (_, run) => share(run), column: { width: 130, align: 'right' } },
  startedByName: { column: { width: 104 } },
  createdAt: { show: (at) => <When at={at} />, column: { width: 120 } },
  endedAt: { show: (at) => <When at={at} />, column: { width: 120, phone: 'hide' } },
  rows: { show: (_, { result }) => (typeof result.rows === 'number' ? result.rows.toLocaleString() : NOTHING) },
})
