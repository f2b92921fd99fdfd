// What makes a grant sound.
import { Refusal } from '../../../platform/refusal.ts'
import type { PostKind } from './contract.ts'

/** Whoever may grant to posts, company-wide, holds the key to everything else. */
export const KEY_PERMISSION = 'posts.grant'

export function mustBeKnown(permission: string, known: readonly string[]) {
  if (!known.includes(permission)) throw new Refusal('post.permission_unknown', { permission })
}

/** A company where nobody can grant any more could never mend its grants. */
export function mustKeepKey(holders: number) {
  if (holders === 0) throw new Refusal('post.last_key')
}

/** A family says what its posts have in common; people, grants and reporting lines go to the posts themselves. */
export function mustBeHoldable({ kind, title }: { kind: PostKind; title: string }) {
  if (kind === 'family') throw new Refusal('post.is_family', { title })
}

export function mustNotReportInCircle(id: string, superiorAndAbove: readonly string[]) {
  if (superiorAndAbove.includes(id)) throw new Refusal('post.in_circle')
}
