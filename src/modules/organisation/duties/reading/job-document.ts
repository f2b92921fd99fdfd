// What is read out of a job-responsibility document (岗位职责): posts with their duties, and competency models beside them.
import type { Capability } from '../../posts/contract.ts'

/** How often a duty comes up, in the words of the duty table people exchange. */
export const CADENCES = [
  'continuous',
  'on-event',
  'shift',
  'daily',
  'weekly',
  'monthly',
  'quarterly',
  'half-yearly',
  'yearly',
] as const
export type ReadCadence = (typeof CADENCES)[number]

/** From, up to but not including, in characters of the extracted text. */
export type SourceRange = [start: number, end: number]

export type Proposal = {
  cadence: ReadCadence
  capability: Capability | null
  /** The words of the duty that led there; empty when nothing in it says how often. */
  proposedFrom: { cadence: string[]; capability: string[] }
}
export type ReadDuty = Proposal & {
  /** One whole sentence, with its broken lines put together and its number taken off. */
  text: string
  /** Every place where it stands: a post that is repeated says its duties more than once. */
  source: SourceRange[]
}
export type ReadPost = {
  title: string
  department?: string
  /** Duties of a whole department are no person's, but are kept. */
  kind: 'post' | 'department'
  reportsTo?: string
  supervises?: string[]
  authorities?: string[]
  summary?: string
  duties: ReadDuty[]
  source: SourceRange[]
}
export type ReadCompetencyModel = {
  title: string
  competencies: { name: string; tier: 'core' | 'general' | 'professional' }[]
  source: SourceRange[]
}
export type JobDocument = { posts: ReadPost[]; models: ReadCompetencyModel[] }
