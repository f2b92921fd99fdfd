import { describe, expect, test } from 'vitest'
import type { ApprovalRule } from './contract/rules.ts'
import { authorityIn, dueOf, mustBeWithinDeputy, ruleFor, stepsOf } from './rules.ts'

const rule = (upToDays: number | null, steps: string[]): ApprovalRule => ({
  id: steps.join(),
  kind: 'leave',
  upToFen: null,
  upToDays,
  steps,
  timeoutHours: 24,
})
const LEAVE = [
  rule(null, ['superior', 'above_superior', 'post:generalManager']),
  rule(1, ['superior']),
  rule(3, ['superior', 'above_superior']),
]
const leaveOf = (days: number) => ({ kind: 'leave' as const, amountFen: null, days })

describe('the rule for what is asked', () => {
  test('is the tightest that covers it', () => {
    expect(ruleFor(LEAVE, leaveOf(1))?.upToDays).toBe(1)
    expect(ruleFor(LEAVE, leaveOf(1.5))?.upToDays).toBe(3)
    expect(ruleFor(LEAVE, leaveOf(30))?.upToDays).toBe(null)
  })
  test('is the widest where nothing covers it, and none for another kind', () => {
    expect(ruleFor(LEAVE.slice(1), leaveOf(9))?.upToDays).toBe(3)
    expect(ruleFor(LEAVE, { kind: 'refund', amountFen: 100, days: null })).toBeUndefined()
  })
})

describe('authority', () => {
  const posts: Record<string, string[]> = { chen: ['supervisor'], zhao: ['manager'], qian: ['head'] }
  const limit = (postId: string, yuan: number | null) => ({
    postId,
    kind: 'waiver' as const,
    upToFen: yuan === null ? null : yuan * 100,
    upToDays: null,
  })
  const limits = [limit('supervisor', 200), limit('manager', 2000), limit('head', null)]
  const decides = (yuan: number) =>
    authorityIn([['chen'], ['zhao'], ['qian']], (id) => posts[id] ?? [], limits, {
      kind: 'waiver',
      amountFen: yuan * 100,
      days: null,
    })
  test('is with the nearest above whose limit is high enough', () => {
    expect([decides(200), decides(201), decides(50_000)]).toEqual([['chen'], ['zhao'], ['qian']])
  })
  test('is at the top where no limit was set', () => {
    expect(authorityIn([['chen'], ['qian']], () => [], [], leaveOf(2))).toEqual(['qian'])
  })
})

describe('the steps', () => {
  test('ask nobody twice, and nobody about his own', () => {
    const steps = stepsOf(
      [
        { who: 'superior', approverIds: ['chen', 'he'] },
        { who: 'above_superior', approverIds: ['chen'] },
        { who: 'post:generalManager', approverIds: ['lin'] },
        { who: 'authority', approverIds: ['qian', 'lin'] },
      ],
      'lin',
    )
    expect(steps).toEqual([
      { who: 'superior', approverIds: ['chen', 'he'] },
      { who: 'authority', approverIds: ['qian'] },
    ])
  })
  test('are due after the hours of the rule, or never', () => {
    const from = new Date('2026-11-23T02:00:00.000Z')
    expect(dueOf(from, 24)?.toISOString()).toBe('2026-11-24T02:00:00.000Z')
    expect(dueOf(from, null)).toBeNull()
  })
})

describe('a deputy', () => {
  test('decides up to the sum agreed, or half of the principal’s', () => {
    expect(() => mustBeWithinDeputy(100_000, null, 200_000)).not.toThrow()
    expect(() => mustBeWithinDeputy(100_001, null, 200_000)).toThrow('approval.beyond_deputy')
    expect(() => mustBeWithinDeputy(150_000, 150_000, 200_000)).not.toThrow()
    expect(() => mustBeWithinDeputy(1, 0, 200_000)).toThrow('approval.beyond_deputy')
    expect(() => mustBeWithinDeputy(9_000_000, null, null)).not.toThrow()
    expect(() => mustBeWithinDeputy(null, 0, 0)).not.toThrow()
  })
})
