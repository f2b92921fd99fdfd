// A year of a large company in a bench's database, written by SQL: people, areas, events, and the evidence that follows from them.
import pg from 'pg'
import type { BenchStage } from './stage.ts'

export const PEOPLE = 500
const AREAS = 100
const DAYS = 365
/** The newest matters that nobody has taken on yet. */
const OPEN = 3000

const SETTING = `set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '1GB'; set work_mem = '256MB'`

/** An id whose order is that of the milliseconds in it. */
const ID_OF = `create function pg_temp.id_of(ms bigint, kind integer, n bigint) returns uuid language sql immutable as $$
  select (lpad(to_hex(ms), 12, '0') || '7' || lpad(to_hex(kind), 3, '0') || '8' || lpad(to_hex(n), 15, '0'))::uuid $$`

export async function fillLedger({ url, cast }: BenchStage, events: number) {
  const began = performance.now()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(SETTING)
    await client.query(`select set_config('app.company', $1, false)`, [cast.companies.ours])
    await client.query(ID_OF)
    await client.query(peopleSql, [cast.estates.yunqi])
    await client.query(holdersSql)
    await client.query(mattersSql, [Math.floor(events / 10), cast.estates.yunqi])
    for (const text of [...eventsSql, ...evidenceSql, tallySql, cursorSql]) await client.query(text)
    await client.query('analyze')
    const { rows } = await client.query(
      `select (select count(*) from event) as events, (select count(*) from duty_evidence) as evidence,
        (select count(*) from duty_tally) as tallies, (select count(*) from duty d join duty_sheet s on s.id = d.sheet_id where s.status = 'published' and d.company_id = current_company()) as duties,
        (select count(*) from staff where left_on is null and company_id = current_company()) as people`,
    )
    return { ...counts(rows[0]), seconds: (performance.now() - began) / 1000 }
  } finally {
    await client.end()
  }
}
const counts = (row: Record<string, string>) => ({
  events: Number(row.events),
  evidence: Number(row.evidence),
  tallies: Number(row.tallies),
  duties: Number(row.duties),
  people: Number(row.people),
})

const peopleSql = `with made as (
    insert into staff (id, no, name, joined_on)
    select pg_temp.id_of(1, 1, n), 'B' || lpad(n::text, 4, '0'), '员工' || n, current_date - 400 from generate_series(1, ${PEOPLE}) n returning id, no
  ), posts as (select id, row_number() over (order by key) - 1 as at, count(*) over () as all_posts from post where kind = 'post')
  insert into staff_post (id, staff_id, post_id, estate_id, from_on)
  select pg_temp.id_of(2, 2, substr(m.no, 2)::int), m.id, p.id, $1::uuid, current_date - 400
  from made m join posts p on p.at = substr(m.no, 2)::int % p.all_posts`

const holdersSql = `with places as (select id, row_number() over (order by code, id) - 1 as at from area)
  , made as (
    insert into area (id, estate_id, name, code)
    select pg_temp.id_of(3, 3, n), (select id from estate where code = 'YQ'), '责任区' || n, 'X' || n from generate_series(1, ${AREAS}) n returning id, code
  )
  insert into area_holder (id, area_id, staff_id, role, from_on)
  select pg_temp.id_of(4, 4, n), (select id from made where code = 'X' || (n % ${AREAS} + 1)), pg_temp.id_of(1, 1, n), 'steward', current_date - 400
  from generate_series(1, ${PEOPLE}) n`

/** One row for each request with all its moments; of ten events of the ledger four are its own. */
const mattersSql = `create temp table matter as
  with place as (select id, row_number() over (order by code, id) - 1 as at, count(*) over () as many from area where estate_id = $2)
  , base as (
    select n, (extract(epoch from now()) * 1000)::bigint - (($1 - n)::bigint * ${DAYS * 86_400_000}::bigint / $1) as ms from generate_series(1, $1::int) n
  )
  select n, pg_temp.id_of(ms, 16, n) as id, 'BX-' || n as no, case when n % 3 = 0 then 'complaint' else 'repair' end as kind, place.id as area_id,
    $2::uuid as estate_id, pg_temp.id_of(1, 1, n % ${PEOPLE} + 1) as by_id, ms, to_timestamp(ms / 1000.0) as at,
    to_timestamp(ms / 1000.0) + interval '30 minutes' as answer_due, to_timestamp(ms / 1000.0) + interval '1 day' as finish_due,
    case when n <= $1 - ${OPEN} then ms + 60000 * (5 + n % 40) end as dispatched_ms,
    case when n <= $1 - ${OPEN} then ms + 60000 * (120 + n % 1500) end as completed_ms
  from base join place on place.at = n % place.many`

