import { describe, expect, test } from 'vitest'
import { Cadenced } from '../../contract/proof.ts'
import type { Duty } from '../../contract/sheets.ts'
import { compared, isSame } from './comparing.ts'

const weekly = Cadenced.parse({
  kind: 'cadence',
  of: 'return-visits.madeRegularly',
  credit: 'own',
  events: [{ event: 'return_visit.made' }],
  times: 5,
  per: 'week',
})
const visits: Duty = {
  id: 'd1',
  lineId: 'visits',
  code: 'A3.5',
  text: '定期回访',
  textEn: '',
  cadence: 'weekly',
  capability: ['return-visits'],
  measure: '',
  measureEn: '',
  proofs: [weekly],
  shown: null,
}
const reading: Duty = { ...visits, id: 'd2', lineId: 'reading', code: 'A3.1', text: '按规矩办事', proofs: [] }

describe('two versions of a sheet', () => {
  test('are the same when only the ids of their rows and the order of keys differ', () => {
    const { per, times, ...rest } = weekly
    const copy = { ...visits, id: 'other', proofs: [{ per, times, ...rest }] }
    expect(isSame(compared([visits, reading], [reading, copy]))).toBe(true)
  })
  test('differ by what is new, also where it has no line yet', () => {
    const fresh = { ...visits, lineId: null, code: 'A3.9' }
    expect(compared([visits], [visits, fresh]).added).toEqual([fresh])
  })
  test('differ by what is gone', () => {
    expect(compared([visits, reading], [visits]).gone).toEqual([reading])
  })
  test('say of a changed duty what changed, a number as well as a way of counting', () => {
    const after = { ...visits, code: 'A3.6', proofs: [{ ...weekly, times: 3 }] }
    expect(compared([visits], [after]).changed).toEqual([{ before: visits, after, fields: ['code', 'proofs'] }])
  })
})
