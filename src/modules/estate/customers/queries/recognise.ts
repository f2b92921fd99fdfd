// Finding customers by ranges of their keys.
import { named, type Tx } from '../../../../platform/database.ts'
import type { Sought } from '../rules/keys.ts'

const LAST = '\u{10FFFF}'
/** Per key and estate; whoever gives one surname must say more anyway. */
const MOST = 120

const RECOGNISE = `
  select k.customer_id as id, min(k.rank + case when k.key = s.key then 0 else 3 end) as score,
    (array_agg(s.matched order by k.rank + case when k.key = s.key then 0 else 3 end, s.matched))[1] as matched
  from unnest($1::uuid[]) as e(id) cross join unnest($2::text[], $3::text[], $4::text[]) as s(key, upto, matched)
  cross join lateral (
    select customer_id, rank, key from customer_key
    where estate_id = e.id and key >= s.key and key < s.upto order by key limit ${MOST}
  ) k
  group by k.customer_id order by score, id limit ${MOST}`

export type Recognised = { id: string; score: number; matched: 'phone' | 'name' | 'plate' | 'unit' }
export const recogniseIds = (tx: Tx, estateIds: readonly string[], sought: readonly Sought[]): Promise<Recognised[]> =>
  named<Recognised>(tx, 'customer.recognise', RECOGNISE, [
    estateIds,
    sought.map(({ key }) => key),
    sought.map(({ key }) => key + LAST),
    sought.map(({ matched }) => matched),
  ])