const EVENT =
  '(id, at, name, record_kind, record_id, by_id, by_name, estate_id, area_id, from_state, to_state, details)'
const happened = (kind: number, ms: string, name: string, states: string, details: string, where = 'true') =>
  `insert into event ${EVENT} select pg_temp.id_of(${ms}, ${kind}, n), to_timestamp(${ms} / 1000.0), '${name}', split_part('${name}', '.', 1),
    ${name.startsWith('request.') ? 'id' : `pg_temp.id_of(ms, ${name.startsWith('return_visit') ? 17 : kind + 100}, n)`}, by_id, '员工', estate_id, area_id, ${states}, ${details}::jsonb
  from matter where ${where}`
const limits = `json_build_object('no', no, 'kind', kind, 'limits', json_build_object('answer', to_char(answer_due at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  'finish', to_char(finish_due at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')))`
const visitDue = `json_build_object('no', no, 'dueAt', to_char((at + interval '3 days') at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))`
const PROVES_NOTHING = ['request.nudged', 'request.revealed', 'work_order.printed'] as const

const eventsSql = [
  happened(1, 'ms', 'request.received', `null, 'new'`, limits),
  happened(2, 'dispatched_ms', 'request.followed', `'new', 'dispatched'`, `'{}'`, 'dispatched_ms is not null'),
  happened(3, '(dispatched_ms + 1)', 'request.followed', `'dispatched', 'taken'`, `'{}'`, 'dispatched_ms is not null'),
  happened(4, 'completed_ms', 'request.completed', `'taken', 'completed'`, `'{}'`, 'completed_ms is not null'),
  happened(5, '(ms + 3600000)', 'return_visit.came_due', `null, 'due'`, visitDue),
  happened(6, '(ms + 90000000)', 'return_visit.made', `'due', 'made'`, `'{}'`, 'completed_ms is not null'),
  happened(7, '(ms + 7200000)', 'customer.changed', 'null, null', `'{}'`),
  ...PROVES_NOTHING.map((name, at) => happened(8 + at, `(ms + ${at + 1} * 60000)`, name, 'null, null', `'{}'`)),
]

type Shape = { of: string; credit: string; opens: string; due: string; done: string; event: number; where?: string }
const WHO: Record<string, string> = { own: 'by_id', area: 'area_id', estate: 'estate_id', company: 'current_company()' }
const answered = '(dispatched_ms + 1)'
const shapes: readonly Shape[] = [
  { of: 'requests.routedInTime', credit: 'own', opens: 'ms', due: 'answer_due', done: 'dispatched_ms', event: 2 },
  { of: 'requests.answeredInTime', credit: 'area', opens: 'ms', due: 'answer_due', done: answered, event: 3 },
  { of: 'requests.answeredInTime', credit: 'estate', opens: 'ms', due: 'answer_due', done: answered, event: 3 },
  ...['area', 'estate', 'company'].map((credit) => ({
    ...{ of: 'requests.complaintsInTime', credit, opens: 'ms', due: 'finish_due', done: 'completed_ms', event: 4 },
    where: `kind = 'complaint'`,
  })),
  {
    ...{
      of: 'requests.repairsDispatched',
      credit: 'area',
      opens: 'ms',
      due: 'answer_due',
      done: 'dispatched_ms',
      event: 2,
    },
    where: `kind = 'repair'`,
  },
]

const EVIDENCE = `(proof_key, record_id, turn, record_kind, record_no, state, who, estate_id, area_id, on_day, opened_at, due_at, done_at,
  done_by_id, done_by_name, opened_event, done_event)`
