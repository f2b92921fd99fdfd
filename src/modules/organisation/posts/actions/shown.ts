// A post as its verbs find it and as answers show it.
import { canOf, mustReach, reaches, type User } from '../../../../platform/access.ts'
import { archivingOf } from '../../../../platform/archiving.ts'
import { dayOf } from '../../../../platform/calendar/zones.ts'
import type { Ctx } from '../../../../platform/context.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { lockCompany } from '../../estates/module.ts'
import { findPost, listGrants, lockPost, type PostLine } from '../queries.ts'
import { postLife } from '../states.ts'

const VERBS = ['change', 'grant', 'revoke', 'archive', 'restore'] as const

export const today = ({ now, user }: Ctx) => dayOf(now, user.zone)

export async function readable(ctx: Ctx, id: string): Promise<PostLine> {
  const post = await findPost(ctx.tx, today(ctx), id)
  if (!post) throw new Refusal('post.not_found', { id })
  return post
}

/** Posts belong to the company, so only a grant for the whole company changes them. */
export async function locked(ctx: Ctx, id: string, verb: (typeof VERBS)[number]) {
  await lockCompany(ctx.tx)
  await lockPost(ctx.tx, id)
  const post = await readable(ctx, id)
  mustReach(ctx.user, `posts.${verb}`, {})
  postLife.next(archivingOf(post), moveOf(verb))
  return post
}

export const rowShown = (user: User, row: PostLine) => ({
  ...row,
  status: archivingOf(row),
  can: canOf(
    VERBS,
    (verb) =>
      postLife.can(archivingOf(row), moveOf(verb)) &&
      reaches(user, `posts.${verb}`, {}) &&
      (verb !== 'archive' || (!row.system && row.holders === 0)) &&
      (row.kind === 'post' || (verb !== 'grant' && verb !== 'revoke')),
  ),
})

export async function shown(ctx: Ctx, id: string) {
  const row = await readable(ctx, id)
  const grants = await listGrants(ctx.tx, [id])
  return {
    ...rowShown(ctx.user, row),
    grants: grants.map(({ permission, reach }) => ({ permission, reach })),
  }
}

/** To grant and to revoke is to change the post. */
const moveOf = (verb: (typeof VERBS)[number]) => (verb === 'grant' || verb === 'revoke' ? 'change' : verb)
