// Finding places by ranges of their keys: an index serves these behind the wall, which it could not do for LIKE.
import { named, type Tx } from '../../../../platform/database.ts'
import type { Found, PlaceKind } from '../contract/shapes.ts'

/** Sorts after every other character in the "C" order. */
const LAST = '\u{10FFFF}'
/** Enough for a short prefix to rank well, few enough to answer at once. */
const MOST_EXACT = 150
const MOST_LONGER = 150

// Each hit is looked up by its key: a join would be planned as a walk through all places of the company.
const SEARCH = `
  with hit as materialized (
    select k.place_id, min(k.rank + case when k.key = $2 then 0 else 10 end) as score, min(length(k.key)) as size
    from unnest($1::uuid[]) as e(id) cross join lateral (
      (select place_id, rank, key from place_key where estate_id = e.id and key = $2 limit ${MOST_EXACT})
      union all
      (select place_id, rank, key from place_key where estate_id = e.id and key > $2 and key < $3 order by key limit ${MOST_LONGER})
    ) k group by k.place_id
  )
  select p.id, p.estate_id as "estateId", p.area_id as "areaId", p.kind, p.detail, p.code, p.name, p.path_name as "pathName",
    p.directions, (select u.status from unit u where u.id = p.id) as "unitStatus"
  from hit cross join lateral (select * from place where id = hit.place_id limit 1) p
  where p.archived_at is null and ($4::text[] is null or p.kind = any($4))
    and ($5::boolean or p.estate_id = any($6) or p.area_id = any($7))
  order by hit.score, hit.size, p.sort limit $8`

export type Sought = {
  key: string
  estateIds: readonly string[]
  kinds: readonly PlaceKind[] | undefined
  reach: { company: boolean; estateIds: readonly string[]; areaIds: readonly string[] }
  limit: number
}
export type Hit = Omit<Found, 'estateName'>

export const searchPlaceRows = (tx: Tx, { key, estateIds, kinds, reach, limit }: Sought): Promise<Hit[]> =>
  named<Hit>(tx, 'place.search', SEARCH, [
    estateIds,
    key,
    key + LAST,
    kinds?.length ? kinds : null,
    reach.company,
    reach.estateIds,
    reach.areaIds,
    limit,
  ])
