// Signing in: counted, checked at one speed for known and unknown names, and written to the ledger.
import { programOf, type User } from '../access.ts'
import { normalisePhone } from '../checks.ts'
import { type ContextSeed, type Ctx, perform } from '../context.ts'
import { recordEvent } from '../ledger.ts'
import { Refusal } from '../refusal.ts'
import { loginOf } from './accounts.ts'
import type { SessionDesk } from './desk.ts'
import { isPassword } from './passwords.ts'
import { type From, openSession } from './sessions.ts'
import { inTurn } from './turns.ts'

export type SignIn = { login: string; password: string; company?: string | undefined }
export type Call = From & { seed: Omit<ContextSeed, 'user'> }
type Candidate = { companyId: string; companyName: string; id: string; passwordHash: string }
/** One sign-in name is good in a few companies at most; more would only cost time. */
const MOST_CANDIDATES = 10

/** `welcome` makes the answer, in the transaction that opens the session. */
export async function signIn<T>(
  desk: SessionDesk,
  given: SignIn,
  call: Call,
  welcome: (ctx: Ctx) => Promise<T>,
): Promise<{ secret: string; answer: T }> {
  const login = loginOf(given.login)
  // One after the other, so that eight good sign-ins at once are not taken for guesses.
  const candidate = await inTurn(login, () => recognise(desk, { ...given, login }, call))
  const user = await desk.database.inCompany(candidate.companyId, (tx) =>
    desk.loadUser(tx, candidate.companyId, candidate.id, call.seed.now),
  )
  if (!user) throw new Refusal('session.wrong_login')
  return open(desk, user, call, welcome)
}

async function recognise(desk: SessionDesk, { login, password, company }: SignIn, call: Call): Promise<Candidate> {
  const { now } = call.seed
  const byAddress = { kind: 'address', of: call.address ?? '' } as const
  const byLogin = { kind: 'login', of: login } as const
  await desk.throttle.mustBeOpen(byAddress, now)
  await desk.throttle.begin(byLogin, now)
  const candidates = (await findCandidates(desk, login)).filter((one) => isMeant(one, company))
  const right = await withPassword(candidates, password)
  const [only] = right
  if (!only) {
    await desk.throttle.fail(byAddress, now)
    await noteFailures(desk, candidates, call)
    throw new Refusal('session.wrong_login')
  }
  await desk.throttle.clear(byLogin)
  if (right.length > 1) {
    const companies = right.map(({ companyId, companyName }) => ({ id: companyId, name: companyName }))
    throw new Refusal('session.company_needed', { companies })
  }
  return only
}

async function findCandidates({ database }: SessionDesk, login: string) {
  const { rows } = await database.pool.query<Candidate>({
    name: 'session.candidates',
    text: `select company_id as "companyId", company_name as "companyName", id, password_hash as "passwordHash"
           from door_logins($1, $2) order by company_name, company_id limit ${MOST_CANDIDATES}`,
    values: [login, normalisePhone(login) ?? null],
  })
  return rows
}

const isMeant = ({ companyId, companyName }: Candidate, company: string | undefined) =>
  !company || company === companyId || company === companyName

async function withPassword(candidates: readonly Candidate[], password: string) {
  if (candidates.length === 0) await isPassword(password, undefined)
  const right: Candidate[] = []
  for (const candidate of candidates) if (await isPassword(password, candidate.passwordHash)) right.push(candidate)
  return right
}

async function noteFailures(desk: SessionDesk, candidates: readonly Candidate[], { seed, address, device }: Call) {
  for (const { companyId, id } of candidates) {
    await perform(desk.database, { ...seed, user: programOf(companyId) }, desk.announce, (ctx) =>
      recordEvent(ctx, { name: 'account.sign_in_failed', recordId: id, details: { address, device } }),
    )
  }
}

function open<T>(
  desk: SessionDesk,
  loaded: Omit<User, 'sessionId'>,
  { seed, address, device }: Call,
  welcome: (ctx: Ctx) => Promise<T>,
) {
  const user = { ...loaded, sessionId: '' }
  return perform(desk.database, { ...seed, user }, desk.announce, async (ctx) => {
    const { id, secret } = await openSession(ctx.tx, user.id, ctx.now, { address, device })
    await recordEvent(ctx, { name: 'account.signed_in', recordId: user.id, details: { address, device, session: id } })
    return { secret, answer: await welcome(ctx) }
  })
}
