// Filters of a list kept under a name, for oneself or for everybody.
import { z } from 'zod'
import { ById, Done, Id, read, resource, text, write } from '../contract.ts'

const LONGEST_QUERY = 8000
/** What the page puts into the list's input again: filters, search, sort, columns. */
const Query = z
  .record(z.string().max(100), z.unknown())
  .refine((query) => JSON.stringify(query).length <= LONGEST_QUERY, 'too long')
const ListName = z.string().regex(/^[a-z][a-z0-9.-]{0,59}$/)

export const SavedView = z.object({
  id: Id,
  list: z.string(),
  name: z.string(),
  query: z.record(z.string(), z.unknown()),
  shared: z.boolean(),
  own: z.boolean(),
  byName: z.string(),
  can: z.array(z.enum(['change', 'share', 'remove'])),
})
export type SavedView = z.output<typeof SavedView>

const refuses = ['saved_view.not_found', 'saved_view.not_yours'] as const

export const savedViews = resource('saved-views', {
  list: read({
    input: z.object({ list: ListName }),
    output: z.object({ items: z.array(SavedView) }),
    access: 'signed-in',
    summary: 'Own views of one list, and those shared with everybody',
  }),
  create: write({
    input: z.object({ list: ListName, name: text(40), query: Query }),
    output: SavedView,
    access: 'signed-in',
    refuses: ['saved_view.too_many'],
  }),
  change: write({
    input: ById.extend({ name: text(40).optional(), query: Query.optional() }),
    output: SavedView,
    access: 'signed-in',
    refuses,
  }),
  share: write({
    input: ById.extend({ shared: z.boolean() }),
    output: SavedView,
    refuses: ['saved_view.not_found'],
    summary: 'Show an own view to everybody, or take any shared one back',
  }),
  remove: write({ input: ById, output: Done, access: 'signed-in', refuses }),
})
