// Contracts: the shapes and verbs of a resource, shared by server and page. Method, path, permission and client are derived from them.
import { z } from 'zod'

export const Id = z.uuid()
/** An instant in UTC with milliseconds and Z, so that text order is time order: the form of every answer. */
export const Instant = z.iso.datetime()
/** An instant as a caller may write it, with any offset; read into the canonical form. */
export const InstantGiven = z.iso.datetime({ offset: true }).transform((given) => new Date(given).toISOString())
/** A calendar day in the estate's zone, YYYY-MM-DD. */
export const Day = z.iso.date()
/** Whole fen. */
export const Fen = z.int().min(-9_000_000_000_000).max(9_000_000_000_000)
export const Count = z.int().min(0)
export const ById = z.object({ id: Id })
export const Done = z.object({ ok: z.literal(true) })

/** A text a person typed: trimmed, never blank, bounded. */
export const text = (max: number) => z.string().trim().min(1).max(max)
/** The same where nothing may be said: blank becomes null. */
export const maybeText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((value) => value || null)

/** The same where an empty text is kept for nothing said. */
export const textOrEmpty = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .nullish()
    .transform((value) => value ?? '')

/** What was not given, as the database writes it. */
export const orNull = <T>(given: T | null | undefined): T | null => given ?? null

/** A list in a query string, where one value arrives as a plain string. */
export const listOf = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => (value === undefined || Array.isArray(value) ? value : [value]), z.array(item).optional())
/** A number in a query string. */
export const queryNumber = (min: number, max: number) => z.coerce.number().int().min(min).max(max)
/** A yes or no in a query string. */
export const queryFlag = z.preprocess((value) => (typeof value === 'string' ? value === 'true' : value), z.boolean())

export const page = { limit: queryNumber(1, 200).default(20), after: z.string().max(400).optional() }
/** A page of a list. `next` continues it; `total` is counted up to a bound, `more` says that the bound was hit. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    next: z.string().nullable(),
    total: z.int().nullable(),
    more: z.boolean().default(false),
  })

/** One line of a record's history, as the ledger keeps it. */
export const HistoryEvent = z.object({
  id: Id,
  at: Instant,
  name: z.string(),
  recordKind: z.string(),
  byId: Id.nullable(),
  byName: z.string(),
  /** On whose behalf, where it was done by a deputy. */
  forName: z.string().nullish(),
  fromState: z.string().nullable(),
  toState: z.string().nullable(),
  details: z.record(z.string(), z.unknown()),
})

/**
 * A zod schema, said by its two types only. Asking whether one whole zod type fits another costs the compiler seconds for each
 * contract; asking this costs nothing. `zodOf` gives back the schema to parse with.
 */
export type Schema<Out = unknown> = { readonly _zod: { readonly output: Out; readonly input: unknown } }
// Contracts are written with zod, so what stands behind the two types is a zod schema.
export const zodOf = (schema: Schema): z.ZodType => schema as z.ZodType // reason: see above

export type Kind = 'read' | 'write' | 'file'
export type Access = 'granted' | 'signed-in' | 'anyone'
export type Endpoint<I extends Schema = Schema, O extends Schema = Schema, E extends string = string> = {
  readonly kind: Kind
  readonly input: I
  readonly output: O
  readonly refuses: readonly E[]
  readonly access: Access
  /** Overrides the permission derived from noun and verb, where several verbs are one right. */
  readonly needs?: string
  readonly summary?: string
}
type Shape<I extends Schema, O extends Schema, E extends string> = {
  input: I
  output: O
  refuses?: readonly E[]
  access?: Access
  needs?: string
  summary?: string
}
const endpoint =
  (kind: Kind) =>
  <I extends Schema, O extends Schema, const E extends string = never>(shape: Shape<I, O, E>): Endpoint<I, O, E> => ({
    kind,
    access: 'granted',
    ...shape,
    refuses: shape.refuses ?? [],
  })
export const read = endpoint('read')
export const write = endpoint('write')
/** Answers with bytes (a printed sheet, an export, a picture): the action returns a FileAnswer. */
export const file = <I extends Schema, const E extends string = never>(shape: Omit<Shape<I, Schema, E>, 'output'>) =>
  endpoint('file')({ ...shape, output: z.unknown() })
export type FileAnswer = {
  type: string
  name: string
  bytes: Uint8Array | NodeJS.ReadableStream
  inline?: boolean
  /** The browser of this person may keep it: under this address there will never be anything else. */
  unchanging?: boolean
}

export type Verbs = Record<string, Endpoint<Schema, Schema, string>>
export type Resource<V extends Verbs = Verbs> = { readonly noun: string; readonly verbs: V }
export const resource = <const V extends Verbs>(noun: string, verbs: V): Resource<V> => ({ noun, verbs })

export type Input<E extends Endpoint> = z.output<E['input']>
export type Refusals<V extends Verbs> = V[keyof V]['refuses'][number]

/** Nouns that English does not make with an s. */
const UNLIKE: Record<string, string> = { staff: 'staff', company: 'companies', deputy: 'deputies', duty: 'duties' }
/** The resource to which a kind of record belongs: `work_order` is one of `work-orders`. */
export const nounOfKind = (kind: string) => UNLIKE[kind] ?? `${kind.replaceAll('_', '-')}s`

export const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

export type Route = {
  method: 'GET' | 'POST' | 'PATCH'
  /** With `{id}` where the input has an id. */
  path: string
  permission: string | null
}

const hasId = (endpoint: Endpoint) => endpoint.input instanceof z.ZodObject && 'id' in endpoint.input.shape

/** `list`, `get`, `create` and `change` are the resource itself; every other verb is a path segment of its own. */
export function routeOf(noun: string, verb: string, endpoint: Endpoint): Route {
  const member = hasId(endpoint) ? `/api/${noun}/{id}` : `/api/${noun}`
  const reads = endpoint.kind !== 'write'
  const permission =
    endpoint.access === 'granted' ? (endpoint.needs ?? (reads ? `${noun}.read` : `${noun}.${verb}`)) : null
  if (verb === 'list' || verb === 'get') return { method: 'GET', path: member, permission }
  if (verb === 'create') return { method: 'POST', path: member, permission }
  if (verb === 'change') return { method: 'PATCH', path: member, permission }
  return { method: reads ? 'GET' : 'POST', path: `${member}/${kebab(verb)}`, permission }
}
