// What the events of one record say under one proof. Always from all its events, so the order in which they arrive does not matter.
import { endOfWorkingDay } from '../../../../platform/calendar/due.ts'
import { dayOf } from '../../../../platform/calendar/zones.ts'
import type { LedgerEvent } from '../../../../platform/ledger.ts'
import type { Cadenced, Counted, Coverage, EventMatch, Limit } from '../contract/proof.ts'

export type Evidence = {
  turn: number
  recordKind: string
  recordNo: string | null
  state: 'open' | 'met' | 'late' | 'void'
  who: string
  estateId: string | null
  areaId: string | null
  onDay: string
  openedAt: string
  dueAt: string | null
  doneAt: string | null
  doneById: string | null
  doneByName: string | null
  doneForId: string | null
  openedEvent: string
  doneEvent: string | null
}
export type Place = { companyId: string; zoneOf(estateId: string | null): string }

export function evidenceOf(proof: Counted, events: readonly LedgerEvent[], place: Place): Evidence[] {
  // What only another proof asks for must not tell, or it would depend on which proofs there are.
  const names = asksFor(proof)
  const inOrder = events
    .filter(({ name }) => names.has(name))
    .toSorted((a, b) => (a.at === b.at ? (a.id < b.id ? -1 : 1) : a.at < b.at ? -1 : 1))
  return proof.kind === 'coverage' ? coverageOf(proof, inOrder, place) : deedsOf(proof, inOrder, place)
}

export const eventNamesOf = (proof: Counted): string[] =>
  (proof.kind === 'coverage' ? [proof.opens, proof.answers, proof.drops, proof.moves] : [proof.events, proof.undone])
    .flat()
    .map(({ event }) => event)

const asked = new WeakMap<Counted, ReadonlySet<string>>()
/** The same few proofs are asked about for every record. */
export function asksFor(proof: Counted): ReadonlySet<string> {
  const known = asked.get(proof) ?? new Set(eventNamesOf(proof))
  asked.set(proof, known)
  return known
}

function coverageOf(proof: Coverage, events: readonly LedgerEvent[], place: Place): Evidence[] {
  const turns: Evidence[] = []
  let open: Evidence | undefined
  // A room may tell the limit just before it tells of the opening, in the same moment.
  let promised: Promised
  for (const event of events) {
    const limit = dueIn(proof.limit, event)
    if (limit !== undefined) promised = { at: event.at, dueAt: limit }
    const opens = matches(proof.opens, event)
    if (opens && !open) open = opened(proof, event, promised, place, turns.length)
    else if (open) open = refreshed(proof, open, event, { place, given: opens })
    if (!open) continue
    turns[open.turn] = open
    if (opens) continue
    const end = endOf(proof, open, event, place)
    if (!end) continue
    turns[open.turn] = end
    open = undefined
  }
  return turns
}

function endOf(proof: Coverage, open: Evidence, event: LedgerEvent, place: Place): Evidence | undefined {
  if (matches(proof.answers, event)) return answered(open, event, place)
  if (matches(proof.drops, event)) return { ...open, state: 'void', doneAt: event.at, doneEvent: event.id }
  return undefined
}

type Promised = { at: string; dueAt: string | null } | undefined
function opened(
  proof: Coverage,
  event: LedgerEvent,
  promised: Promised,
  place: Place,
  turn: number,
): Evidence | undefined {
  const who = whoOf(proof, event, place)
  if (!who) return undefined
  const fresh: Evidence = {
    turn,
    recordKind: event.recordKind,
    recordNo: noOf(event),
    state: 'open',
    who,
    estateId: event.estateId,
    areaId: event.areaId,
    onDay: dayOf(event.at, place.zoneOf(event.estateId)),
    openedAt: event.at,
    dueAt: null,
    doneAt: null,
    doneById: null,
    doneByName: null,
    doneForId: null,
    openedEvent: event.id,
    doneEvent: null,
  }
  const told = promised?.at === event.at ? promised.dueAt : undefined
  return dueBy(fresh, told ?? dueAfter(proof.limit, event, place) ?? null, place)
}

/**
 * Given to somebody else, or moved to another place or limit, before it was answered: it counts to whom it is given now.
 * Whose own doing it is changes only when it is `given` again; moving a limit makes nobody answer for it.
 */
function refreshed(
  proof: Coverage,
  open: Evidence,
  event: LedgerEvent,
  { place, given }: { place: Place; given: boolean },
): Evidence {
  const told = dueIn(proof.limit, event)
  const dueAt = told === undefined ? open.dueAt : told
  if (!given && !matches(proof.moves, event)) return dueBy(open, dueAt, place)
  const who = given || !isOwnDoing(proof) ? whoOf(proof, event, place) : undefined
  const at = { estateId: event.estateId ?? open.estateId, areaId: event.areaId ?? open.areaId }
  return dueBy({ ...open, who: who ?? open.who, ...at }, dueAt, place)
}
const isOwnDoing = ({ credit, owner }: Counted) => credit === 'own' && owner === 'actor'

/** Without a limit, or while it stands still, it belongs to the day on which it opened. */
const dueBy = (evidence: Evidence, dueAt: string | null, place: Place): Evidence => ({
  ...evidence,
  dueAt,
  onDay: dayOf(dueAt ?? evidence.openedAt, place.zoneOf(evidence.estateId)),
})

