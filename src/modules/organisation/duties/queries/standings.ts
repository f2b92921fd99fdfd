// All SQL behind Today, the team's page and the report: tallies, what is open, and the records themselves.
import { type NotNull, sql } from 'kysely'
import { named, type Tx } from '../../../../platform/database.ts'
import type { DayTally, OpenCount } from '../rules/standing.ts'

/** The duties in force of these posts. */
export const listDutiesInForce = (tx: Tx) =>
  tx
    .selectFrom('dutyCard')
    .select([
      'lineId',
      'code',
      'text',
      'textEn',
      'cadence',
      'capability',
      'measure',
      'measureEn',
      'proofKeys',
      'shown',
      'sinceOn',
      'postId',
      'sheetId',
    ])
    .orderBy('postId')
    .orderBy('sort')
    .$narrowType<{ postId: NotNull; sheetId: NotNull }>()
    .execute()

/** To whom a proof counts. */
export type Pair = { key: string; who: string }
const keysOf = (pairs: readonly Pair[]) => pairs.map(({ key }) => key)
const whosOf = (pairs: readonly Pair[]) => pairs.map(({ who }) => who)

export type TallyRow = DayTally & { proofKey: string }
/** Each pair is asked by its key in the index: all keys by all persons would be most of the table. */
const TALLIES = `select t.proof_key as "proofKey", t.who, t.on_day as "onDay", t.due, t.met, t.late, t.done
  from unnest($1::text[], $2::uuid[], $3::date[]) as k (proof_key, who, from_on)
  join duty_tally t on t.proof_key = k.proof_key and t.who = k.who and t.on_day >= k.from_on and t.on_day <= $4::date`

/** From each pair's own first day on. */
export const listTallies = (tx: Tx, pairs: readonly (Pair & { from: string })[], to: string) => {
  const froms = pairs.map(({ from }) => from)
  return named<TallyRow>(tx, 'duty_tally.of_pairs', TALLIES, [keysOf(pairs), whosOf(pairs), froms, to])
}

export type OpenRow = OpenCount & { proofKey: string }
const OPEN_COUNTS = `select k.proof_key as "proofKey", k.who, count(*)::int as open, count(*) filter (where e.due_at < $3)::int as overdue,
    min(e.due_at) filter (where e.due_at >= $3) as "nextDueAt"
  from unnest($1::text[], $2::uuid[]) as k (proof_key, who)
  join duty_evidence e on e.proof_key = k.proof_key and e.who = k.who and e.state = 'open'
  group by k.proof_key, k.who`

export const listOpenCounts = (tx: Tx, pairs: readonly Pair[], now: Date) =>
  named<OpenRow>(tx, 'duty_evidence.open_of_pairs', OPEN_COUNTS, [keysOf(pairs), whosOf(pairs), now])

/** The most urgent of each proof, for each to whom it counts. */
export async function listOpenFirst(tx: Tx, pairs: readonly Pair[], perPair: number) {
  const { rows } = await sql<{
    proofKey: string
    who: string
    recordKind: string
    recordId: string
    recordNo: string | null
    openedAt: string
    dueAt: string | null
  }>`select p.proof_key, p.who, e.record_kind, e.record_id, e.record_no, e.opened_at, e.due_at
    from unnest(${keysOf(pairs)}::text[], ${whosOf(pairs)}::uuid[]) as p (proof_key, who)
    cross join lateral (
      select record_kind, record_id, record_no, opened_at, due_at from duty_evidence
      where proof_key = p.proof_key and who = p.who and state = 'open' order by due_at nulls last limit ${perPair}
    ) e order by e.due_at nulls last, e.opened_at`.execute(tx)
  return rows
}

