// The fields of one record, to read.
import { type FieldSet, labelOf, shown } from './fields.tsx'
import { useKit } from './words.ts'

export type FieldListProps<T, K extends string> = {
  fields: FieldSet<T, K>
  of: readonly NoInfer<K>[]
  record: T
  columns?: 1 | 2 | 3
}
export function FieldList<T extends object, K extends string>({
  fields,
  of,
  record,
  columns = 2,
}: FieldListProps<T, K>) {
  useKit()
  return (
    <dl className="kit-fields" style={{ '--columns': columns }}>
      {of.map((key) => (
        <div key={key} className={fields.of[key].wide ? 'kit-wide' : ''}>
          <dt>{labelOf(fields, key)}</dt>
          <dd>{shown(fields, key, record)}</dd>
        </div>
      ))}
    </dl>
  )
}
