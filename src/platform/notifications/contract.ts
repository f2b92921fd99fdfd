// What the program tells one person. The page makes the words from kind and params.
import { z } from 'zod'
import { ById, Count, Done, Id, Instant, page, pageOf, queryFlag, read, resource, write } from '../contract.ts'

export const Notification = z.object({
  id: Id,
  /** `<record kind>.<what happened>`. */
  kind: z.string(),
  params: z.record(z.string(), z.unknown()),
  recordKind: z.string().nullable(),
  recordId: Id.nullable(),
  createdAt: Instant,
  readAt: Instant.nullable(),
})
export type Notification = z.output<typeof Notification>

export const notifications = resource('notifications', {
  list: read({
    input: z.object({ ...page, unread: queryFlag.optional() }),
    output: pageOf(Notification),
    access: 'signed-in',
    summary: 'Own notifications, newest first',
  }),
  count: read({ input: z.object({}), output: z.object({ unread: Count }), access: 'signed-in' }),
  read: write({ input: ById, output: Done, access: 'signed-in', refuses: ['notification.not_found'] }),
  readAll: write({ input: z.object({}), output: z.object({ read: Count }), access: 'signed-in' }),
})
