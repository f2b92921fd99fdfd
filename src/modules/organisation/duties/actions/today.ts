// Today (今日职守): what a person has to do now, what is done, and what comes up.
import { addDays, endOfMonth } from '../../../../platform/calendar/days.ts'
import { isOn } from '../../../../platform/calendar/spans.ts'
import { isWorkingDay } from '../../../../platform/calendar/working-days.ts'
import { dayOf } from '../../../../platform/calendar/zones.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/contract.ts'
import type { DutyToday, duties, Part } from '../contract/duties.ts'
import type { Known } from '../contract/proof.ts'
import * as sql from '../queries/standings.ts'
import { standingOf, sumOf } from '../rules/standing.ts'
import { stateOf } from '../rules/verdict.ts'
import { type Binding, bindingsOf, titlesOf } from './bindings.ts'
import { type Figures, figuresOf, type Use, usesOf } from './figures.ts'
import { lookedAt } from './superiors.ts'

const FIRST_RECORDS = 5
type Given = Input<(typeof duties)['verbs']['today']>

/** The pages are where this version has them, not where they were when the sheet was made. */
export const today =
  (known: Known) =>
  async (ctx: Ctx, { staffId }: Given) => {
    const person = await lookedAt(ctx, staffId)
    const day = dayOf(ctx.now, ctx.user.zone)
    const acting = person.id === ctx.user.id ? ctx.user.actingFor : []
    const staffIds = [...new Set([person.id, ...acting.map(({ principalId }) => principalId)])]
    const all = (await bindingsOf(ctx, { from: day, to: day, staffIds })).filter(
      (one) =>
        one.staffId === person.id ||
        acting.some(({ principalId, postId }) => principalId === one.staffId && postId === one.postId),
    )
    const uses = await usesOf(ctx, all)
    const month = { from: `${day.slice(0, 8)}01`, to: endOfMonth(day) }
    const every = uses.flatMap((byLine) => [...byLine.values()].flat())
    const figures = await figuresOf(ctx, every, month)
    const parts = all.map((one, place) => partsOf(one, uses[place] ?? new Map(), figures, month))
    const records = await recordsFor(ctx, every, figures)
    const can: 'check'[] = person.above ? ['check'] : []
    const names = new Map(acting.map(({ principalId, principalName }) => [principalId, principalName]))
    return {
      person: { id: person.id, name: person.name, posts: titlesOf(all.filter((one) => one.staffId === person.id)) },
      day,
      workingDay: isWorkingDay(day),
      duties: all.flatMap((one, place) =>
        one.duties.map((duty, at) =>
          atPlace(
            known,
            dutyShown(one, duty, withRecords(parts[place]?.[at] ?? [], records), names.get(one.staffId) ?? null),
          ),
        ),
      ),
      toAcknowledge: await sql.listToAcknowledge(ctx.tx, person.id),
      checks: await sql.listChecks(ctx.tx, person.id, addDays(day, -7), day),
      can,
    }
  }

type PartDraft = Omit<Part, 'records'> & { whos: readonly string[] }
/** In the order of the duties, each with its ways of being counted. */
export function partsOf(
  { duties: bound }: Pick<Binding, 'duties'>,
  uses: ReadonlyMap<string, readonly Use[]>,
  figures: Figures,
  days: { from: string; to: string },
): PartDraft[][] {
  return bound.map(({ lineId }) => (uses.get(lineId) ?? []).map((use) => partOf(use, figures, days)))
}

function partOf(use: Use, figures: Figures, { from, to }: { from: string; to: string }): PartDraft {
  const { key, proof } = use
  const { of, kind, credit, way } = proof
  const whos = use.whos.filter((who) => use.bounds.some((bound) => bound.who === who && isOn(bound, figures.today)))
  const tallies = figures.tallies(use)
  const seen = { tallies, opens: figures.opens(use), whos }
  const standing = standingOf(proof, seen, figures.today)
  const month = sumOf(proof, tallies, use.bounds, { from, to, today: figures.today })
  return { key, of, kind, credit, way, whos, month, ...standing }
}

const openAt = ({ proofKey, who }: { proofKey: string; who: string }) => `${proofKey} ${who}`
type Opened = Awaited<ReturnType<typeof sql.listOpenFirst>>[number]
/** The most urgent open records of everything that has any. */
async function recordsFor(ctx: Ctx, uses: readonly Use[], figures: Figures) {
  const pairs = uses.flatMap((use) => figures.opens(use).map(({ who }) => ({ key: use.key, who })))
  const once = [...new Map(pairs.map((pair) => [`${pair.key} ${pair.who}`, pair])).values()]
  const rows = once.length > 0 ? await sql.listOpenFirst(ctx.tx, once, FIRST_RECORDS) : []
  const now = ctx.now.toISOString()
  return Map.groupBy(
    rows.map((row) => ({ ...row, overdue: row.dueAt !== null && row.dueAt < now })),
    openAt,
  )
}

/** Without a limit comes last. */
const byUrgency = (a: Opened, b: Opened) => {
  const [one, other] = [a, b].map(({ dueAt, openedAt }) => `${dueAt ?? '~'} ${openedAt}`)
  return one === other ? 0 : (one ?? '') < (other ?? '') ? -1 : 1
}

function withRecords(
  drafts: readonly PartDraft[],
  records: ReadonlyMap<string, (Opened & { overdue: boolean })[]>,
): Part[] {
  return drafts.map(({ whos, ...part }) => {
    const mine = whos.flatMap((who) => records.get(openAt({ proofKey: part.key, who })) ?? [])
    const first = mine.toSorted(byUrgency).slice(0, FIRST_RECORDS)
    return { ...part, records: first.map(({ proofKey: _, who: __, ...record }) => record) }
  })
}

function dutyShown(
  binding: Binding,
  { proofs: _, sinceOn: __, sheetId: ___, postId, ...duty }: Binding['duties'][number],
  parts: Part[],
  forName: string | null,
): DutyToday {
  const { postTitle, postTitleEn, staffId } = binding
  const state = stateOf(
    parts.map((part) => part.state),
    duty.shown !== null,
  )
  return { ...duty, postId, postTitle, postTitleEn, forName, forId: forName === null ? null : staffId, state, parts }
}

function atPlace(known: Known, { parts, shown, ...duty }: DutyToday): DutyToday {
  const placed = <T extends Pick<Part, 'of' | 'way'>>(one: T): T => {
    const measure = known.get(one.of)
    return measure ? { ...one, way: measure.proof.way } : one
  }
  return { ...duty, parts: parts.map(placed), shown: shown && placed(shown) }
}
