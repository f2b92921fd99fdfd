// JSON schemas out of contracts: complete ones for the API description, lean ones for writing answers fast.
import { z } from 'zod'
import { type Schema, zodOf } from '../contract.ts'

type Json = { [key: string]: unknown }
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** For the reader of the API. */
export const describedInput = (schema: Schema) => described(schema, 'input')
export const describedOutput = (schema: Schema) => described(schema, 'output')

const described = (schema: Schema, io: 'input' | 'output'): Json => {
  const { $schema: _, ...rest } = z.toJSONSchema(zodOf(schema), {
    io,
    target: 'draft-2020-12',
    unrepresentable: 'any',
    override({ jsonSchema }) {
      // Two hundred characters that say what the format has said.
      if (jsonSchema.format) delete jsonSchema.pattern
    },
  })
  return rest
}

/** For the serialiser: which keys, in which types. Formats and bounds were the business of whoever wrote the value. */
export function leanOutput(schema: Schema): Json {
  const { $schema: _, ...rest } = z.toJSONSchema(zodOf(schema), {
    io: 'output',
    target: 'draft-7',
    unrepresentable: 'any',
  })
  return lean(rest)
}

const CHECKS = new Set([
  'format',
  'pattern',
  'minimum',
  'maximum',
  'minLength',
  'maxLength',
  'minItems',
  'maxItems',
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
