// The same for everybody below: who is behind with what, and what is slipping.
import { endOfMonth } from '../../../../platform/calendar/days.ts'
import { dayOf } from '../../../../platform/calendar/zones.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { TeamRow } from '../contract/duties.ts'
import { listCheckedOn } from '../queries/standings.ts'
import { stateOf, totalOf } from '../rules/verdict.ts'
import { type Binding, bindingsOf, titlesOf } from './bindings.ts'
import { figuresOf, usesOf } from './figures.ts'
import { teamOf } from './superiors.ts'
import { partsOf } from './today.ts'

export async function team(ctx: Ctx) {
  const day = dayOf(ctx.now, ctx.user.zone)
  const below = await teamOf(ctx)
  const staffIds = below.map(({ staffId }) => staffId)
  if (staffIds.length === 0) return { day, people: [] }
  const bindings = await bindingsOf(ctx, { from: day, to: day, staffIds })
  const uses = await usesOf(ctx, bindings)
  const month = { from: `${day.slice(0, 8)}01`, to: endOfMonth(day) }
  const figures = await figuresOf(
    ctx,
    uses.flatMap((byLine) => [...byLine.values()].flat()),
    month,
  )
  const checked = new Set(await listCheckedOn(ctx.tx, staffIds, day))
  const lines = bindings.map((binding, at) => ({
    binding,
    parts: partsOf(binding, uses[at] ?? new Map(), figures, month),
  }))
  const byPerson = Map.groupBy(lines, ({ binding }) => binding.staffId)
  return {
    day,
    people: below.map(({ staffId, name }) => rowOf(staffId, name, byPerson.get(staffId) ?? [], checked.has(staffId))),
  }
}

type Line = { binding: Binding; parts: ReturnType<typeof partsOf> }
function rowOf(id: string, name: string, lines: readonly Line[], checkedToday: boolean): TeamRow {
  const duties = lines.flatMap(({ binding, parts }) =>
    binding.duties.map(({ lineId, code, text, textEn, shown }, at) => {
      const mine = parts[at] ?? []
      const sum = totalOf(mine.map(({ month }) => month))
      const overdue = mine.reduce((total, part) => total + part.overdue, 0)
      const state = stateOf(
        mine.map((part) => part.state),
        shown !== null,
      )
      return { lineId, code, text, textEn, state, sum, overdue }
    }),
  )
  const count = (state: string) => duties.filter((duty) => duty.state === state).length
  const slipping = duties
    .filter(({ overdue, sum }) => overdue > 0 || sum.missed > 0)
    .map(({ lineId, code, text, textEn, overdue, sum }) => ({
      lineId,
      code,
      text,
      textEn,
      overdue,
      missed: sum.missed,
    }))
    .toSorted((a, b) => b.overdue - a.overdue || b.missed - a.missed)
  return {
    id,
    name,
    posts: titlesOf(lines.map(({ binding }) => binding)),
    overdue: count('overdue'),
    due: count('due'),
    done: count('done'),
    openOverdue: duties.reduce((total, { overdue }) => total + overdue, 0),
    month: totalOf(duties.map(({ sum }) => sum)),
    checkedToday,
    slipping: slipping.slice(0, 5),
  }
}
