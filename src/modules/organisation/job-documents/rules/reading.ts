// What was read, in the form in which it is kept: cadences of the company's sheets, stretches of the text, and the catalogue's codes.
import type { ReadCadence, SourceRange } from '../../duties/module.ts'
import type { ReadDuty, Reading, ReadPost, Stretch } from '../contract.ts'

const CADENCE: Record<ReadCadence, ReadDuty['cadence']> = {
  continuous: 'always',
  'on-event': 'on_demand',
  shift: 'shift',
  daily: 'daily',
  weekly: 'weekly',
  monthly: 'monthly',
  quarterly: 'quarterly',
  'half-yearly': 'half_yearly',
  yearly: 'yearly',
}

type Duty = {
  text: string
  cadence: ReadCadence
  capability: string | null
  proposedFrom: { cadence: string[]; capability: string[] }
  source: SourceRange[]
}
type Post = {
  title: string
  department?: string
  kind: ReadPost['kind']
  reportsTo?: string
  supervises?: string[]
  authorities?: string[]
  summary?: string
  source: SourceRange[]
}
type Matched = { post: Post; key?: string; duties: readonly { duty: Duty; code?: string }[] }
type Model = Omit<Reading['models'][number], 'source'> & { source: SourceRange[] }

export const readingOf = (posts: readonly Matched[], models: readonly Model[]): Reading => ({
  posts: posts.map(postOf),
  models: models.map((model) => ({ ...model, source: model.source.map(stretchOf) })),
})

const postOf = ({ post, key, duties }: Matched): ReadPost => ({
  title: post.title,
  department: post.department ?? null,
  kind: post.kind,
  reportsTo: post.reportsTo ?? null,
  supervises: post.supervises ?? [],
  authorities: post.authorities ?? [],
  summary: post.summary ?? null,
  source: post.source.map(stretchOf),
  standardKey: key ?? null,
  duties: duties.map(({ duty, code }) => ({
    text: duty.text,
    cadence: CADENCE[duty.cadence],
    capability: duty.capability,
    cadenceWords: duty.proposedFrom.cadence,
    capabilityWords: duty.proposedFrom.capability,
    source: duty.source.map(stretchOf),
    code: code ?? null,
  })),
})

const stretchOf = ([from, until]: SourceRange): Stretch => ({ from, until })
