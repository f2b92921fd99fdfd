// Sets up a company: its standard posts and defaults, and the person who sets up everything else.
import { loadApprovalDefaults } from '../modules/organisation/approvals/module.ts'
import { bringStandardProofs, loadStandardDuties } from '../modules/organisation/duties/module.ts'
import { type CompanyDraft, foundCompany } from '../modules/organisation/estates/module.ts'
import { bringStandardPosts, type StandardPostKey } from '../modules/organisation/posts/module.ts'
import { takeOn } from '../modules/organisation/staff/module.ts'
import { loadRequestDefaults } from '../modules/service/requests/module.ts'
import { loadReturnVisitDefaults } from '../modules/service/return-visits/module.ts'
import { loadWorkOrderDefaults } from '../modules/service/work-orders/module.ts'
import { programOf } from '../platform/access.ts'
import { takeNew } from '../platform/brought.ts'
import { type Announce, type Ctx, type Equipment, perform } from '../platform/context.ts'
import type { Database } from '../platform/database.ts'
import { newId } from '../platform/ids.ts'
import type { Log } from '../platform/log.ts'
import { grants } from './grants/all.ts'
import { measures } from './measures.ts'

export type ManagerDraft = { name: string; login: string; phone?: string; passwordHash?: string }
export type NewCompany = CompanyDraft & { manager: ManagerDraft }
export type CreatedCompany = {
  companyId: string
  managerId: string
  login: string
  /** Undefined when a password was given. */
  initialPassword: string | undefined
}
export type Setting = { database: Database; equipment: Equipment; log: Log; now?: Date; announce?: Announce }

/** One transaction: either the company stands with somebody who can sign in, or nothing is there. */
export async function createCompany(setting: Setting, draft: NewCompany): Promise<CreatedCompany> {
  return inNewCompany(setting, async (ctx) => {
    const posts = await setUpCompany(ctx, draft)
    return createFirstManager(ctx, posts, draft.manager)
  })
}

/** The program at work in a company that its first action creates. */
export function inNewCompany<T>(setting: Setting, work: (ctx: Ctx) => Promise<T>): Promise<T> {
  const { database, equipment, log, now = new Date(), announce = () => {} } = setting
  return perform(database, { user: programOf(newId()), now, callId: 'set-up', log, equipment }, announce, work)
}

export type PostIds = ReadonlyMap<StandardPostKey, string>
export async function setUpCompany(ctx: Ctx, { name, zone, sample }: CompanyDraft): Promise<PostIds> {
  await foundCompany(ctx, { name, ...(zone ? { zone } : {}), ...(sample ? { sample } : {}) })
  return bringAlong(ctx)
}

/** What a room lays for a company once; what a later room lays comes to the companies that are there already. */
const DEFAULTS: Readonly<Record<string, (ctx: Ctx) => Promise<void>>> = {
  requests: loadRequestDefaults,
  'work-orders': loadWorkOrderDefaults,
  'return-visits': loadReturnVisitDefaults,
  approvals: loadApprovalDefaults,
}

/** Everything that comes with the program and was never given to this company: all of it when it is new. */
export async function bringAlong(ctx: Ctx): Promise<PostIds> {
  const { posts, fresh } = await bringStandardPosts(ctx, grants)
  await loadStandardDuties(ctx, fresh, measures)
  await bringStandardProofs(ctx, measures)
  const rooms = await takeNew(ctx.tx, 'defaults', Object.keys(DEFAULTS))
  for (const [room, load] of Object.entries(DEFAULTS)) if (rooms.has(room)) await load(ctx)
  return posts
}

/** Leads the company and administers the program until these posts are given to others. */
export async function createFirstManager(ctx: Ctx, posts: PostIds, draft: ManagerDraft): Promise<CreatedCompany> {
  const held = (['generalManager', 'systemAdministrator'] as const).flatMap((key) => {
    const postId = posts.get(key)
    return postId ? [{ postId, estateId: null }] : []
  })
  const { id, initialPassword } = await takeOn(ctx, { ...draft, posts: held })
  return { companyId: ctx.user.companyId, managerId: id, login: draft.login, initialPassword }
}
