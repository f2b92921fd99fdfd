// Proposes which column of somebody's sheet holds which field, for a person to confirm.

export type MappedField<Key extends string = string> = {
  key: Key
  label: { zh: string; en: string }
  /** Other names the column goes by. */
  aliases: readonly string[]
  required: boolean
}
export type ColumnProposal<Key extends string = string> = {
  /** Place in the row, from 0. */
  column: number
  header: string
  field?: Key
  /** `same`: one of the known names; `near`: much like one. */
  how?: 'same' | 'near'
  /** From 0 to 1. */
  likeness: number
}
export type MappingProposal<Key extends string = string> = {
  columns: ColumnProposal<Key>[]
  /** Required fields that no column was found for. */
  missing: Key[]
}

/** The first column of a file of rejected rows, which comes back with it and holds no field. */
export const REASON_HEADER = { zh: '退回原因', en: 'Why returned' }

const NEAR_ENOUGH = 0.7

/** Each field at most once, the likest pair first. */
export function proposeMapping<Key extends string>(
  headers: readonly string[],
  fields: readonly MappedField<Key>[],
): MappingProposal<Key> {
  const columns: ColumnProposal<Key>[] = headers.map((header, column) => ({ column, header, likeness: 0 }))
  const taken = new Set<Key>()
  const pairs = columns.flatMap((column) => pairsOf(column, fields))
  for (const { column, key, likeness } of pairs.toSorted((a, b) => b.likeness - a.likeness)) {
    if (taken.has(key) || column.field !== undefined) continue
    taken.add(key)
    Object.assign(column, { field: key, likeness, how: likeness === 1 ? 'same' : 'near' })
  }
  return { columns, missing: fields.filter(({ key, required }) => required && !taken.has(key)).map(({ key }) => key) }
}

function pairsOf<Key extends string>(column: ColumnProposal<Key>, fields: readonly MappedField<Key>[]) {
  const header = bare(column.header)
  if (header === '' || header === bare(REASON_HEADER.zh) || header === bare(REASON_HEADER.en)) return []
  return fields
    .map(({ key, label, aliases }) => {
      const names = [key, label.zh, label.en, ...aliases]
      return { column, key, likeness: Math.max(...names.map((name) => likenessOf(header, bare(name)))) }
    })
    .filter(({ likeness }) => likeness >= NEAR_ENOUGH)
}

/** Without blanks, marks, case and hints in brackets such as （必填）. */
function bare(name: string): string {
  const narrow = name.normalize('NFKC').toLowerCase()
  const outside = narrow.replace(/\([^)]*\)|\[[^\]]*\]|【[^】]*】/g, '')
  return (outside.trim() === '' ? narrow : outside).replace(/[^\p{L}\p{N}]/gu, '')
}

function likenessOf(a: string, b: string): number {
  if (a === b) return 1
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  const contained = short.length >= 2 && long.includes(short) ? 0.7 + (0.25 * short.length) / long.length : 0
  return Math.max(contained, 1 - editDistance(a, b) / long.length)
}

function editDistance(a: string, b: string): number {
  let above = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i]
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (above[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1)
      row.push(Math.min(replaced, (above[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1))
    }
    above = row
  }
  return above[b.length] ?? 0
}
