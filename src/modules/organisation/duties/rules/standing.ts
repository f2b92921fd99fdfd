// How a duty stands: what a person has to show for it today, and what a month comes to.
import { addDays } from '../../../../platform/calendar/days.ts'
import { type Cadence as PeriodKind, periodOfDay } from '../../../../platform/calendar/periods.ts'
import { isOn, type Span } from '../../../../platform/calendar/spans.ts'
import { CHINESE_CALENDAR, isWorkingDay, type WorkCalendar } from '../../../../platform/calendar/working-days.ts'
import type { Cadenced, Counted, Spell } from '../contract/proof.ts'
import type { State } from '../contract/standings.ts'

/** The days of one person, area, estate or company for which somebody answers. */
export type Bound = Span & { who: string }
export type DayTally = { who: string; onDay: string; due: number; met: number; late: number; done: number }
/** What is open now, all days together. */
export type OpenCount = { who: string; open: number; overdue: number; nextDueAt: string | null }
export type Sum = { due: number; met: number; late: number; missed: number }

export const NOTHING: Sum = { due: 0, met: 0, late: 0, missed: 0 }
const plus = (a: Sum, b: Sum): Sum => ({
  due: a.due + b.due,
  met: a.met + b.met,
  late: a.late + b.late,
  missed: a.missed + b.missed,
})

const PERIODS: Record<Spell, PeriodKind> = {
  working_day: 'day',
  day: 'day',
  week: 'week',
  month: 'month',
  quarter: 'quarter',
  half_year: 'half_year',
  year: 'year',
}
// The same few days and months are asked about for hundreds of people.
const KEPT = 500
const spells = new Map<string, ReturnType<typeof periodOfDay>>()
export function spellOf(per: Spell, day: string) {
  const key = `${per} ${day}`
  const spell = spells.get(key) ?? periodOfDay(PERIODS[per], day)
  if (spells.size >= KEPT) spells.clear()
  spells.set(key, spell)
  return spell
}

/** Whether anything is asked in this spell: not on a day off, nor in a week without a working day. */
function asksIn(per: Spell, { firstOn, lastOn }: { firstOn: string; lastOn: string }, calendar: WorkCalendar) {
  if (per === 'day') return true
  for (let day = firstOn; day <= lastOn; day = addDays(day, 1)) if (isWorkingDay(day, calendar)) return true
  return false
}

/**
 * What the days from `from` to `to` come to. A spell belongs to the day on which it ends, and to whoever is bound on that day;
 * one that has not ended is due only once it is met. Coverage belongs to the day on which it was done in time, else to the day on which it was due.
 */
export function sumOf(
  proof: Counted,
  tallies: readonly DayTally[],
  bounds: readonly Bound[],
  { from, to, today, calendar = CHINESE_CALENDAR }: Days,
): Sum {
  if (proof.kind === 'cadence') {
    const spells = spellsDecided(proof, tallies, bounds, { from, to, today, calendar })
    const met = spells.filter((spell) => spell.met).length
    return { due: spells.length, met, late: 0, missed: spells.length - met }
  }
  return tallies
    .filter(({ who, onDay }) => from <= onDay && onDay <= to && isBound(bounds, who, onDay))
    .map(({ due, met, late, onDay }): Sum => {
      const missed = onDay < today ? due - met - late : 0
      // What is neither answered nor due yet is left out: it may still be answered in time.
      return { due: met + late + missed, met, late, missed }
    })
    .reduce(plus, NOTHING)
}
export type Days = { from: string; to: string; today: string; calendar?: WorkCalendar }

const isBound = (bounds: readonly Bound[], who: string, day: string) =>
  bounds.some((bound) => bound.who === who && isOn(bound, day))