/** The days on which one proof counts to somebody; `deeds`: whatever was done in a spell, which is met or missed as a whole. */
export type EvidenceSpan = { key: string; who: string; fromOn: string; toOn: string; deeds: boolean }
export type EvidenceState = 'open' | 'overdue' | 'met' | 'late' | 'missed' | 'due' | 'all'
type Wanted = {
  spans: readonly EvidenceSpan[]
  state: EvidenceState
  now: Date
  today: string
  limit: number
  offset: number
}
export const listEvidence = (tx: Tx, { spans, ...wanted }: Wanted) =>
  tx
    .selectFrom('dutyEvidence')
    .innerJoin(spanTable(spans), (join) =>
      join
        .onRef('span.key', '=', 'proofKey')
        .onRef('span.holder', '=', 'who')
        .onRef('span.fromOn', '<=', 'onDay')
        .onRef('span.toOn', '>=', 'onDay'),
    )
    .leftJoin('staffCard', 'staffCard.id', 'dutyEvidence.doneForId')
    .select([
      'proofKey',
      'turn',
      'state',
      'recordKind',
      'recordId',
      'recordNo',
      'onDay',
      'openedAt',
      'dueAt',
      'doneAt',
      'doneByName',
      'staffCard.name as doneForName',
    ])
    .where('state', '<>', 'void')
    .where((eb) => eb.or([eb('span.deeds', '=', true), stateIs(wanted)]))
    .orderBy('onDay', 'desc')
    .orderBy('openedAt', 'desc')
    .orderBy('recordId')
    .limit(wanted.limit)
    .offset(wanted.offset)
    .execute()

const spanTable = (spans: readonly EvidenceSpan[]) =>
  sql<{ key: string; holder: string; fromOn: string; toOn: string; deeds: boolean }>`unnest(
    ${spans.map(({ key }) => key)}::text[], ${spans.map(({ who }) => who)}::uuid[],
    ${spans.map(({ fromOn }) => fromOn)}::date[], ${spans.map(({ toOn }) => toOn)}::date[],
    ${spans.map(({ deeds }) => deeds)}::boolean[])`.as<'span'>(sql`span (key, holder, from_on, to_on, deeds)`)

function stateIs({ state, now, today }: Omit<Wanted, 'spans'>) {
  const missed = sql<boolean>`state = 'open' and due_at is not null and on_day < ${today}::date`
  if (state === 'all') return sql<boolean>`true`
  if (state === 'overdue') return sql<boolean>`state = 'open' and due_at < ${now}`
  if (state === 'missed') return missed
  return state === 'due' ? sql<boolean>`(state in ('met', 'late') or (${missed}))` : sql<boolean>`state = ${state}`
}

export const listChecks = (tx: Tx, staffId: string, from: string, to: string) =>
  tx
    .selectFrom('dutyCheck')
    .leftJoin('dutyCard', 'dutyCard.lineId', 'dutyCheck.lineId')
    .select([
      'dutyCheck.id',
      'dutyCheck.kind',
      'dutyCheck.result',
      'dutyCheck.note',
      'dutyCheck.lineId',
      'dutyCard.code',
      'dutyCheck.byName',
      'dutyCheck.at',
    ])
    .where('dutyCheck.staffId', '=', staffId)
    .where('dutyCheck.onDay', '>=', from)
    .where('dutyCheck.onDay', '<=', to)
    .orderBy('dutyCheck.at', 'desc')
    .limit(100)
    .execute()

export const listCheckedOn = async (tx: Tx, staffIds: readonly string[], day: string) =>
  (
    await tx
      .selectFrom('dutyCheck')
      .select('staffId')
      .distinct()
      .where('onDay', '=', day)
      .where(sql<boolean>`staff_id = any(${[...staffIds]}::uuid[])`)
      .execute()
  ).map(({ staffId }) => staffId)

export const insertCheck = (
  tx: Tx,
  check: {
    id: string
    staffId: string
    lineId: string | null
    kind: 'check' | 'remark'
    result: 'good' | 'mend' | null
    note: string
    byId: string
    byName: string
    at: Date
    onDay: string
  },
) => tx.insertInto('dutyCheck').values(check).execute()

export const listToAcknowledge = (tx: Tx, staffId: string) =>
  tx
    .selectFrom('dutyAcknowledgement')
    .innerJoin('dutySheet', (join) =>
      join
        .onRef('dutySheet.companyId', '=', 'dutyAcknowledgement.companyId')
        .onRef('dutySheet.id', '=', 'dutyAcknowledgement.sheetId'),
    )
    .innerJoin('postCard', 'postCard.id', 'dutySheet.postId')
    .select([
      'dutySheet.id as sheetId',
      'postCard.title as postTitle',
      'postCard.titleEn as postTitleEn',
      'dutySheet.version',
      'dutyAcknowledgement.dueAt',
    ])
    .where('dutyAcknowledgement.staffId', '=', staffId)
    .where('dutyAcknowledgement.givenAt', 'is', null)
    .where('dutyAcknowledgement.droppedAt', 'is', null)
    .where('dutySheet.status', '=', 'published')
    .execute()
