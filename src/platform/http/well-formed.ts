// JSON as it may come in: no NUL and no half characters, which the database cannot keep.
import type { FastifyInstance } from 'fastify'
import { ZodError } from 'zod'

// Only an escape can bring them in: raw ones are not valid JSON, or not valid UTF-8.
const SUSPICIOUS = /\\u(?:0000|d[89a-f])/i

export function readJson(app: FastifyInstance) {
  const parse = app.getDefaultJsonParser('error', 'error')
  app.removeContentTypeParser('application/json')
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (request, text: string, done) => {
    if (text === '') return done(null, {})
    return parse(request, text, (error, body) => {
      const path = !error && SUSPICIOUS.test(text) ? badPathIn(body, []) : undefined
      return path ? done(notText(path)) : done(error, body)
    })
  })
  app.addHook('onRequest', async (request) => {
    if (request.url.includes('%00')) throw notText([])
  })
}

const notText = (path: (string | number)[]) =>
  new ZodError([{ code: 'custom', path, message: 'holds characters that are no text', input: undefined }])

function badPathIn(value: unknown, path: (string | number)[]): (string | number)[] | undefined {
  if (typeof value === 'string') return isText(value) ? undefined : path
  if (typeof value !== 'object' || value === null) return undefined
  for (const [key, one] of Object.entries(value)) {
    const bad = isText(key) ? badPathIn(one, [...path, key]) : path
    if (bad) return bad
  }
  return undefined
}
const isText = (text: string) => !text.includes('\0') && text.isWellFormed()
