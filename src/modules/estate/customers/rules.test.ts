import { describe, expect, test } from 'vitest'
import { identityOf } from './rules/identity.ts'
import { keysOf, soughtIn } from './rules/keys.ts'
import { mustFitBeside, type Standing } from './rules/links.ts'
import { life, type STATES, type Verb } from './states.ts'

test('a record that was put away or merged takes no more changes, but its numbers may still be seen', () => {
  const open = (state: (typeof STATES)[number]) =>
    Object.keys(life.moves).filter((verb): verb is Verb => life.can(state, verb as Verb)) // reason: keys of the table
  expect(open('archived')).toEqual(['reveal', 'restore'])
  expect(open('merged')).toEqual(['reveal'])
  expect(open('in_use')).not.toContain('restore')
})

describe('an ID number', () => {
  test.each([
    ['resident_id', '11010519491231002x', '11010519491231002X', '110***********002X'],
    ['resident_id', '１１０１０５ 19491231 002X', '11010519491231002X', '110***********002X'],
    ['credit_code', '91350100m000100y43', '91350100M000100Y43', '913***********0Y43'],
    ['passport', 'E12345678', 'E12345678', 'E******78'],
    ['hk_macao_permit', 'H12345678', 'H12345678', 'H******78'],
  ] as const)('%s %s is read and masked', (idKind, written, idNumber, masked) => {
    expect(identityOf({ idKind, idNumber: written })).toEqual({ idKind, idNumber, masked })
  })

  test.each([
    ['resident_id', '110105194912310021', 'customer.id_malformed'],
    ['resident_id', '11010519491331002X', 'customer.id_malformed'],
    ['credit_code', '91350100M000100Y44', 'customer.id_malformed'],
    ['passport', null, 'customer.id_incomplete'],
    [null, 'E12345678', 'customer.id_incomplete'],
  ] as const)('%s %s is refused', (idKind, idNumber, code) => {
    expect(() => identityOf({ idKind, idNumber })).toThrow(code)
  })

  test('is no more to be seen than its ends', () => {
    expect(identityOf({ idKind: 'passport', idNumber: 'AB123' })?.masked).toBe('A**23')
    expect(identityOf({})).toBeUndefined()
  })
})

describe('the keys of a customer', () => {
  const found = (entry: string, keys: readonly { key: string }[]) =>
    soughtIn(entry).some((sought) => keys.some(({ key }) => key.startsWith(sought.key)))
  const lin = keysOf({
    name: '林晓',
    namePinyin: 'lin xiao',
    phones: ['13800138000', '0755-88881234'],
    plates: ['粤B12345'],
  })
  const rare = keysOf({ name: '𠮷野龘', namePinyin: null, phones: [], plates: [] })
  const firm = keysOf({
    name: '深圳市云杉科技有限公司',
    namePinyin: null,
    phones: ['075588881234-801'],
    plates: ['粤BD12345'],
  })

  test.each([
    '13800138000',
    '138 0013 8000',
    '+86 138-0013-8000',
    '１３８００１３８０００',
    '8000',
    '38000',
    '1380',
    '林晓',
    '林',
    '晓',
    '林女士',
    'LIN xiao',
    'lx',
    '粤B12345',
    '粤B·12345',
    'b12345',
    '12345',
    '345',
    '林  晓',
  ])('%s finds Lin', (entry) => {
    expect(found(entry, lin)).toBe(true)
  })
  test.each(['8001', '139', '王', '粤A12345', '%', '', '0', '99'])('%s does not find Lin', (entry) => {
    expect(found(entry, lin)).toBe(false)
  })
  test('rare characters and firms are found from any character on', () => {
    for (const entry of ['𠮷野', '野龘', '龘']) expect(found(entry, rare)).toBe(true)
    for (const entry of ['云杉科技', '云杉', '88881234', '1234', 'D12345']) expect(found(entry, firm)).toBe(true)
  })
})

describe('the owners of a unit', () => {
  const link = (given: Partial<Standing>): Standing => ({
    customerId: 'lin',
    role: 'owner',
    share: null,
    fromOn: '2026-01-01',
    toOn: null,
    ...given,
  })
  test('hold no more than the whole of it on any day', () => {
    const half = link({ customerId: 'chen', share: 50 })
    const third = link({ customerId: 'wu', share: 33.33, toOn: '2026-06-30' })
    mustFitBeside(link({ share: 16.67 }), [half, third])
    expect(() => mustFitBeside(link({ share: 16.68 }), [half, third])).toThrow('customer.share_exceeded')
    mustFitBeside(link({ share: 50, fromOn: '2026-07-01' }), [half, third])
    const later = link({ customerId: 'wu', share: 40, fromOn: '2027-01-01' })
    expect(() => mustFitBeside(link({ share: 50 }), [half, later])).toThrow('customer.share_exceeded')
  })
  test('are one each, over days that run forward', () => {
    expect(() => mustFitBeside(link({}), [link({ fromOn: '2020-01-01' })])).toThrow('customer.already_linked')
    mustFitBeside(link({}), [link({ fromOn: '2020-01-01', toOn: '2025-12-31' })])
    mustFitBeside(link({ role: 'tenant' }), [link({})])
    expect(() => mustFitBeside(link({ role: 'tenant', share: 10 }), [])).toThrow('customer.share_not_of_owner')
    expect(() => mustFitBeside(link({ toOn: '2025-12-31' }), [])).toThrow('customer.days_reversed')
  })
})