/** In time it belongs to the day on which it was done; late or never, to the day on which it was due. */
function answered(open: Evidence, event: LedgerEvent, place: Place): Evidence {
  const inTime = open.dueAt === null || event.at <= open.dueAt
  const onDay = inTime ? dayOf(event.at, place.zoneOf(open.estateId)) : open.onDay
  return { ...open, ...doneBy(event), onDay, state: inTime ? 'met' : 'late' }
}

const doneBy = (event: LedgerEvent) => ({
  doneAt: event.at,
  doneById: event.byId,
  doneByName: event.byName,
  doneForId: event.forId,
  doneEvent: event.id,
})

function deedsOf(proof: Cadenced, events: readonly LedgerEvent[], place: Place): Evidence[] {
  const deeds: Evidence[] = []
  for (const event of events) {
    const who = matches(proof.events, event) ? whoOf(proof, event, place) : undefined
    if (who) {
      deeds.push({
        turn: deeds.length,
        recordKind: event.recordKind,
        recordNo: noOf(event),
        state: 'met',
        who,
        estateId: event.estateId,
        areaId: event.areaId,
        onDay: (proof.day && dayIn(event, proof.day)) ?? dayOf(event.at, place.zoneOf(event.estateId)),
        openedAt: event.at,
        dueAt: null,
        openedEvent: event.id,
        ...doneBy(event),
      })
    } else if (matches(proof.undone, event)) {
      const last = deeds.findLast(({ state }) => state === 'met')
      if (last) deeds[last.turn] = { ...last, state: 'void' }
    }
  }
  return deeds
}

/** To whom it counts; undefined where the event does not say, so it counts to nobody. What a deputy does counts to the absent. */
function whoOf({ credit, owner }: Counted, event: LedgerEvent, { companyId }: Place): string | undefined {
  if (credit === 'company') return companyId
  if (credit === 'estate') return event.estateId ?? undefined
  if (credit === 'area') return event.areaId ?? undefined
  if (owner === 'actor') return event.forId ?? event.byId ?? undefined
  return textAt(event.details, owner)
}

const matches = (wanted: readonly EventMatch[], event: LedgerEvent): boolean =>
  wanted.some(
    ({ event: name, where, to }) =>
      name === event.name &&
      (to === undefined || (event.toState !== null && to.includes(event.toState))) &&
      (where === undefined || holds(where, event.details)),
  )

const holds = (where: NonNullable<EventMatch['where']>, details: unknown) =>
  Object.entries(where).every(([key, wanted]) => {
    const found = textAt(details, key)
    return found !== undefined && (typeof wanted === 'string' ? found === wanted : wanted.includes(found))
  })

/** A text in the details, by its key or by keys joined with dots. */
function textAt(details: unknown, path: string): string | undefined {
  const found = valueAt(details, path)
  return typeof found === 'string' || typeof found === 'number' || typeof found === 'boolean'
    ? String(found)
    : undefined
}

function valueAt(details: unknown, path: string): unknown {
  let at: unknown = details
  for (const key of path.split('.')) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, key)) return undefined
    at = Object.entries(at).find(([name]) => name === key)?.[1]
  }
  return at
}

const noOf = ({ details }: LedgerEvent) => textAt(details, 'no') ?? null

/** Whether the calendar has it: there is no 31st of February. */
function isRead(text: string, rest = '') {
  const ms = Date.parse(text + rest)
  return !Number.isNaN(ms) && new Date(ms).toISOString() === text + rest
}
const DAY = /^\d{4}-\d\d-\d\d$/
function dayIn({ details }: LedgerEvent, path: string): string | undefined {
  const found = textAt(details, path)
  return found && DAY.test(found) && isRead(found, 'T00:00:00.000Z') ? found : undefined
}

const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/
/** Null where the event says that the limit stands still; undefined where it says nothing of it. */
function dueIn(limit: Limit | null, { details }: LedgerEvent): string | null | undefined {
  if (!limit || !('detail' in limit)) return undefined
  const found = valueAt(details, limit.detail)
  if (found === null) return null
  return typeof found === 'string' && INSTANT.test(found) && isRead(found) ? found : undefined
}

function dueAfter(limit: Limit | null, { at, estateId }: LedgerEvent, { zoneOf }: Place): string | undefined {
  if (!limit || 'detail' in limit) return undefined
  if ('hours' in limit) return new Date(Date.parse(at) + limit.hours * 3_600_000).toISOString()
  return endOfWorkingDay(at, limit.workingDays, zoneOf(estateId)).toISOString()
}

/** What one turn adds to the tallies: to the day it belongs to, and to the day on which it was done. */
export type Tally = { who: string; onDay: string; due: number; met: number; late: number; done: number }
type Counting = Pick<Evidence, 'who' | 'onDay' | 'state' | 'dueAt' | 'doneAt' | 'estateId'>
export function talliesOf({ who, onDay, state, dueAt, doneAt, estateId }: Counting, { zoneOf }: Place): Tally[] {
  // What is open without a limit cannot be late: it counts once it is done.
  if (state === 'void' || (state === 'open' && dueAt === null)) return []
  const fell = { who, onDay, due: 1, met: state === 'met' ? 1 : 0, late: state === 'late' ? 1 : 0 }
  if (doneAt === null) return [{ ...fell, done: 0 }]
  const doneOn = dayOf(doneAt, zoneOf(estateId))
  if (doneOn === onDay) return [{ ...fell, done: 1 }]
  return [
    { ...fell, done: 0 },
    { who, onDay: doneOn, due: 0, met: 0, late: 0, done: 1 },
  ]
}
