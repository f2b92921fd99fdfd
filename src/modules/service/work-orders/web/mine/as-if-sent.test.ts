import { expect, test } from 'vitest'
import type { Entry } from '../../../../../ui/outbox/queue.ts'
import type { State } from '../../states.ts'
import { asIfSent } from './as-if-sent.ts'

const status: State = 'taken'
const sheet = { id: 'leak', status, can: ['arrive', 'reveal'], subject: '水管漏水' }
const pressed = (verb: string, more: Partial<Entry> = {}): Entry => ({
  ...{ key: verb, noun: 'work-orders', verb, recordId: 'leak', method: 'POST', url: `/api/${verb}`, input: {} },
  ...{ at: '2026-11-23T04:05:06.789Z', tries: 0 },
  ...more,
})

test('whoever arrived without signal may complete without signal', () => {
  const there = asIfSent(sheet, [pressed('arrive')])
  expect(there).toMatchObject({ status: 'on_site', subject: '水管漏水' })
  expect(there.can).toContain('complete')
  expect(asIfSent(sheet, [pressed('arrive'), pressed('complete')])).toMatchObject({
    status: 'completed',
    can: ['reveal'],
  })
})

test('what waits for another sheet, or was refused, changes nothing', () => {
  const no = { status: 409, code: 'work_order.not_yours', details: {} }
  expect(asIfSent(sheet, [pressed('arrive', { recordId: 'lamp' }), pressed('arrive', { no })])).toEqual(sheet)
})

test('what has been given back is not worked on meanwhile', () => {
  expect(asIfSent(sheet, [pressed('decline')])).toMatchObject({ status: 'taken', can: ['reveal'] })
})
