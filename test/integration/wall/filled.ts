// The least that a contract takes, made from its schema: a call that fails is then refused for what it asks, not for how.
import { z } from 'zod'
import { type Schema, zodOf } from '../../../src/platform/contract.ts'
import { newId } from '../../../src/platform/ids.ts'

type Json = { [key: string]: unknown }
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Ids in it are of nothing, or those that are given for their names. */
export function filled(input: Schema, ids: Record<string, string> = {}): Json {
  const schema = z.toJSONSchema(zodOf(input), { io: 'input', unrepresentable: 'any' })
  const body = leastOf(schema, '', ids)
  return isJson(body) ? body : {}
}

function leastOf(schema: Json, name: string, ids: Record<string, string>): unknown {
  if ('const' in schema) return schema.const
  if (Array.isArray(schema.enum)) return schema.enum[0]
  const [choice] = [schema.anyOf, schema.oneOf, schema.allOf].flatMap((list) => (Array.isArray(list) ? list : []))
  if (isJson(choice)) return leastOf(choice, name, ids)
  if (schema.type === 'object') return objectOf(schema, ids)
  if (schema.type === 'array') return listOf(schema, name, ids)
  return schema.type === 'boolean' ? true : plainOf(schema, name, ids)
}

function listOf(schema: Json, name: string, ids: Record<string, string>) {
  const items = isJson(schema.items) ? schema.items : {}
  return Array.from({ length: Number(schema.minItems ?? 0) }, () => leastOf(items, name, ids))
}

function plainOf(schema: Json, name: string, ids: Record<string, string>) {
  const isNumber = schema.type === 'integer' || schema.type === 'number'
  return isNumber ? Math.max(1, Number(schema.minimum ?? 1)) : textOf(schema, name, ids)
}

function objectOf(schema: Json, ids: Record<string, string>) {
  const required = new Set(Array.isArray(schema.required) ? schema.required : [])
  const properties = Object.entries(isJson(schema.properties) ? schema.properties : {})
  const wanted = properties.filter(([key]) => required.has(key) || key in ids)
  return Object.fromEntries(wanted.map(([key, one]) => [key, leastOf(isJson(one) ? one : {}, key, ids)]))
}

const TEXTS: Record<string, string> = {
  phone: '13911112222',
  plate: '浙A12345',
  code: 'ZZ',
  timeOfDay: '08:00',
  login: 'nobody',
}
function textOf(schema: Json, name: string, ids: Record<string, string>) {
  if (schema.format === 'uuid') return ids[name] ?? newId()
  if (schema.format === 'date-time') return '2026-11-24T02:00:00.000Z'
  if (schema.format === 'date') return '2026-11-24'
  return TEXTS[name] ?? '一二三四五'
}
