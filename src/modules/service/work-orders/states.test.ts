import { expect, test } from 'vitest'
import { lifeTable, reachable } from '../../../../test/support/life-table.ts'
import { ENDED, isEnded, life, STATES } from './states.ts'

test('a dispatch sheet moves by this table and no other way', () => {
  expect(lifeTable(life, STATES)).toMatchInlineSnapshot(`
    "open       assign→assigned  take→taken  hold→on_hold  cancel→cancelled
    assigned   assign→assigned  take→taken  release→open  decline→open  hold→on_hold  cancel→cancelled
    taken      release→open  decline→open  handOver→taken/on_site  arrive→on_site  hold→on_hold  cancel→cancelled
    on_site    release→open  handOver→taken/on_site  quote→quoting  hold→on_hold  complete→completed  cancel→cancelled
    quoting    release→open  agree→on_site  refuse→refused  hold→on_hold  cancel→cancelled
    on_hold    release→open  resume→open/assigned/taken/on_site/quoting  cancel→cancelled
    completed  rework→taken
    refused    (the end)
    cancelled  (the end)"
  `)
})

test('every state can be come to from the issue', () => {
  expect(reachable(life, 'open')).toEqual(new Set(STATES))
})

test('no state is a dead end but the final ones, and each leads to an end', () => {
  for (const state of STATES.filter((one) => !isEnded(one))) {
    const after = reachable(life, state)
    expect([state, ENDED.every((end) => after.has(end))]).toEqual([state, true])
  }
  expect([...reachable(life, 'refused'), ...reachable(life, 'cancelled')]).toEqual(['refused', 'cancelled'])
})

test('only completed work begins again', () => {
  const back = ENDED.filter((state) => reachable(life, state).has('taken'))
  expect(back).toEqual(['completed'])
})
