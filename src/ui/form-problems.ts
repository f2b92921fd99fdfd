// What is wrong with a form, said at its fields: the contract's issues put into words.
import { z } from 'zod'
import type { CallError } from '../platform/client.ts'
import { type Endpoint, zodOf } from '../platform/contract.ts'
import { kit, say, wordsOfCode } from './words.ts'

export type FieldProblem = { key: string; words: string }

export function problemsOf(endpoint: Endpoint, input: unknown): FieldProblem[] {
  const read = zodOf(endpoint.input).safeParse(input)
  if (read.success) return []
  return read.error.issues.map((issue) => ({
    key: String(issue.path[0] ?? ''),
    words: wordsOfIssue(issue, valueAt(input, issue.path)),
  }))
}

/** What the server found and the page did not. Its messages are codes, or a library's English that nobody should read. */
export const problemsFrom = (error: CallError): FieldProblem[] =>
  error.fields.map(({ path, message }) => ({
    key: path.split('.')[0] ?? '',
    words: wordsOfCode(message) ?? say(kit, 'problems.badForm'),
  }))

/** Issues say where, not what stood there. */
const valueAt = (input: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined),
    input,
  )

type Issue = z.core.$ZodIssue
function wordsOfIssue(issue: Issue, value: unknown): string {
  switch (issue.code) {
    case 'invalid_type':
      return isMissing(value) ? say(kit, 'problems.required') : wordsOfType(issue.expected)
    case 'too_small':
      return wordsOfSmall(issue.origin, Number(issue.minimum))
    case 'too_big':
      return say(kit, TOO_BIG[issue.origin] ?? 'problems.tooBig', { count: Number(issue.maximum) })
    case 'invalid_value':
    case 'invalid_union':
      return say(kit, 'problems.choose')
    default:
      return isMissing(value)
        ? say(kit, 'problems.required')
        : (wordsOfCode(issue.message) ?? say(kit, 'problems.badForm'))
  }
}
const isMissing = (value: unknown) => value === undefined || value === null || value === ''
const wordsOfType = (expected: string) =>
  say(kit, expected === 'number' || expected === 'int' ? 'problems.notANumber' : 'problems.badForm')
function wordsOfSmall(origin: string, least: number) {
  if (origin === 'string')
    return least <= 1 ? say(kit, 'problems.required') : say(kit, 'problems.tooShort', { count: least })
  if (origin === 'array')
    return least <= 1 ? say(kit, 'problems.choose') : say(kit, 'problems.tooFew', { count: least })
  return say(kit, 'problems.tooSmall', { count: least })
}
const TOO_BIG: Record<string, 'problems.tooLong' | 'problems.tooMany'> = {
  string: 'problems.tooLong',
  array: 'problems.tooMany',
}

/** Whether the contract wants something there: leaving it out is an issue. */
export function isRequired(endpoint: Endpoint, key: string): boolean {
  if (!(endpoint.input instanceof z.ZodObject)) return false
  const part: unknown = endpoint.input.shape[key]
  return part instanceof z.ZodType && !part.safeParse(undefined).success && !part.safeParse(null).success
}
/** How an empty field is sent: not at all where that is allowed and nothing stood there before, else as nothing or as no text. */
export function emptyAs(endpoint: Endpoint, key: string, had: boolean): null | '' | undefined {
  const part: unknown = endpoint.input instanceof z.ZodObject ? endpoint.input.shape[key] : undefined
  const fits = (value: unknown) => part instanceof z.ZodType && part.safeParse(value).success
  if (!had && (fits(undefined) || !fits(null))) return undefined
  return !fits(null) && fits('') ? '' : null
}
export const takes = (endpoint: Endpoint, key: string) =>
  endpoint.input instanceof z.ZodObject && key in endpoint.input.shape
