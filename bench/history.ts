// Years of requests in a bench's database, written by SQL: closed ones as many as asked for, two thousand open ones among the newest.
import pg from 'pg'
import { MATTERS } from '../src/app/sample/matters.ts'
import { searchVectorOf } from '../src/platform/search/search.ts'
import type { BenchStage } from './stage.ts'

/** In one request of thirty; in forty of a million; in one of five until three years ago and in none since. */
export const WORDS = { common: '漏水', rare: '白蚁', longAgo: '口罩' } as const
const A_DAY = 550
const OPEN_OF_NEWEST = 10_000
const TEXTS = 3000

const CLAUSES = [
  '之前也报过一次，师傅来看过，过了两天又是老样子',
  '家里有老人和小孩，希望尽快安排师傅上门',
  '白天要上班，傍晚六点以后或者周末在家',
  '楼下邻居已经来敲过门，说天花板湿了一片',
  '请先打电话再来，门禁卡放在大堂前台',
  '照片已经发给管家，收到请回复一下',
  '物业费一直按时交，希望这次能彻底解决',
  '同一层还有两户也是这样，大家都很着急',
  '如果要换配件，请先说一下价格再动手',
  '上次说的回复时间已经过了，没有人联系',
  '地面打滑，昨天差点有人摔倒，先放个提示牌',
  '夜里声音特别明显，影响休息',
  '电梯口的监控应该拍得到，可以查一下',
  '垃圾桶旁边味道很大，夏天蚊虫多',
  '车位旁边堆了装修材料，进出不方便',
  '楼道感应灯也一起看一下，时亮时不亮',
  '门口快递柜经常满，快递员把东西放在地上',
  '孩子上学赶时间，早上七点半人最多',
  '业主群里好几个人都提到这件事',
  '希望有个明确的处理时间，不要再拖',
] as const

/** What customers say, made up of the sample's matters and more. */
export const tellings = (many: number) =>
  Array.from({ length: many }, (_, at) => {
    const matter = MATTERS[at % MATTERS.length]
    const more = [1, 7, 13].map((step) => CLAUSES[(at * step + Math.floor(at / MATTERS.length)) % CLAUSES.length])
    return { subject: matter?.subject ?? '', body: [matter?.body, ...more].join('；') }
  })

const texts = () =>
  tellings(TEXTS).map(({ subject, body }, at) => {
    const old = at % 5 === 0
    const told = old ? `${body}；进门请戴好${WORDS.longAgo}` : body
    return { subject, body: told, words: searchVectorOf([subject, told]), old }
  })

export type History = { rows: number; seconds: number; lexemes: number; open: number }

/** Into the cast's company. What the foreign keys name is there by construction, so they are not looked up a million times. */
export async function fillHistory({ url, cast }: BenchStage, rows: number, aDay = A_DAY): Promise<History> {
  const began = performance.now()
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(
      `set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '1GB'; set work_mem = '256MB';
       set app.company = '${cast.companies.ours}'`,
    )
    await ground(client)
    const indexes = await withoutIndexes(client)
    await client.query(REQUESTS, [rows, aDay, OPEN_OF_NEWEST])
    await client.query(WORDS_OF_REQUESTS)
    await client.query(CLOCKS)
    for (const index of indexes) await client.query(index)
    for (const table of FILLED) await client.query(`vacuum analyze ${table}`)
    const { rows: counted } = await client.query(
      `select (select count(*)::int from request where due_at is not null) as open,
        (select avg(length(words))::int from (select words from request_words limit 5000) w) as lexemes`,
    )
    await client.query('checkpoint')
    return { ...counted[0], rows, seconds: (performance.now() - began) / 1000 }
  } finally {
    await client.end()
  }
}

const FILLED = ['estate', 'area', 'staff', 'place', 'request', 'request_words', 'request_clock']

/** Six more estates, each with buildings, units and areas; sixty more people; the texts. */
async function ground(client: pg.Client) {
  await client.query(GROUND)
  await client.query(NUMBERED)
  await client.query(
    `create temporary table bench_text as
     select row_number() over (partition by old) - 1 as at, subject, body, words::tsvector as words, old
     from jsonb_to_recordset($1::jsonb) as t (subject text, body text, words text, old boolean)`,
    [JSON.stringify(texts())],
  )
  await client.query('create index on bench_text (old, at); analyze bench_text')
}

