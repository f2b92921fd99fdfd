import { expect, test } from 'vitest'
import {
  type CallDraft,
  emptyCall,
  inputOf,
  isUntouched,
  type MatterDraft,
  problemsIn,
  strangerOf,
  withAnother,
  withoutMatter,
} from './draft.ts'

const YUNQI = '01a208b7-daa9-7000-8a04-63e91eb3f4a7'
const ROOM_1201 = '01a208b7-daa9-7000-8a04-63e91eb3f4a8'
const call = (matter: Partial<MatterDraft> = {}, more: Partial<CallDraft> = {}): CallDraft => {
  const empty = emptyCall(YUNQI, 'phone')
  return { ...empty, ...more, matters: empty.matters.map((one) => ({ ...one, ...matter })) }
}
const leak = { categoryId: ROOM_1201, subject: '厨房漏水', placeId: ROOM_1201, placeText: '3栋1单元1201' }
const lin = { ...emptyCall(null, 'phone').caller, name: '林女士', phone: '139 1111 2222' }

test('what nobody has typed into is untouched, and a caller alone is something', () => {
  expect(isUntouched(call())).toBe(true)
  expect(isUntouched(call({}, { caller: lin }))).toBe(false)
})

test('an empty call says what it lacks, in the order in which it is filled in', () => {
  expect(problemsIn(call()).map(({ code }) => code)).toEqual([
    'contact_needed',
    'place_needed',
    'category_needed',
    'subject_needed',
  ])
})

test('an enquiry needs no category, an anonymous call no contact', () => {
  const caller = { ...lin, name: '', phone: '', anonymous: true }
  expect(problemsIn(call({ kind: 'enquiry', subject: '停车月卡', placeText: '前台' }, { caller }))).toEqual([])
})

test('a phone that is none is pointed at', () => {
  expect(problemsIn(call(leak, { caller: { ...lin, phone: '1391' } }))).toEqual([{ key: 'phone', code: 'phone_wrong' }])
})

test('a hotline order needs its number', () => {
  const problems = problemsIn(call(leak, { caller: lin, channel: 'hotline12345' }))
  expect(problems.map(({ code }) => code)).toEqual(['source_ref_needed'])
})

test('figures are taken as a phone, words as a name', () => {
  expect(strangerOf('139 1111 2222')).toEqual({ name: '', phone: '13911112222' })
  expect(strangerOf('139111122')).toEqual({ name: '', phone: '139111122' })
  expect(strangerOf('林女士')).toEqual({ name: '林女士', phone: '' })
})

test('a chosen place goes by its id, any other by its words', () => {
  expect(inputOf(call(leak, { caller: lin })).matters[0]).toMatchObject({ placeId: ROOM_1201, placeText: null })
  const [outside] = inputOf(call({ ...leak, placeId: null, placeText: '北门岗亭' }, { caller: lin })).matters
  expect(outside).toMatchObject({ placeId: null, placeText: '北门岗亭' })
})

test('a repair cannot be settled at the desk, even when it was an enquiry a moment ago', () => {
  const settled = { ...leak, settled: true, settledWith: '已告知' }
  expect(inputOf(call(settled, { caller: lin })).matters[0]?.settledWith).toBeNull()
  expect(inputOf(call({ ...settled, kind: 'enquiry' }, { caller: lin })).matters[0]?.settledWith).toBe('已告知')
})

test('nobody is named in an anonymous call', () => {
  const caller = { ...lin, customerId: ROOM_1201, anonymous: true }
  expect(inputOf(call(leak, { caller }))).not.toHaveProperty('customerId')
})

test('another matter begins at the same place and can be taken away again', () => {
  const two = withAnother(call(leak, { caller: lin }))
  expect(two.at).toBe(1)
  expect(two.matters[1]).toMatchObject({ placeId: ROOM_1201, subject: '' })
  expect(withoutMatter(two, 1)).toMatchObject({ at: 0, matters: [{ subject: '厨房漏水' }] })
})
