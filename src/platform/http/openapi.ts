// The description of the API, made from the contracts, and the page to browse it.
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance, FastifySchema } from 'fastify'
import { statusOf } from './errors.ts'
import { type Described, describedRoute } from './serve.ts'

type Json = { [key: string]: unknown }
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Before the routes: it hears of each one as it is added. */
export async function describeApi(app: FastifyInstance, version: string) {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Zhishou 职守',
        version,
        description:
          'Every verb of every record. A call either does all it says or nothing: 400 names the fields that cannot be read, 403, 404 and 409 refuse with a code. Send Idempotency-Key with a write and it happens once.',
      },
      components: {
        securitySchemes: {
          cookie: { type: 'apiKey', in: 'cookie', name: 'zhishou', description: 'Set by POST /api/session.' },
          bearer: { type: 'http', scheme: 'bearer', description: 'A token made by POST /api/api-tokens.' },
        },
      },
    },
    transform: ({ schema, url, route }) => ({
      url,
      schema: route.config?.described ? describe(route.config.described, url) : schema,
    }),
  })
  await app.register(swaggerUi, { routePrefix: '/api/docs', staticCSP: DOCS_CSP, uiConfig: { docExpansion: 'none' } })
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger())
}

const DOCS_CSP =
  "default-src 'self'; base-uri 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'; script-src 'self'; object-src 'none'; frame-ancestors 'none'"

function describe(described: Described, url: string): FastifySchema & Json {
  const { noun, verb, kind, access, permission, refuses, summary } = described
  const { input, output } = describedRoute(described)
  const said = permission ? `Needs the permission \`${permission}\`.` : undefined
  return {
    operationId: `${noun}.${verb}`,
    tags: [noun],
    ...(summary ? { summary } : {}),
    ...(said ? { description: said } : {}),
    security: access === 'anyone' ? [] : [{ cookie: [] }, { bearer: [] }],
    ...parametersOf(input, kind, url),
    ...(kind === 'write' ? { headers: IDEMPOTENCY_KEY } : {}),
    response: {
      200: output === undefined ? FILE : { description: 'Done.', content: { 'application/json': { schema: output } } },
      ...failuresOf(refuses, access),
    },
  }
}

const IDEMPOTENCY_KEY = {
  type: 'object',
  properties: {
    'idempotency-key': {
      type: 'string',
      minLength: 8,
      maxLength: 100,
      description: 'The same key with the same input has one effect and one answer.',
    },
  },
}
const FILE = {
  description: 'The file.',
  content: { 'application/octet-stream': { schema: { type: 'string', contentMediaType: 'application/octet-stream' } } },
}

/** What the caller sends lies in the path, the query or the body; the contract knows it as one input. */
function parametersOf(input: Json, kind: Described['kind'], url: string): Json {
  const inPath = [...url.matchAll(/:(\w+)/g)].map(([, name = '']) => name)
  const path = part(input, (name) => inPath.includes(name))
  const rest = part(input, (name) => !inPath.includes(name))
  return {
    ...(inPath.length > 0 ? { params: path } : {}),
    ...(kind === 'write' ? { body: rest } : {}),
    ...(kind !== 'write' && isJson(rest.properties) && Object.keys(rest.properties).length > 0
      ? { querystring: rest }
      : {}),
  }
}

function part(input: Json, belongs: (name: string) => boolean): Json {
  if (!isJson(input.properties)) return input
  const properties = Object.entries(input.properties).filter(([name]) => belongs(name))
  const required = Array.isArray(input.required) ? input.required.filter((name) => belongs(String(name))) : []
  return {
    ...input,
    properties: Object.fromEntries(properties),
    ...(required.length ? { required } : { required: [] }),
  }
}

const FIELDS = {
  type: 'array',
  items: { type: 'object', properties: { path: { type: 'string' }, message: { type: 'string' } } },
}
const failure = (description: string, codes: readonly string[]) => ({
  description,
  content: {
    'application/json': {
      schema: {
        type: 'object',
        required: ['code', 'requestId'],
        properties: {
          code: { type: 'string', enum: codes },
          details: { type: 'object', additionalProperties: true },
          requestId: { type: 'string' },
          ...(codes.includes('bad_input') ? { fields: FIELDS } : {}),
        },
      },
    },
  },
})

const WHAT: Record<number, string> = {
  400: 'Something cannot be read.',
  401: 'Nobody is signed in.',
  403: 'Not allowed.',
  404: 'There is no such record, or not for this person.',
  409: 'Refused.',
  413: 'Too large.',
  415: 'Not a kind of file that is taken in.',
  429: 'Too often.',
}

function failuresOf(refuses: readonly string[], access: Described['access']): Json {
  const always = access === 'anyone' ? [] : ['session.required', 'access.foreign_origin']
  const granted =
    access === 'granted' ? ['access.not_granted', 'access.out_of_reach', 'session.password_must_change'] : []
  const codes = [...new Set([...always, ...granted, ...refuses, 'session.too_many_calls'])]
  const byStatus = Map.groupBy(codes, statusOf).set(400, ['bad_input'])
  return Object.fromEntries([...byStatus].map(([status, of]) => [status, failure(WHAT[status] ?? 'Refused.', of)]))
}
