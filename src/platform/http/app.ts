// The server around the contracts: logs, headers, limits, errors, description, live changes, pages.
import cookie from '@fastify/cookie'
import helmet from '@fastify/helmet'
import fastify, { type FastifyBaseLogger, type FastifyInstance, type FastifyRequest, LogController } from 'fastify'
import { newId } from '../ids.ts'
import type { Live } from '../live.ts'
import { LIVE_PATH, serveLive } from '../live-stream.ts'
import type { Authenticator } from '../session/authenticate.ts'
import type { SessionDesk } from '../session/desk.ts'
import { serveSession } from '../session/routes.ts'
import { openWebFiles } from '../web-files.ts'
import { answerErrors, type ErrorAnswer } from './errors.ts'
import { serveHealth } from './health.ts'
import { limitCalls } from './limits.ts'
import { serveMetrics } from './metrics.ts'
import { describeApi } from './openapi.ts'
import { type Served, type Serving, serve } from './serve.ts'
import { readJson } from './well-formed.ts'

/** What no contract says: taking in the bytes of a file. */
export type Extension = (app: FastifyInstance, serving: Serving) => unknown
export type AppOptions = {
  serving: Serving
  authenticator: Authenticator
  desk: SessionDesk
  live: Live
  rooms: readonly Served[]
  extensions?: readonly Extension[]
  log: FastifyBaseLogger
  version: string
  /** The folder of the built pages. */
  pages: string
  trustProxy?: boolean
  /** Of one session or token. */
  callsPerMinute?: number
  metricsToken?: string | undefined
  heartbeatMs?: number
}

const MOST_BODY_BYTES = 1024 * 1024
const CALLS_PER_MINUTE = 6000

export async function buildApp(options: AppOptions): Promise<FastifyInstance> {
  const { serving, desk, authenticator, log, trustProxy = false, version } = options
  const app: FastifyInstance = fastify({
    loggerInstance: log,
    trustProxy,
    bodyLimit: MOST_BODY_BYTES,
    genReqId: ({ headers }) => idGiven(headers['x-request-id']) ?? newId(),
    routerOptions: { maxParamLength: 200 },
    // One line per call is written below, when it has been answered.
    logController: new LogController({ disableRequestLogging: true }),
  })
  // Contracts parse what comes in; a second check by JSON schema would only cost.
  app.setValidatorCompiler(() => () => true)
  answerErrors(app)
  readJson(app)
  logCalls(app)
  await app.register(cookie)
  await app.register(helmet, {
    contentSecurityPolicy: { useDefaults: false, directives: CONTENT_SECURITY },
    // Other programs of the office may live on names below ours, without https.
    strictTransportSecurity: { includeSubDomains: false },
  })
  const { callsPerMinute = CALLS_PER_MINUTE } = options
  await limitCalls(app, { callsPerMinute, nameOf: authenticator.nameOf })
  await describeApi(app, version)
  serveHealth(app, serving.database, version)
  await serveSession(app, serving, desk)
  for (const room of options.rooms) serve(app, serving, room)
  for (const extend of options.extensions ?? []) await extend(app, serving)
  serveOpenEnds(app, options)
  return app
}

function serveOpenEnds(app: FastifyInstance, options: AppOptions) {
  const { live, authenticator, log, heartbeatMs, metricsToken, serving } = options
  const stream = serveLive(app, { live, authenticator, ...(heartbeatMs ? { heartbeatMs } : {}) })
  // Before the server waits for open calls to end: these would never.
  app.addHook('preClose', async () => stream.close())
  serveMetrics(app, { database: serving.database, log, token: metricsToken, listeners: stream.listeners })
  const web = openWebFiles(options.pages)
  app.setNotFoundHandler(async (request, reply) => {
    const isPage = !isApi(request) && (await web.answer(request, reply))
    if (isPage) return reply
    return reply.code(404).send({ code: 'not_found', requestId: request.id } satisfies ErrorAnswer)
  })
}

const isApi = ({ url }: FastifyRequest) => url === '/api' || /^\/api[/?]/.test(url)

const ID = /^[\w.-]{8,100}$/
const idGiven = (given: string | string[] | undefined) =>
  typeof given === 'string' && ID.test(given) ? given : undefined

function logCalls(app: FastifyInstance) {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
  app.addHook('onResponse', async (request, reply) => {
    const { method, url, ip, routeOptions } = request
    const status = reply.statusCode
    const said = { method, url: url.split('?', 1)[0], status, ms: Math.round(reply.elapsedTime * 10) / 10, ip }
    // The addresses of pages and figures are asked for all day long.
    const isQuiet = status < 400 && (!isApi(request) || routeOptions.url === LIVE_PATH)
    request.log[isQuiet ? 'debug' : 'info'](said, 'answered')
  })
}

/** Ant Design writes its styles into the page; everything else comes from here. */
const CONTENT_SECURITY = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  scriptSrcAttr: ["'none'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'", 'data:'],
  connectSrc: ["'self'"],
  mediaSrc: ["'self'", 'blob:'],
  workerSrc: ["'self'"],
  manifestSrc: ["'self'"],
  frameSrc: ["'self'", 'blob:'],
  frameAncestors: ["'self'"],
  objectSrc: ["'none'"],
  baseUri: ["'self'"],
  formAction: ["'self'"],
}
