import { expect, test } from 'vitest'
import { lifeTable, reachable } from '../../../../test/support/life-table.ts'
import { ENDED, isOpen, life, STATES } from './states.ts'

test('a request moves by this table and no other way', () => {
  expect(lifeTable(life, STATES)).toMatchInlineSnapshot(`
    "new            accept→accepted  cancel→cancelled
    accepted       dispatch→dispatched  hold→on_hold  follow→accepted/dispatched/taken/on_site/quoting/on_hold/completed  closeUndone→closed_undone  cancel→cancelled
    dispatched     take→taken  decline→accepted  handOver→dispatched/taken/on_site  release→accepted  hold→on_hold  follow→accepted/dispatched/taken/on_site/quoting/on_hold/completed  closeUndone→closed_undone
    taken          decline→accepted  handOver→dispatched/taken/on_site  release→accepted  arrive→on_site  hold→on_hold  follow→accepted/dispatched/taken/on_site/quoting/on_hold/completed  complete→completed  closeUndone→closed_undone
    on_site        handOver→dispatched/taken/on_site  release→accepted  hold→on_hold  follow→accepted/dispatched/taken/on_site/quoting/on_hold/completed  complete→completed  closeUndone→closed_undone
    quoting        hold→on_hold  follow→accepted/dispatched/taken/on_site/quoting/on_hold/completed  closeUndone→closed_undone
    on_hold        release→accepted  resume→accepted/dispatched/taken/on_site/quoting  follow→accepted/dispatched/taken/on_site/quoting/on_hold/completed  closeUndone→closed_undone
    completed      rework→taken  charge→unpaid  visit→to_visit  close→closed
    unpaid         rework→taken  settle→completed
    to_visit       rework→taken  close→closed  reopen→taken
    closed         reopen→taken
    closed_undone  (the end)
    cancelled      (the end)"
  `)
})

test('every state can be come to from the call', () => {
  expect(reachable(life, 'new')).toEqual(new Set(STATES))
})

test('no state is a dead end but the final ones, and each leads to an end', () => {
  for (const state of STATES.filter(isOpen)) {
    const after = reachable(life, state)
    expect([state, ENDED.some((end) => after.has(end)), after.size > 1]).toEqual([state, true, true])
  }
  expect([...reachable(life, 'closed_undone'), ...reachable(life, 'cancelled')]).toEqual(['closed_undone', 'cancelled'])
})

test('of what has ended only the closed one comes back', () => {
  const back = ENDED.filter((state) => [...reachable(life, state)].some(isOpen))
  expect(back).toEqual(['closed'])
})
