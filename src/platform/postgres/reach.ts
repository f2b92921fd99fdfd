// Whether a database answers, and if not, why, in one sentence without the password.
import pg from 'pg'
import { DatabaseUnusable } from '../migrate.ts'

const WHY: Record<string, string> = {
  ECONNREFUSED: 'nothing listens there',
  ENOTFOUND: 'the name of the host is unknown',
  EAI_AGAIN: 'the name of the host cannot be looked up',
  EHOSTUNREACH: 'the host cannot be reached',
  ENETUNREACH: 'the network cannot be reached',
  ETIMEDOUT: 'it does not answer',
  ECONNRESET: 'it broke the connection off',
  ENOENT: 'nothing listens there',
  '28P01': 'the user name or the password is wrong',
  '28000': 'the user may not connect',
  '3D000': 'there is no such database',
  '42501': 'the user may not connect',
  '53300': 'it has too many connections already',
  '57P03': 'it is starting up or shutting down',
}

export async function mustBeReachable(url: string) {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 8000,
    application_name: 'zhishou start',
  })
  try {
    await client.connect()
    await client.query('select 1')
  } catch (error) {
    throw new DatabaseUnusable(`The database ${shownUrl(url)} cannot be used: ${whyOf(error)}.`, { cause: error })
  } finally {
    await client.end().catch(() => {})
  }
}

export const shownUrl = (url: string) => {
  const { hostname, port, pathname } = new URL(url)
  return `${pathname.slice(1) || 'postgres'} at ${hostname || 'localhost'}:${port || 5432}`
}

function whyOf(error: unknown): string {
  if (error instanceof AggregateError) return whyOf(error.errors[0])
  if (!(error instanceof Error)) return String(error)
  const code = 'code' in error ? String(error.code) : ''
  if (/timeout expired/.test(error.message)) return 'it does not answer'
  return WHY[code] ?? error.message
}
