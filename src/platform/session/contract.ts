// Signing in, one's own sessions and password, and tokens for other programs.
import { z } from 'zod'
import { Done, Id, Instant, InstantGiven, read, resource, text, write } from '../contract.ts'

export const Locale = z.enum(['zh-CN', 'en'])
/** Shortest and longest password; which ones within that are refused says passwords.ts. */
export const SHORTEST_PASSWORD = 10
export const LONGEST_PASSWORD = 128
export const NewPassword = z.string().min(SHORTEST_PASSWORD).max(LONGEST_PASSWORD)
const Password = z.string().min(1).max(LONGEST_PASSWORD)

/** How far one permission goes, all posts together. */
export const Permission = z.object({
  permission: z.string(),
  company: z.boolean(),
  estateIds: z.array(Id),
  areaIds: z.array(Id),
  own: z.boolean(),
})
/** Who is signed in, and what that person may do. */
export const WhoAmI = z.object({
  user: z.object({ id: Id, name: z.string(), login: z.string(), phone: z.string().nullable(), locale: Locale }),
  mustChangePassword: z.boolean(),
  company: z.object({ id: Id, name: z.string(), zone: z.string(), sample: z.boolean() }),
  posts: z.array(z.object({ id: Id, key: z.string(), title: z.string(), estateId: Id.nullable() })),
  /** Posts of others stood in for at this time. */
  actingFor: z.array(
    z.object({ principalId: Id, principalName: z.string(), postId: Id, postTitle: z.string(), until: Instant }),
  ),
  estates: z.array(z.object({ id: Id, name: z.string(), shortName: z.string(), zone: z.string() })),
  everyEstate: z.boolean(),
  areaIds: z.array(Id),
  permissions: z.array(Permission),
})
export type WhoAmI = z.output<typeof WhoAmI>

const PASSWORD_REFUSALS = [
  'session.password_common',
  'session.password_too_close',
  'session.password_unchanged',
] as const

export const signIn = write({
  summary: 'Sign in by user name or phone; the answer sets the session cookie.',
  access: 'anyone',
  input: z.object({
    login: text(100),
    password: Password,
    /** Name or id, asked for when the same sign-in is good in several companies. */
    company: z.string().trim().max(200).optional(),
  }),
  output: WhoAmI,
  refuses: ['session.wrong_login', 'session.too_many_tries', 'session.company_needed', 'access.foreign_origin'],
})

/** What needs a person signed in; `session` adds signing in itself. */
export const signedInVerbs = {
  get: read({ summary: 'Who is signed in.', access: 'signed-in', input: z.object({}), output: WhoAmI }),
  change: write({
    summary: 'Choose the language.',
    access: 'signed-in',
    input: z.object({ locale: Locale }),
    output: Done,
  }),
  end: write({
    summary: 'Sign out.',
    access: 'signed-in',
    input: z.object({}),
    output: Done,
    refuses: ['session.person_needed'],
  }),
  endEverywhere: write({
    summary: 'Sign out on all devices, this one included.',
    access: 'signed-in',
    input: z.object({}),
    output: Done,
    refuses: ['session.person_needed'],
  }),
  changePassword: write({
    summary: 'Change the own password; the other sessions end.',
    access: 'signed-in',
    input: z.object({ current: Password, next: NewPassword }),
    output: Done,
    refuses: ['session.person_needed', 'session.wrong_password', 'session.too_many_tries', ...PASSWORD_REFUSALS],
  }),
}
export const session = resource('session', { create: signIn, ...signedInVerbs })

export const OpenSession = z.object({
  id: Id,
  current: z.boolean(),
  device: z.string().nullable(),
  address: z.string().nullable(),
  createdAt: Instant,
  seenAt: Instant,
  expiresAt: Instant,
})
export const sessions = resource('sessions', {
  list: read({
    summary: 'Where one is signed in.',
    access: 'signed-in',
    input: z.object({}),
    output: z.object({ items: z.array(OpenSession) }),
  }),
  end: write({
    summary: 'Sign out on another device.',
    access: 'signed-in',
    input: z.object({ id: Id }),
    output: Done,
    refuses: ['session.not_found'],
  }),
})

export const ApiToken = z.object({
  id: Id,
  name: z.string(),
  accountId: Id,
  accountName: z.string(),
  permissions: z.array(z.string()),
  createdAt: Instant,
  expiresAt: Instant,
  seenAt: Instant.nullable(),
  revokedAt: Instant.nullable(),
  can: z.array(z.string()),
})
export const apiTokens = resource('api-tokens', {
  list: read({
    summary: 'Tokens for other programs: the own ones, or all of the company.',
    input: z.object({}),
    output: z.object({ items: z.array(ApiToken) }),
  }),
  create: write({
    summary: 'A token that acts as oneself with no more than the listed permissions. It is shown this once.',
    input: z.object({
      name: text(100),
      permissions: z.array(z.string().max(100)).min(1).max(500),
      /** A year from now when nothing is said. */
      expiresAt: InstantGiven.optional(),
    }),
    output: z.object({ id: Id, token: z.string(), expiresAt: Instant }),
    refuses: ['api_token.permission_not_held', 'api_token.expiry_out_of_range', 'session.person_needed'],
  }),
  revoke: write({ input: z.object({ id: Id }), output: Done, refuses: ['api_token.not_found'] }),
})
