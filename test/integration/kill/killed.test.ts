// The server is killed while requests are filed: what was acknowledged is there, once, with all that belongs to it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Filed, file, fileUntilGone, openDesk, signInAt } from './desk.ts'
import { lossesAmong } from './losses.ts'
import { type Office, openOffice } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await openOffice()
}, 120_000)
afterAll(() => office?.close())

const ROUNDS = 5
/** In the middle of the others' calls, and never at the same point of them. */
const answersBefore = (round: number) => 9 + round * 4

async function killedWhileFiling(round: number, unsaved: boolean): Promise<Filed[]> {
  const desk = await openDesk({ ...office, unsaved })
  const cookie = await signInAt(desk.address, 'fang')
  const enough = Promise.withResolvers<void>()
  let answers = 0
  const filing = fileUntilGone(desk.address, cookie, office.call, () => {
    answers += 1
    if (answers === answersBefore(round)) enough.resolve()
  })
  await Promise.race([enough.promise, filing])
  await desk.kill()
  return filing
}

const acknowledged = (filed: readonly Filed[]) => filed.filter(({ answer }) => answer)

test('five times killed, not one acknowledged request is lost, doubled or half there', async () => {
  const all: Filed[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    const filed = await killedWhileFiling(round, false)
    expect(acknowledged(filed).length).toBeGreaterThan(0)
    all.push(...filed)
    expect(await lossesAmong(office, all)).toEqual([])
  }
  await againWithTheSameKeys(all)
  await office.catchUp()
  expect(await lossesAmong(office, all, 'heard')).toEqual([])
}, 240_000)

/** Clients that got no answer, and some that did, send again: each request is filed once and each answer is the first one. */
async function againWithTheSameKeys(all: readonly Filed[]) {
  const desk = await openDesk(office)
  const cookie = await signInAt(desk.address, 'fang')
  const unanswered = all.filter(({ answer }) => !answer)
  expect(unanswered.length).toBeGreaterThan(0)
  for (const filed of unanswered) expect(await file(desk.address, cookie, filed)).toBe(true)
  for (const filed of acknowledged(all).slice(0, 20)) {
    const first = filed.answer
    expect(await file(desk.address, cookie, filed)).toBe(true)
    expect(filed.answer).toEqual(first)
  }
  expect(acknowledged(all)).toHaveLength(all.length)
  await desk.kill()
}

test('a server that answers without committing is found out', async () => {
  const filed = await killedWhileFiling(0, true)
  const known = acknowledged(filed)
  expect(known.length).toBeGreaterThan(0)
  const losses = await lossesAmong(office, filed)
  expect(losses).toHaveLength(known.length)
  expect(losses[0]).toContain('was acknowledged as')
}, 120_000)
