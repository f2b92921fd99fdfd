// What premises do by themselves: the short name of an estate begins the way to each of its places.
import type { EventHearer } from '../../../platform/hearers.ts'
import { followEstateName } from './actions/change.ts'

export const hearers: EventHearer[] = [
  {
    name: 'premises.estate-renamed',
    events: ['estate.changed'],
    async hear(ctx, { recordId, details }) {
      if (saysShortName(details)) await followEstateName(ctx, recordId)
    },
  },
]

/** Details of a change hold the changed fields, each with its value before and after. */
const saysShortName = (details: unknown): boolean =>
  typeof details === 'object' &&
  details !== null &&
  'changed' in details &&
  typeof details.changed === 'object' &&
  details.changed !== null &&
  'shortName' in details.changed
