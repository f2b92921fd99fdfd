// Who may do what with posts. Duties and grants are no secret; changing them is for two.
import { everybody, keepers } from './everybody.ts'

export const postsGrants = {
  'posts.read': everybody('company'),
  'posts.create': keepers,
  'posts.change': keepers,
  'posts.grant': keepers,
  'posts.revoke': keepers,
  'posts.archive': keepers,
  'posts.restore': keepers,
} as const
