// What deputies do by themselves: begin and end in time.
import type { Schedule } from '../../../platform/jobs/schedules.ts'
import { turn } from './actions/turning.ts'

export const deputySchedules: readonly Schedule[] = [{ name: 'deputies.turn', everySeconds: 20, run: turn }]
