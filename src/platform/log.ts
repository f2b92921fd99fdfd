// Structured logs: one JSON line per thing worth knowing, with the call's id.
import { type Logger, pino } from 'pino'

/** What a part of the program may do with a log; the HTTP layer's and the worker's both fit. */
export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'>

export const openLog = (level: string): Logger =>
  pino({ level, redact: ['req.headers.cookie', 'req.headers.authorization', 'password', '*.password'] })
