// The rules by which approvals run: who must agree up to which limit, and what each post decides by itself.
import { z } from 'zod'
import { ById, Fen, Id, read, resource, write } from '../../../../platform/contract.ts'

export const KINDS = ['work_plan', 'leave', 'price', 'waiver', 'refund'] as const
export const Kind = z.enum(KINDS)
export type Kind = z.output<typeof Kind>

/** Named by the reporting line, by authority (the nearest above whose limit is high enough), or by a post. */
export const WHO = ['superior', 'above_superior', 'authority'] as const
export const Step = z.string().regex(/^(superior|above_superior|authority|post:[a-z][A-Za-z0-9]{1,39})$/)

const Limits = z.object({
  upToFen: Fen.min(0).nullable().default(null),
  upToDays: z.number().min(0).max(9999).multipleOf(0.5).nullable().default(null),
})
export const ApprovalRule = Limits.extend({
  id: Id,
  kind: Kind,
  steps: z.array(Step).min(1).max(6),
  timeoutHours: z.int().min(1).max(720).nullable(),
})
export type ApprovalRule = z.output<typeof ApprovalRule>
export const AuthorityLimit = Limits.extend({
  id: Id,
  kind: Kind,
  postId: Id,
  postTitle: z.string(),
  postTitleEn: z.string(),
})
export type AuthorityLimit = z.output<typeof AuthorityLimit>

const changing = 'approval-rules.change'
export const approvalRules = resource('approval-rules', {
  list: read({
    input: z.object({}),
    output: z.object({
      rules: z.array(ApprovalRule),
      limits: z.array(AuthorityLimit),
      posts: z.array(z.object({ id: Id, key: z.string(), title: z.string(), titleEn: z.string() })),
    }),
    access: 'signed-in',
  }),
  saveRule: write({
    input: ApprovalRule.omit({ id: true }).extend({ timeoutHours: z.int().min(1).max(720).nullable().default(48) }),
    output: z.object({ id: Id }),
    needs: changing,
    refuses: ['approval_rule.post_not_found'],
    summary: 'For one kind and limit; replaces the one there is',
  }),
  removeRule: write({
    input: ById,
    output: z.object({ id: Id }),
    needs: changing,
    refuses: ['approval_rule.not_found', 'approval_rule.last_stays'],
  }),
  saveLimit: write({
    input: Limits.extend({ kind: Kind, postId: Id }),
    output: z.object({ id: Id }),
    needs: changing,
    refuses: ['approval_rule.post_not_found'],
    summary: 'Up to which limit a post decides by itself; without a bound it decides anything',
  }),
  removeLimit: write({
    input: ById,
    output: z.object({ id: Id }),
    needs: changing,
    refuses: ['approval_rule.not_found'],
  }),
})
