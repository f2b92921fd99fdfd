// Keeps the evidence current: whatever event arrives, the records it is about are read anew under every proof that asks for it.
import { companyCache } from '../../../../platform/company-cache.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Cursor } from '../../../../platform/hearers.ts'
import type { LedgerEvent } from '../../../../platform/ledger.ts'
import { getCompany } from '../../estates/module.ts'
import type { Counted } from '../contract/proof.ts'
import * as sql from '../queries/evidence.ts'
import { listZones } from '../queries/places.ts'
import { asksFor, type Evidence, evidenceOf, type Place, type Tally, talliesOf } from '../rules/evidence.ts'
import { readProofs } from './proofs.ts'

/** How many events of the past a new proof reads in one transaction. */
const CATCH_UP = 2000

/** The hearer's part: what is new in the ledger, for all proofs that have read everything before it. */
export async function countEvents(ctx: Ctx, events: readonly LedgerEvent[]) {
  if (events.length === 0) return
  const current = (await sql.listProofStates(ctx.tx)).filter(({ state }) => state === 'current')
  await count(ctx, await proofsOf(ctx, current), events, 'new')
}

/** Reads these records anew under every proof, whatever is new in the ledger. */
export async function countRecords(ctx: Ctx, recordIds: readonly string[]) {
  const current = (await sql.listProofStates(ctx.tx)).filter(({ state }) => state === 'current')
  const proofs = await proofsOf(ctx, current)
  await count(ctx, proofs, await sql.listEventsOfRecords(ctx.tx, recordIds, namesOf(proofs)))
}

/**
 * New proofs read the past up to where the hearer stands, in steps. True while there is more to read. The hearer's cursor is
 * locked meanwhile, so the proof joins exactly where it left off.
 */
export async function catchUpProofs(ctx: Ctx, until: Cursor): Promise<boolean> {
  const behind = (await sql.listProofStates(ctx.tx)).filter(({ state }) => state === 'counting')
  const first = behind[0]
  if (!first) return false
  const after = { tx: first.tx, eventId: first.eventId }
  const together = behind.filter(({ tx, eventId }) => tx === after.tx && eventId === after.eventId)
  const proofs = await proofsOf(ctx, together)
  const keys = together.map(({ key }) => key)
  const names = namesOf(proofs)
  const events = await sql.listEventsBetween(ctx.tx, names, after, until, CATCH_UP)
  await count(ctx, proofs, events)
  const last = events.at(-1)
  const done = events.length < CATCH_UP || !last
  await sql.moveProofs(ctx.tx, keys, done ? until : { tx: last.tx, eventId: last.id }, done ? 'current' : 'counting')
  return true
}

type Known = { key: string; proof: Counted }
async function proofsOf({ tx }: Ctx, wanted: readonly { key: string }[]): Promise<Known[]> {
  const found = await readProofs(
    tx,
    wanted.map(({ key }) => key),
  )
  return [...found].map(([key, proof]) => ({ key, proof }))
}
const namesOf = (proofs: readonly Known[]) => [...new Set(proofs.flatMap(({ proof }) => [...asksFor(proof)]))]

/**
 * `new` events were never heard before, so a record all of whose events are among them has no evidence yet; `again` makes no
 * such promise.
 */
async function count(
  ctx: Ctx,
  proofs: readonly Known[],
  events: readonly LedgerEvent[],
  heard: 'new' | 'again' = 'again',
) {
  const touched = touchedBy(proofs, events)
  if (touched.length === 0) return
  const recordIds = [...new Set(touched.map(({ recordId }) => recordId))]
  const all = Map.groupBy(await sql.listEventsOfRecords(ctx.tx, recordIds, namesOf(proofs)), ({ recordId }) => recordId)
  const known = heard === 'new' ? touched.filter(isKnownBefore(events, all)) : touched
  const kept = known.length > 0 ? await sql.listEvidenceOf(ctx.tx, known.map(pairOf)) : []
  const before = Map.groupBy(kept, keyOfPair)
  const place = await placeOf(ctx)
  const changes = touched.map(({ key, proof, recordId }) => {
    const pair = { proofKey: key, recordId }
    const now = evidenceOf(proof, all.get(recordId) ?? [], place).map((evidence) => ({ ...evidence, ...pair }))
    return changeOf(before.get(keyOfPair(pair)) ?? [], now, place)
  })
  const written = changes.flatMap(({ changed }) => changed)
  if (written.length > 0) await sql.upsertEvidence(ctx.tx, written)
  await sql.deleteEvidence(
    ctx.tx,
    changes.flatMap(({ gone }) => gone),
  )
  const tallies = addedUp(changes.flatMap(({ tallies }) => tallies))
  if (tallies.length > 0) await sql.addTallies(ctx.tx, tallies)
  if (written.length > 0) ctx.changes.push({ noun: 'duties', id: ctx.user.companyId, event: 'duty.counted' })
}