/** The spells that are over or met already, each for whoever is bound on its last day. */
export function spellsDecided(
  proof: Cadenced,
  tallies: readonly DayTally[],
  bounds: readonly Bound[],
  { from, to, today, calendar = CHINESE_CALENDAR }: Days,
): (DaySpan & { who: string; met: boolean })[] {
  const spells = spellsEnding(proof.per, from, to, calendar)
  return [...new Set(bounds.map(({ who }) => who))].flatMap((who) => {
    const mine = tallies.filter((tally) => tally.who === who)
    return spells
      .filter(({ lastOn }) => isBound(bounds, who, lastOn))
      .map((spell) => ({ ...spell, who, met: countIn(mine, spell) >= proof.times }))
      .filter(({ met, lastOn }) => met || lastOn < today)
  })
}

type DaySpan = { firstOn: string; lastOn: string }
const kept = new WeakMap<WorkCalendar, Map<string, readonly DaySpan[]>>()
/** The spells that end on any of the days and ask for something. */
function spellsEnding(per: Spell, from: string, to: string, calendar: WorkCalendar): readonly DaySpan[] {
  const known = kept.get(calendar) ?? new Map<string, readonly DaySpan[]>()
  kept.set(calendar, known)
  const key = `${per} ${from} ${to}`
  const found = known.get(key)
  if (found) return found
  const spells: DaySpan[] = []
  for (let spell = spellOf(per, from); spell.lastOn <= to; spell = spellOf(per, addDays(spell.lastOn, 1))) {
    if (asksIn(per, spell, calendar)) spells.push({ firstOn: spell.firstOn, lastOn: spell.lastOn })
  }
  if (known.size >= KEPT) known.clear()
  known.set(key, spells)
  return spells
}
const countIn = (tallies: readonly DayTally[], { firstOn, lastOn }: { firstOn: string; lastOn: string }) =>
  tallies.filter(({ onDay }) => firstOn <= onDay && onDay <= lastOn).reduce((sum, { met }) => sum + met, 0)

export type Standing = {
  state: State
  have: number
  need: number
  open: number
  overdue: number
  dueOn: string | null
  nextDueAt: string | null
}

/** Where a counted duty stands today, for everything the person answers for together. */
export function standingOf(
  proof: Counted,
  seen: Seen,
  today: string,
  calendar: WorkCalendar = CHINESE_CALENDAR,
): Standing {
  return proof.kind === 'cadence' ? spellStanding(proof, seen, today, calendar) : openStanding(seen, today)
}
export type Seen = {
  tallies: readonly DayTally[]
  opens: readonly OpenCount[]
  /** Those for whom the duty binds today. */
  whos: readonly string[]
}

function spellStanding(proof: Cadenced, { tallies, whos }: Seen, today: string, calendar: WorkCalendar): Standing {
  const spell = spellOf(proof.per, today)
  const need = proof.times * whos.length
  const have = whos
    .map((who) =>
      Math.min(
        proof.times,
        countIn(
          tallies.filter((tally) => tally.who === who),
          spell,
        ),
      ),
    )
    .reduce((sum, count) => sum + count, 0)
  const asked = need > 0 && asksIn(proof.per, spell, calendar)
  const state = have >= need && need > 0 ? 'done' : asked ? 'due' : 'not_due'
  return { state, have, need, open: 0, overdue: 0, dueOn: spell.lastOn, nextDueAt: null }
}

function openStanding({ tallies, opens, whos }: Seen, today: string): Standing {
  const done = tallies
    .filter(({ who, onDay }) => onDay === today && whos.includes(who))
    .reduce((sum, tally) => sum + tally.done, 0)
  const mine = opens.filter(({ who }) => whos.includes(who))
  const open = mine.reduce((sum, one) => sum + one.open, 0)
  const overdue = mine.reduce((sum, one) => sum + one.overdue, 0)
  const state = overdue > 0 ? 'overdue' : open > 0 ? 'due' : done > 0 ? 'done' : 'not_due'
  const nextDueAt = mine.flatMap((one) => one.nextDueAt ?? []).toSorted()[0] ?? null
  return { state, have: done, need: done + open, open, overdue, dueOn: null, nextDueAt }
}
