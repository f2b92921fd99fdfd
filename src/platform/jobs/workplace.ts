// What a worker works with.
import type { Listening } from '../hearers.ts'
import type { People } from './job.ts'

export type Workplace = Listening & { people: People }
