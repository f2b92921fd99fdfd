// What a new company starts with: who agrees to what, and what each post decides by itself.
import type { Ctx } from '../../../../platform/context.ts'
import type { Kind } from '../contract/rules.ts'
import { listPosts, saveLimit, saveRule } from '../queries/rules.ts'

type Line = [kind: Kind, upToDays: number | null, steps: string[], timeoutHours: number]
const RULES: readonly Line[] = [
  ['work_plan', null, ['superior'], 48],
  ['leave', 1, ['superior'], 24],
  ['leave', 3, ['superior', 'above_superior'], 24],
  ['leave', null, ['superior', 'above_superior', 'post:generalManager'], 24],
  ['price', null, ['authority'], 24],
  ['waiver', null, ['authority'], 24],
  ['refund', null, ['authority'], 24],
]

type Limit = [post: string, kind: Kind, upToYuan: number | null, upToDays?: number]
const LIMITS: readonly Limit[] = [
  ['customerServiceSupervisor', 'waiver', 200],
  ['projectSupervisor', 'waiver', 200],
  ['engineeringSupervisor', 'waiver', 200],
  ['customerServiceManager', 'waiver', 2000],
  ['generalManager', 'waiver', null],
  ['customerServiceManager', 'refund', 1000],
  ['generalManager', 'refund', null],
  ['customerServiceManager', 'price', 5000],
  ['generalManager', 'price', null],
  ['customerServiceSupervisor', 'leave', null, 1],
  ['projectSupervisor', 'leave', null, 1],
  ['engineeringSupervisor', 'leave', null, 1],
  ['customerServiceManager', 'leave', null, 3],
  ['generalManager', 'leave', null],
]

export async function loadApprovalDefaults(ctx: Ctx) {
  for (const [kind, upToDays, steps, timeoutHours] of RULES) {
    await saveRule(ctx.tx, { kind, upToDays, upToFen: null, steps, timeoutHours })
  }
  const posts = new Map((await listPosts(ctx.tx)).map(({ id, key }) => [key, id]))
  for (const [key, kind, yuan, upToDays = null] of LIMITS) {
    const postId = posts.get(key)
    if (postId) await saveLimit(ctx.tx, { kind, postId, upToFen: yuan === null ? null : yuan * 100, upToDays })
  }
}
