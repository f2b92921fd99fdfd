// The one place where a failure becomes an answer: bad input 400, a refusal 403/404/409, anything else 500 with a call id.
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { ZodError } from 'zod'
import { Refusal } from '../refusal.ts'

export type ErrorAnswer = {
  code: string
  details?: Record<string, unknown>
  fields?: { path: string; message: string }[]
  requestId: string
}

const SPECIAL: Record<string, number> = {
  'session.required': 401,
  'session.wrong_login': 401,
  'session.too_many_tries': 429,
  'session.too_many_calls': 429,
  'session.password_must_change': 403,
  'access.not_granted': 403,
  'access.out_of_reach': 403,
  'access.foreign_origin': 403,
  'session.person_needed': 403,
  'file.too_large': 413,
  'file.type_not_allowed': 415,
}

export const statusOf = (code: string) => SPECIAL[code] ?? (code.endsWith('.not_found') ? 404 : 409)

export function answerErrors(app: FastifyInstance) {
  app.setErrorHandler((error: FastifyError | Error, request, reply) => {
    if (error instanceof ZodError) return badInput(error, request, reply)
    if (error instanceof Refusal) return refused(error, request, reply)
    const known = knownFailure(error, request)
    if (known)
      return reply
        .code(known.status)
        .headers(known.headers ?? {})
        .send(answerOf(known.code, request))
    // The serialiser hangs the whole contract on its error; nobody reads that.
    Reflect.deleteProperty(error, 'serialization')
    request.log.error({ err: error }, 'defect')
    return reply.code(500).send(answerOf('defect', request))
  })
}

const answerOf = (code: string, { id }: FastifyRequest): ErrorAnswer => ({ code, requestId: id })

function refused({ code, details }: Refusal, request: FastifyRequest, reply: FastifyReply) {
  const { retryAfterSeconds } = details
  if (typeof retryAfterSeconds === 'number') reply.header('retry-after', retryAfterSeconds)
  return reply.code(statusOf(code)).send({ ...answerOf(code, request), details })
}

type Known = { status: number; code: string; headers?: Record<string, string> }
/** What the database or the framework says no to. */
function knownFailure(error: FastifyError | Error, request: FastifyRequest): Known | undefined {
  if (isBusy(error)) {
    request.log.warn({ err: error }, 'gave up waiting for a lock')
    return { status: 503, code: 'busy', headers: { 'retry-after': '1' } }
  }
  if (isDangling(error)) return { status: 409, code: 'call.unknown_record' }
  const status = 'statusCode' in error ? (error.statusCode ?? 0) : 0
  return status >= 400 && status < 500 ? { status, code: FRAMEWORK[status] ?? 'bad_input' } : undefined
}

const FRAMEWORK: Record<number, string> = {
  404: 'not_found',
  413: 'file.too_large',
  415: 'bad_input',
  429: 'session.too_many_calls',
}

function badInput(error: ZodError, request: FastifyRequest, reply: FastifyReply) {
  const fields = error.issues.map((issue) => ({ path: issue.path.join('.'), message: issue.message }))
  return reply.code(400).send({ code: 'bad_input', fields, requestId: request.id } satisfies ErrorAnswer)
}

/** PostgreSQL: lock_not_available, deadlock_detected, serialization_failure. The transaction did nothing; trying again is safe. */
const isBusy = (error: Error) => 'code' in error && ['55P03', '40P01', '40001'].includes(String(error.code))

/** PostgreSQL: foreign_key_violation. The caller named a record that is not among the company's; the database refused for us. */
const isDangling = (error: Error) => 'code' in error && error.code === '23503'