function isKnownBefore(events: readonly LedgerEvent[], all: ReadonlyMap<string, readonly LedgerEvent[]>) {
  const heard = new Set(events.map(({ id }) => id))
  const known = new Map<string, boolean>()
  return ({ recordId }: { recordId: string }) => {
    const answer = known.get(recordId) ?? (all.get(recordId) ?? []).some(({ id }) => !heard.has(id))
    known.set(recordId, answer)
    return answer
  }
}

function touchedBy(proofs: readonly Known[], events: readonly LedgerEvent[]) {
  const asking = new Map<string, Known[]>()
  for (const known of proofs) {
    for (const name of asksFor(known.proof)) asking.set(name, [...(asking.get(name) ?? []), known])
  }
  const touched = new Map<string, Known & { recordId: string }>()
  for (const { name, recordId } of events) {
    for (const known of asking.get(name) ?? []) touched.set(`${known.key} ${recordId}`, { ...known, recordId })
  }
  return [...touched.values()]
}
const pairOf = ({ key, recordId }: { key: string; recordId: string }): sql.Pair => ({ proofKey: key, recordId })
const keyOfPair = ({ proofKey, recordId }: sql.Pair) => `${proofKey} ${recordId}`

type Addition = Tally & { proofKey: string }
/** What to write, what to take away, and by how much the tallies move. */
function changeOf(before: readonly sql.Kept[], now: readonly sql.Kept[], place: Place) {
  const old = new Map(before.map((evidence) => [evidence.turn, evidence]))
  const changed = now.filter((evidence) => !isSame(old.get(evidence.turn), evidence))
  const gone = before.filter(({ turn }) => turn >= now.length)
  const replaced = [...gone, ...changed.flatMap(({ turn }) => old.get(turn) ?? [])]
  const added = ({ proofKey, ...evidence }: sql.Kept): Addition[] =>
    talliesOf(evidence, place).map((tally) => ({ ...tally, proofKey }))
  return { changed, gone, tallies: [...changed.flatMap(added), ...replaced.flatMap(added).map(negated)] }
}
const FIELDS = [
  'state',
  'who',
  'onDay',
  'openedAt',
  'dueAt',
  'doneAt',
  'doneEvent',
  'openedEvent',
  'estateId',
  'areaId',
  'recordNo',
] as const satisfies readonly (keyof Evidence)[]
const isSame = (old: Evidence | undefined, now: Evidence) =>
  old !== undefined && FIELDS.every((field) => old[field] === now[field])

const negated = ({ due, met, late, done, ...at }: Addition): Addition => ({
  ...at,
  due: -due,
  met: -met,
  late: -late,
  done: -done,
})

function addedUp(additions: readonly Addition[]): Addition[] {
  const sums = new Map<string, Addition>()
  for (const { due, met, late, done, ...at } of additions) {
    const key = `${at.proofKey} ${at.who} ${at.onDay}`
    const sum = sums.get(key) ?? { ...at, due: 0, met: 0, late: 0, done: 0 }
    sums.set(key, { ...at, due: sum.due + due, met: sum.met + met, late: sum.late + late, done: sum.done + done })
  }
  return [...sums.values()].filter(({ due, met, late, done }) => due !== 0 || met !== 0 || late !== 0 || done !== 0)
}

const zones = companyCache<{ own: string; estates: ReadonlyMap<string, string> }>()
async function placeOf({ tx, user }: Ctx): Promise<Place> {
  const { own, estates } = await zones.get(user, async () => ({
    own: (await getCompany(tx)).zone,
    estates: new Map((await listZones(tx)).map(({ id, zone }) => [id, zone])),
  }))
  return { companyId: user.companyId, zoneOf: (estateId) => (estateId && estates.get(estateId)) || own }
}

/** Counts everything again from the first event of the ledger. */
export const startOver = async (ctx: Ctx) => {
  const keys = (await sql.listProofStates(ctx.tx)).map(({ key }) => key)
  if (keys.length > 0) await sql.startOver(ctx.tx, keys)
}
