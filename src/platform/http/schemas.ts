// JSON schemas out of contracts: complete ones for the API description, lean ones for writing answers fast.
import { z } from 'zod'

type Json = { [key: string]: unknown }
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

const jsonSchemaOf = (schema: z.ZodType, io: 'input' | 'output', target: 'draft-7' | 'draft-2020-12'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, target, unrepresentable: 'any' })
  return rest
}

/** For the reader of the API. */
export const describedInput = (schema: z.ZodType) => jsonSchemaOf(schema, 'input', 'draft-2020-12')
export const describedOutput = (schema: z.ZodType) => jsonSchemaOf(schema, 'output', 'draft-2020-12')

/** For the serialiser: which keys, in which types. Formats and bounds were the business of whoever wrote the value. */
export const leanOutput = (schema: z.ZodType): Json => lean(jsonSchemaOf(schema, 'output', 'draft-7'))

const CHECKS = new Set([
  'format',
  'pattern',
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
  'default',
  'propertyNames',
])

function lean(schema: Json): Json {
  const nullable = nullableOf(schema)
  if (nullable) return { ...lean(nullable), nullable: true }
  const entries = Object.entries(schema).filter(([key]) => !CHECKS.has(key))
  return Object.fromEntries(entries.map(([key, value]) => [key, leanValue(key, value)]))
}
function leanValue(key: string, value: unknown): unknown {
  if (key === 'properties' || key === 'definitions') {
    return isJson(value)
      ? Object.fromEntries(Object.entries(value).map(([name, one]) => [name, isJson(one) ? lean(one) : one]))
      : value
  }
  if (isJson(value)) return lean(value)
  return Array.isArray(value) ? value.map((one) => (isJson(one) ? lean(one) : one)) : value
}
/** `anyOf [X, null]` costs a validator run per value; `X, nullable` costs a comparison. */
function nullableOf(schema: Json): Json | undefined {
  const choices = schema.anyOf
  if (!Array.isArray(choices) || choices.length !== 2) return undefined
  const [first, second] = choices
  return isJson(second) && second.type === 'null' && isJson(first) && typeof first.type === 'string' ? first : undefined
}