const KEY = (of: string, credit: string) =>
  `(select key from duty_proof where proof ->> 'of' = '${of}' and proof ->> 'credit' = '${credit}' limit 1)`
const ofRequests = ({ of, credit, due, done, event, where = 'true' }: Shape) =>
  `insert into duty_evidence ${EVIDENCE} select ${KEY(of, credit)}, id, 0, 'request', no,
    case when ${done} is null then 'open' when to_timestamp(${done} / 1000.0) <= ${due} then 'met' else 'late' end, ${WHO[credit]}, estate_id, area_id,
    (least(${due}, to_timestamp(${done} / 1000.0)) at time zone 'Asia/Shanghai')::date, at, ${due}, to_timestamp(${done} / 1000.0), case when ${done} is not null then by_id end,
    case when ${done} is not null then '员工' end, pg_temp.id_of(ms, 1, n), case when ${done} is not null then pg_temp.id_of(${done}, ${event}, n) end
  from matter where ${where}`
const evidenceSql = [
  ...shapes.map(ofRequests),
  `insert into duty_evidence ${EVIDENCE} select ${KEY('return-visits.madeInTime', 'area')}, pg_temp.id_of(ms, 17, n), 0, 'return_visit', no,
    case when completed_ms is null then 'open' else 'met' end, area_id, estate_id, area_id,
    (case when completed_ms is null then at + interval '3 days' else to_timestamp((ms + 90000000) / 1000.0) end at time zone 'Asia/Shanghai')::date,
    to_timestamp((ms + 3600000) / 1000.0), at + interval '3 days', case when completed_ms is not null then to_timestamp((ms + 90000000) / 1000.0) end,
    case when completed_ms is not null then by_id end, case when completed_ms is not null then '员工' end, pg_temp.id_of(ms + 3600000, 5, n),
    case when completed_ms is not null then pg_temp.id_of(ms + 90000000, 6, n) end
  from matter`,
  `insert into duty_evidence ${EVIDENCE} select p.key, pg_temp.id_of(ms, 17, n), 0, 'return_visit', null, 'met', by_id, estate_id, area_id,
    (to_timestamp((ms + 90000000) / 1000.0) at time zone 'Asia/Shanghai')::date, to_timestamp((ms + 90000000) / 1000.0), null,
    to_timestamp((ms + 90000000) / 1000.0), by_id, '员工', pg_temp.id_of(ms + 90000000, 6, n), pg_temp.id_of(ms + 90000000, 6, n)
  from matter, (select distinct key from duty_proof where proof ->> 'of' = 'return-visits.madeRegularly') p where completed_ms is not null`,
  `insert into duty_evidence ${EVIDENCE} select ${KEY('customers.revised', 'own')}, pg_temp.id_of(ms, 107, n), 0, 'customer', null, 'met', by_id, estate_id,
    area_id, (to_timestamp((ms + 7200000) / 1000.0) at time zone 'Asia/Shanghai')::date, to_timestamp((ms + 7200000) / 1000.0), null,
    to_timestamp((ms + 7200000) / 1000.0), by_id, '员工', pg_temp.id_of(ms + 7200000, 7, n), pg_temp.id_of(ms + 7200000, 7, n)
  from matter`,
]
const tallySql = `insert into duty_tally (proof_key, who, on_day, due, met, late, done)
  select proof_key, who, on_day, sum(due), sum(met), sum(late), sum(done) from (
    select proof_key, who, on_day, 1 as due, (state = 'met')::int as met, (state = 'late')::int as late, 0 as done from duty_evidence where state <> 'void'
    union all
    select proof_key, who, (done_at at time zone 'Asia/Shanghai')::date, 0, 0, 0, 1 from duty_evidence where state <> 'void' and done_at is not null
  ) parts group by 1, 2, 3
  on conflict (company_id, proof_key, who, on_day) do update set due = excluded.due, met = excluded.met, late = excluded.late, done = excluded.done`
/** Every hearer stands behind all of it. */
const cursorSql = `update hearer set tx = (select max(tx) from event), event_id = (select id from event order by tx desc, id desc limit 1)`
