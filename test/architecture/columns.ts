// The columns of a room's tables beside the fields of its contracts, and what may stand in them on both sides.
import ts from 'typescript6'

/** What each column may hold: the texts of its union, or nothing where any value may stand. */
export type Columns = Record<string, Record<string, readonly string[]>>

/** Reads `Tables` of db/types.gen.ts. */
export function columnsOf(text: string): Columns {
  const file = ts.createSourceFile('types.gen.ts', text, ts.ScriptTarget.ESNext, true)
  const tables = file.statements.filter(ts.isTypeAliasDeclaration).find(({ name }) => name.text === 'Tables')
  return Object.fromEntries(membersOf(tables?.type).map(({ name, type }) => [name, columnsIn(type)]))
}

const columnsIn = (table: ts.TypeNode | undefined) =>
  Object.fromEntries(membersOf(table).map(({ name, type }) => [name, textsOf(type)]))

const membersOf = (type: ts.TypeNode | undefined) =>
  type && ts.isTypeLiteralNode(type)
    ? type.members.filter(ts.isPropertySignature).map(({ name, type: of }) => ({ name: name.getText(), type: of }))
    : []

function textsOf(type: ts.TypeNode | undefined): string[] {
  if (!type) return []
  if (ts.isTypeReferenceNode(type)) return (type.typeArguments ?? []).flatMap(textsOf)
  if (ts.isUnionTypeNode(type)) return type.types.flatMap(textsOf)
  return ts.isLiteralTypeNode(type) && ts.isStringLiteral(type.literal) ? [type.literal.text] : []
}

/** Every field of the schemas, with each list of values that one of that name may take. */
export type Fields = Map<string, string[][]>
type Json = { [key: string]: unknown }
const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

export function fieldsOf(schemas: readonly unknown[]): Fields {
  const found: Fields = new Map()
  const visit = (schema: unknown) => {
    if (Array.isArray(schema)) return schema.forEach(visit)
    if (!isJson(schema)) return
    const properties = isJson(schema.properties) ? schema.properties : {}
    for (const [name, of] of Object.entries(properties)) {
      found.set(name, [...(found.get(name) ?? []), ...valuesOf(of)])
    }
    Object.values(schema).forEach(visit)
  }
  schemas.forEach(visit)
  return found
}

/** The list of values of a field, of one that may be null, and of a list of them. */
function valuesOf(schema: unknown): string[][] {
  if (!isJson(schema)) return []
  if (Array.isArray(schema.enum)) return [schema.enum.map(String)]
  const inner = [schema.items, ...(Array.isArray(schema.anyOf) ? schema.anyOf : [])]
  return inner.flatMap(valuesOf)
}

/** Kept, but no field of a contract: by column of any table, or by table and column. */
export const NOT_SHOWN: Readonly<Record<string, string>> = {
  companyId: 'the wall',
  createdAt: 'when the row was made; what happened is in the ledger',
  sort: 'the order of a list',
  endedAt: 'tells a row that was ended at once from one that ran out; the days are shown',
  addedAt: 'the order of a list',
  archivedAt: 'what is put away is left out',
}

/** A row that is part of a record carries the id under which it is shown. */
const isOwner = (table: string, column: string, tables: readonly string[]) =>
  column.endsWith('Id') && tables.includes(column.slice(0, -2)) && table.startsWith(column.slice(0, -2))

type Room = { tables: readonly string[]; fields: Fields; hidden: Readonly<Record<string, string>> }

export function columnFaults(columns: Columns, { tables, fields, hidden }: Room): string[] {
  return tables.flatMap((table) =>
    Object.entries(columns[table] ?? {}).flatMap(([column, texts]) => {
      const name = `${table}.${column}`
      if (name in hidden || table in hidden || column in NOT_SHOWN || isOwner(table, column, tables)) return []
      const values = fields.get(column)
      if (!values) return [`${name}: is no field of the contract`]
      return texts.length === 0 || values.length === 0 || values.some((one) => isSame(one, texts))
        ? []
        : [`${name}: may hold ${texts.join()}, the contract says ${values.map((one) => one.join()).join(' or ')}`]
    }),
  )
}

const isSame = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((text) => other.includes(text))
