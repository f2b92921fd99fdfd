import { expect, test } from 'vitest'
import { lifeTable, reachable } from '../../../../test/support/life-table.ts'
import { life, STATES } from './states.ts'

test('a return visit moves by this table and no other way', () => {
  expect(lifeTable(life, STATES)).toMatchInlineSnapshot(`
    "due          attempt→due/unreachable  make→made  waive→waived  cancel→cancelled
    made         (the end)
    unreachable  make→made
    waived       (the end)
    cancelled    (the end)"
  `)
})

test('every state can be come to from the day it is due', () => {
  expect(reachable(life, 'due')).toEqual(new Set(STATES))
})

test('nothing is asked again once it is made, waived or cancelled; whoever was unreachable may still call back', () => {
  const after = STATES.filter((state) => state !== 'due').map((state) => [...reachable(life, state)])
  expect(after).toEqual([['made'], ['unreachable', 'made'], ['waived'], ['cancelled']])
})
