// How the requests of a bench's history ended: answered and finished after hours of their own, one in seven late, most of them asked about.
import pg from 'pg'
import type { BenchStage } from './stage.ts'

export async function fillEndings({ url, cast }: BenchStage): Promise<{ visits: number }> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await client.query(
      `set session_replication_role = replica; set synchronous_commit = off; set maintenance_work_mem = '1GB';
       set app.company = '${cast.companies.ours}'`,
    )
    await client.query(FINISHED)
    await client.query(LIMITS)
    const { rowCount } = await client.query(VISITS)
    for (const table of TABLES) await client.query(`vacuum full analyze ${table}`)
    // Only a plain vacuum notes which pages everybody sees, and only by that note is an index enough.
    for (const table of TABLES) await client.query(`vacuum ${table}`)
    await client.query('checkpoint')
    return { visits: rowCount ?? 0 }
  } finally {
    await client.end()
  }
}

const TABLES = ['request', 'request_clock', 'return_visit']
/** The same number for the same request, below `many`. */
const drawn = (from: number, many: number) => `('x' || substr(md5(r.id::text), ${from}, 4))::bit(16)::integer % ${many}`

const FINISHED = `
  update request r set
    answered_at = received_at + interval '1 minute' * (3 + ${drawn(1, 240)}),
    completed_at = received_at + interval '1 minute' * (10 + ${drawn(5, 1660)}),
    finish_due_at = received_at + interval '1 day',
    finish_outcome = case when 10 + ${drawn(5, 1660)} <= 24 * 60 then 'on_time' else 'late' end
  where company_id = current_company() and completed_at is not null`

const LIMITS = `
  update request_clock k set due_at = r.finish_due_at, met_at = r.completed_at from request r
  where k.company_id = current_company() and r.company_id = k.company_id and r.id = k.request_id and k.kind = 'finish' and r.finish_due_at is not null`

const VISITS = `
  insert into return_visit (id, estate_id, area_id, request_id, kind, status, due_at, came_due_at, visitor_id, made_at, way, solved, on_time, polite, score)
  select gen_random_uuid(), estate_id, area_id, id, kind, visit, completed_at + interval '2 days', completed_at, handler_id,
    case when visit = 'made' then completed_at + interval '1 day' end, 'phone', true, true, true, case when visit = 'made' then 3 + dice % 3 end
  from (
    select r.*, d.dice, (case when dice < 80 then 'made' when dice < 90 then 'unreachable' else 'due' end) as visit
    from request r, lateral (select ${drawn(9, 100)} as dice) d where r.company_id = current_company() and completed_at is not null
  ) r`