/** Built once at the end, as `create index` builds them, in place of a million insertions each. Answers how. */
async function withoutIndexes(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
     where i.indrelid in ('request'::regclass, 'request_words'::regclass, 'request_clock'::regclass)
       and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`,
  )
  for (const { name } of rows) await client.query(`drop index ${name}`)
  return rows.map(({ definition }) => definition)
}

const GROUND = `
  insert into estate (id, name, short_name, code, kind, city)
  select gen_random_uuid(), '云栖里' || n || '期', '云栖' || n, 'YQ' || n, 'residential', '杭州' from generate_series(2, 7) n;
  insert into area (id, estate_id, name, code)
  select gen_random_uuid(), e.id, n || '片', 'P' || n from estate e, generate_series(1, 3) n where e.company_id = current_company();
  insert into staff (id, no, name, joined_on)
  select gen_random_uuid(), 'B' || n, '员工' || n, '2020-01-01' from generate_series(1, 60) n;
  insert into place (id, estate_id, kind, no, name, code, path_name, sort)
  select gen_random_uuid(), e.id, 'building', n::text, n || '栋', n::text, e.name || n || '栋', lpad(n::text, 4, '0')
  from estate e, generate_series(101, 110) n where e.company_id = current_company();
  insert into place (id, estate_id, parent_id, building_id, kind, no, name, code, path_name, sort, area_id)
  select gen_random_uuid(), b.estate_id, b.id, b.id, 'unit', n::text, n::text, b.code || '-' || n, b.path_name || n || '室', b.sort || n, a.id
  from place b
  join generate_series(1001, 1120) n on true
  join lateral (select a.id from area a where a.estate_id = b.estate_id order by md5(a.id::text || b.no) limit 1) a on true
  where b.company_id = current_company() and b.kind = 'building' and b.no like '1__';
  insert into unit (id, unit_no) select id, no from place where company_id = current_company() and kind = 'unit' and building_id is not null
  on conflict do nothing`

/** What a request may name, numbered from 0, so that a row finds its own by one hash join each. */
const NUMBERED = `
  create temporary table bench_unit as
    select row_number() over (order by p.id) - 1 as at, p.id, p.estate_id, p.area_id, p.code
    from place p where p.company_id = current_company() and p.kind = 'unit' and p.area_id is not null;
  create temporary table bench_person as
    select row_number() over (order by id) - 1 as at, id from staff where company_id = current_company();
  create temporary table bench_category as
    select row_number() over (order by id) - 1 as at, id from request_category where company_id = current_company() and estate_id is null`

const REQUESTS = `
  with drawn as (
    select n, md5(n::text) as hash, ('x' || substr(md5(n::text), 1, 7))::bit(28)::int as dice,
      date_trunc('milliseconds', now() - interval '2 hours' - ($1::int - n) * interval '1 day' / $2::int) as at,
      n > $1::int - $3::int and n % 5 = 0 as open
    from generate_series(1, $1::int) n
  )
  insert into request (id, no, estate_id, area_id, kind, category_id, urgency, subject, body, place_id, contact_name, contact_phone, channel,
    received_at, received_by_id, received_by, status, held_status, handler_id, due_at, accepted_at, completed_at, closed_at, result)
  select
    (lpad(to_hex((extract(epoch from d.at) * 1000)::bigint), 12, '0') || '7' || substr(d.hash, 1, 3) || '8' || substr(d.hash, 4, 15))::uuid,
    'BX-' || to_char(d.at, 'YYYYMMDD') || '-' || lpad(d.n::text, 7, '0'),
    u.estate_id, u.area_id, (array['repair', 'repair', 'repair', 'complaint', 'enquiry', 'help'])[1 + d.dice % 6], c.id,
    (array['normal', 'normal', 'rush', 'urgent'])[1 + d.dice % 4],
    x.subject, x.body || case when d.n % 25000 = 17 then '；木地板下发现${WORDS.rare}' else '' end,
    u.id, (array['林', '陈', '王', '李', '周'])[1 + d.dice % 5] || '女士', '139' || lpad((d.dice % 100000000)::text, 8, '0'),
    (array['phone', 'phone', 'wechat', 'front_desk', 'app'])[1 + d.dice % 5],
    d.at, taker.id, '前台',
    case when d.open then (array['new', 'accepted', 'dispatched', 'taken', 'on_site', 'on_hold', 'completed'])[1 + d.n / 5 % 7]
      when d.dice % 50 = 0 then 'cancelled' else 'closed' end,
    case when d.open and d.n / 5 % 7 = 5 then 'taken' end,
    case when not d.open or d.n / 5 % 7 > 1 then doer.id end,
    case when d.open then d.at + interval '1 hour' * (2 + d.dice % 200) end,
    d.at + interval '20 minutes', case when not d.open then d.at + interval '6 hours' end, case when not d.open then d.at + interval '2 days' end,
    case when not d.open then '已处理，试用正常' end
  from (select *, dice % 5 = 0 and at < now() - interval '3 years' as old from drawn) d
  join bench_unit u on u.at = d.dice % (select count(*) from bench_unit)
  join bench_category c on c.at = d.dice % (select count(*) from bench_category)
  join bench_person taker on taker.at = d.dice % (select count(*) from bench_person)
  join bench_person doer on doer.at = d.dice / 7 % (select count(*) from bench_person)
  join bench_text x on x.old = d.old and x.at = d.dice / 11 % case when d.old then ${TEXTS / 5} else ${TEXTS - TEXTS / 5} end
  order by d.n`

/** Each row has its own number and phone among its words, and rows lie in the order of time, as intakes write them. */
const WORDS_OF_REQUESTS = `
  insert into request_words (request_id, received_at, words)
  select r.id, r.received_at, x.words || array_to_tsvector(array[p.code, r.contact_phone, right(r.contact_phone, 4), 'bx', substr(r.no, 4, 8), substr(r.no, 13),
    substr(r.contact_name, 1, 1) || '女', '女士', '士'] || case when r.body like '%${WORDS.rare}' then array['下发', '发现', '现白', '${WORDS.rare}', '蚁'] else '{}' end)
  from request r
  join (select distinct on (subject, body) * from bench_text) x on x.subject = r.subject and x.body = split_part(r.body, '；木地板', 1)
  join place p on p.company_id = r.company_id and p.id = r.place_id
  where r.company_id = current_company()
  order by r.received_at, r.id`

const CLOCKS = `
  insert into request_clock (request_id, kind, cycle, clock, started_at, limit_minutes, first_due_at, due_at, met_at, next_step_at)
  select r.id, k.kind, 1, 'service', r.received_at, 60, coalesce(r.due_at, r.received_at + interval '1 day'), coalesce(r.due_at, r.received_at + interval '1 day'),
    case when r.due_at is null or k.kind = 'answer' then r.received_at + interval '30 minutes' end,
    case when r.due_at is not null and k.kind = 'finish' then r.due_at end
  from request r, unnest(case when r.due_at is null then array['finish'] else array['answer', 'finish'] end) as k (kind)
  where r.company_id = current_company()`
