// Work of the installation that belongs to no company: sweeping, forgetting what is past. Once over all workers.
import type { Database } from '../database.ts'
import type { Log } from '../log.ts'

export type Upkeep = {
  readonly name: string
  readonly everySeconds: number
  run(place: { database: Database; now: Date; log: Log }): Promise<unknown>
}

/** Any number works as long as every process uses the same one; the other half of the lock is the name. */
const LOCK = 7_415_002
const LOOK_MS = 30_000

type Place = { database: Database; log: Log; now(): Date }

/** True when it ran. A connection of its own holds the lock, so that it goes with the process. */
export async function keepUp({ database, log, now }: Place, upkeep: Upkeep): Promise<boolean> {
  const client = await database.pool.connect()
  try {
    const lock = [LOCK, upkeep.name]
    const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1, hashtext($2)) as got', lock)
    if (!rows[0]?.got) return false
    try {
      const at = now()
      const { rows: due } = await client.query(
        `select from (select 1) one left join upkeep on name = $1
         where last_at is null or last_at <= $2::timestamptz - make_interval(secs => $3)`,
        [upkeep.name, at, upkeep.everySeconds],
      )
      if (due.length === 0) return false
      await upkeep.run({ database, now: at, log })
      await client.query(
        'insert into upkeep (name, last_at) values ($1, $2) on conflict (name) do update set last_at = excluded.last_at',
        [upkeep.name, at],
      )
      return true
    } finally {
      await client.query('select pg_advisory_unlock($1, hashtext($2))', lock)
    }
  } finally {
    client.release()
  }
}

export function startUpkeep(place: Place, upkeeps: readonly Upkeep[]) {
  let closed = false
  let timer: NodeJS.Timeout | undefined
  let working: Promise<void> | undefined
  const round = async () => {
    for (const upkeep of upkeeps) {
      if (closed) return
      try {
        await keepUp(place, upkeep)
      } catch (error) {
        place.log.error({ err: error, upkeep: upkeep.name }, 'upkeep failed')
      }
    }
  }
  const again = () => {
    working = round().then(() => {
      if (!closed) timer = setTimeout(again, LOOK_MS)
    })
  }
  again()
  return {
    async close() {
      closed = true
      clearTimeout(timer)
      await working
    },
  }
}
