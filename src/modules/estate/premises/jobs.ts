// What premises do by themselves: the short name of an estate begins the way to each of its places.
import type { Hearer } from '../../../platform/hearers.ts'
import { rewrite } from './actions/change.ts'
import { listPlaceIdsOf, lockTree } from './queries/writing.ts'

export const hearers: Hearer[] = [
  {
    name: 'premises.estate-renamed',
    events: ['estate.changed'],
    async hear(ctx, { recordId: estateId, details }) {
      if (!saysName(details)) return
      await lockTree(ctx.tx, estateId)
      for (const { id } of await listPlaceIdsOf(ctx.tx, estateId)) await rewrite(ctx, id, estateId)
    },
  },
]

/** Details of a change hold the changed fields, each with its value before and after. */
const saysName = (details: unknown): boolean =>
  typeof details === 'object' &&
  details !== null &&
  'changed' in details &&
  typeof details.changed === 'object' &&
  details.changed !== null &&
  'shortName' in details.changed
