import { describe, expect, test } from 'vitest'
import {
  added,
  again,
  type Entry,
  failed,
  inputWith,
  nextOf,
  pauseAfter,
  readQueue,
  textsIn,
  without,
} from './queue.ts'

const entry = (key: string, more: Partial<Entry> = {}): Entry => ({
  key,
  noun: 'work-orders',
  verb: 'arrive',
  recordId: 'leak',
  method: 'POST',
  url: '/api/work-orders/leak/arrive',
  input: {},
  at: '2026-11-23T04:05:06.789Z',
  tries: 0,
  ...more,
})
const no = { status: 409, code: 'work_order.not_yours', details: {} }

describe('what waits for signal', () => {
  test('goes out in the order in which it was pressed', () => {
    const queue = added(added([], entry('a')), entry('b', { verb: 'complete' }))
    expect(nextOf(queue)?.key).toBe('a')
    expect(nextOf(without(queue, 'a'))?.key).toBe('b')
  })
  test('is one entry, however often the button is pressed', () => {
    expect(added(added([], entry('a')), entry('a'))).toHaveLength(1)
    expect(added(added([], entry('a')), entry('b'))).toHaveLength(1)
    const held = added(added([], entry('a', { verb: 'hold' })), entry('b', { verb: 'resume' }))
    expect(added(held, entry('c', { verb: 'hold' }))).toHaveLength(3)
    expect(added(failed([entry('a')], 'a', no), entry('b'))).toHaveLength(2)
    expect(added([entry('a')], entry('b', { recordId: 'lamp' }))).toHaveLength(2)
  })
  test('waits on without signal, before a busy server and while nobody is signed in', () => {
    for (const status of [0, 401, 429, 502, 503, 504]) {
      const [left] = failed([entry('a')], 'a', { ...no, status })
      expect(left).toEqual(entry('a', { tries: 1 }))
    }
  })
  test('stays with the no of the server and what was typed, and lets pass what is behind it', () => {
    const typed = entry('a', { input: { id: 'leak', result: '换了软管' } })
    const queue = failed([typed, entry('b')], 'a', no)
    expect(queue[0]).toEqual({ ...typed, no })
    expect(nextOf(queue)?.key).toBe('b')
    expect(nextOf(again(queue, 'a'))).toEqual(typed)
  })
  test('is tried at growing pauses, at last once a minute', () => {
    expect([0, 1, 2, 3, 4, 5, 60].map(pauseAfter)).toEqual([2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000])
  })
  test('gets the ids of its files wherever they stand', () => {
    const input = { id: 'leak', photoIds: ['kept-1', 'p2'], signatureId: 'kept-3', minutes: 5, note: null }
    expect(textsIn(input)).toEqual(['leak', 'kept-1', 'p2', 'kept-3'])
    const by = new Map([
      ['kept-1', 'p1'],
      ['kept-3', 'p3'],
    ])
    expect(inputWith(input, by)).toEqual({ ...input, photoIds: ['p1', 'p2'], signatureId: 'p3' })
  })
  test('is read back from the phone, and what is no entry is left out', () => {
    expect(readQueue(JSON.stringify([entry('a'), { key: 1 }, null]))).toEqual([entry('a')])
    expect([readQueue(null), readQueue('{'), readQueue('{}')]).toEqual([[], [], []])
  })
})
