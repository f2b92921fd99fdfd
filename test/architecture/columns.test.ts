import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { modules } from '../../src/app/modules.ts'
import { describedInput, describedOutput } from '../../src/platform/http/schemas.ts'
import { columnFaults, columnsOf, fieldsOf } from './columns.ts'
import { pairs, resources } from './contracts.ts'
import { roomOf } from './sources.ts'

/** Columns (or whole tables) that a room keeps for itself, each with the reason. */
const HIDDEN: Readonly<Record<string, string>> = {
  'deputy.namedById': 'shown as namedByName',
  'dutySheet.draftedById': 'shown as draftedByName',
  'dutySheet.reviewedById': 'shown as reviewedByName',
  'dutyAcknowledgement.droppedAt': 'what was dropped is not shown as asked any more',
  'returnVisit.againAt': 'shown as the visit that comes due then',
  'duty.proofKeys': 'shown as its proofs',
  'duty.sinceOn': 'from which day the line binds, through all versions of its sheet',
  dutyProof: 'how far the ledger has been read for each kind of evidence',
  dutyEvidence: 'what was read from the ledger; shown by the duty it is evidence for',
  dutyTally: 'the evidence of a day, counted; shown by the duty it is evidence for',
  'jobDocument.reading': 'shown as posts and models',
  'approvalStep.approverIds': 'shown as approvers',
  'approvalStep.answeredById': 'shown as answeredByName',
  'approvalStep.answeredForId': 'shown as answeredForName',
  'planItem.workPlanId': 'the plan whose line it is',
  'task.batchId': 'tells tasks that were given to several people at once',
  'task.aboutKind': 'shown as about',
  'task.aboutNo': 'shown as about',
  'task.checkedById': 'shown as checkedByName',
  'workLog.signedById': 'shown as signedByName',
  placeKey: 'the spellings by which a place is found',
  customerKey: 'the spellings by which a customer is found',
  'customer.idNumberSealed': 'shown by reveal only',
  'customer.idNumberHash': 'finds the same paper without opening it',
  'customer.idNumberMasked': 'shown as idNumber',
  'customerUnit.linkedAt': 'the order of a list',
  callLog: 'the call as it came in; shown through its requests',
  'request.receivedById': 'shown as receivedBy',
  'request.finishOutcome': 'asked for as finish, and shown among the clocks',
  'request.finishDueAt': 'shown among the clocks',
  'request.answerSeconds': 'counted by the board',
  'request.finishSeconds': 'counted by the board',
  requestWords: 'the words by which a request is found',
  'requestClock.nextStepAt': 'when the ladder looks again',
  'workOrderPause.stopsClock': 'counted into the limits at once',
  workOrderTurn: 'whose turn it is; shown as lastByTurnAt',
  'returnVisit.cycle': 'which round of the request it asks about',
  'returnVisit.contactPhone': 'shown masked, or by reveal',
  'returnVisit.visitorId': 'shown as visitorName',
}

const columns = columnsOf(readFileSync('db/types.gen.ts', 'utf8'))
const nounsOf = (room: string) =>
  new Set(pairs.filter(({ path }) => roomOf(path)?.room === room).map(({ noun }) => noun))
const fieldsOfRoom = (room: string) =>
  fieldsOf(
    resources
      .filter(({ noun }) => nounsOf(room).has(noun))
      .flatMap(({ verbs }) => Object.values(verbs))
      .flatMap(({ input, output, kind }) => [describedInput(input), kind === 'file' ? {} : describedOutput(output)]),
  )
const rooms = Object.entries(modules).map(([room, { tables }]) => ({ room, tables, fields: fieldsOfRoom(room) }))

describe('columns and fields', () => {
  test('every table of the map is in the database', () => {
    expect(rooms.flatMap(({ tables }) => tables).filter((table) => !columns[table])).toEqual([])
  })
  test('each column of a room is a field of its contracts, with the same values, or is kept for a reason', () => {
    expect(rooms.flatMap(({ tables, fields }) => columnFaults(columns, { tables, fields, hidden: HIDDEN }))).toEqual([])
  })
  test('every reason is about a column that is there and not shown', () => {
    const faults = rooms.flatMap(({ tables, fields }) => columnFaults(columns, { tables, fields, hidden: {} }))
    const hidden = faults.map((fault) => fault.split(':')[0] ?? '').flatMap((name) => [name, name.split('.')[0]])
    expect(Object.keys(HIDDEN).filter((name) => !hidden.includes(name))).toEqual([])
  })
})

describe('each offence is caught', () => {
  const planted = columnsOf(`export type Tables = {
    kite: { companyId: Generated<string>; id: string; colour: Generated<'red' | 'blue'>; lineId: string | null }
    kiteTail: { companyId: Generated<string>; id: string; kiteId: string; metres: number }
  }`)
  const faultsWith = (colours: string[], names: string[]) =>
    columnFaults(planted, {
      tables: ['kite', 'kiteTail'],
      fields: fieldsOf([
        { properties: { id: {}, colour: { anyOf: [{ enum: colours }, { type: 'null' }] } } },
        { properties: { tails: { items: { properties: Object.fromEntries(names.map((name) => [name, {}])) } } } },
      ]),
      hidden: { 'kite.lineId': 'shown as line' },
    })
  test('a column with its field and values is no offence', () => {
    expect(faultsWith(['blue', 'red'], ['metres'])).toEqual([])
  })
  test('a column without a field', () => {
    expect(faultsWith(['blue', 'red'], [])).toEqual(['kiteTail.metres: is no field of the contract'])
  })
  test('a value that the contract does not know', () => {
    expect(faultsWith(['red'], ['metres'])).toEqual(['kite.colour: may hold red,blue, the contract says red'])
  })
  test('a value that the database does not take', () => {
    expect(faultsWith(['red', 'blue', 'green'], ['metres'])).toHaveLength(1)
  })
})
