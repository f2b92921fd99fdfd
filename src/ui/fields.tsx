// A field is said once: how it shows, its column, its control, its filter. Its label stands in the words of the room.
import type { ComponentType, ReactNode } from 'react'
import type { Options } from './options.ts'
import { NOTHING } from './values.tsx'
import { lookUp, type Tree, useKit, type Words } from './words.ts'

/** What every control is given; methods, so that a control of one type of value fits where any may stand. */
export type ControlProps<V = unknown> = {
  id?: string
  value?: V | null
  onChange?(value: V | null | undefined): void
  disabled?: boolean
  'aria-label'?: string
  autoFocus?: boolean
}
type Piece = { at(props: ControlProps): ReactNode }['at']
/** A component of ControlProps, or one with its settings, as `controlOf` puts together. */
export type Control = Piece | { readonly piece: Piece; readonly settings: object }
export const controlOf = <P extends object>(
  piece: (props: P) => ReactNode,
  settings: Omit<P, keyof ControlProps>,
): Control => ({
  piece: piece as unknown as Piece, // reason: the settings, checked here, are what P has beyond ControlProps
  settings,
})

export type Column = {
  width?: number
  /** Takes what is left over; one or two of a table. */
  grow?: boolean
  /** Over as many lines as it needs; otherwise two at most, and one where the column grows. */
  wrap?: boolean
  align?: 'left' | 'right' | 'center'
  /** A text names the sort when it is not the key of the field. */
  sort?: boolean | string
  fixed?: 'start' | 'end'
  /** Off until the person turns it on. */
  hidden?: boolean
  /** Where it stands on the card that a phone shows. */
  phone?: 'title' | 'line' | 'aside' | 'hide'
}
export type Filter =
  | { kind: 'any'; options: Options }
  | { kind: 'one'; options: Options }
  | { kind: 'days'; from: string; to: string }
  | { kind: 'flag' }
  | { kind: 'custom'; control: Control; many?: boolean }

export const anyOf = (options: Options): Filter => ({ kind: 'any', options })
export const oneOf = (options: Options): Filter => ({ kind: 'one', options })
/** Two inputs of the list, by default `<key>From` and `<key>To`. */
export const dayRange = (from: string, to: string): Filter => ({ kind: 'days', from, to })
export const flagged: Filter = { kind: 'flag' }
export const filterBy = (control: Control, many = false): Filter => ({ kind: 'custom', control, many })

export type Field<T = unknown, V = unknown> = {
  show?(value: V, row: T): ReactNode
  column?: Column
  control?: Control
  /** Forces the mark; without it the contract decides. */
  required?: boolean
  /** A key of the room's words, shown under the control. */
  help?: string
  filter?: Filter
  /** In a form of several columns: over the whole width. */
  wide?: boolean
}
export type FieldSet<T = unknown, K extends string = string> = {
  readonly words: Words<Tree>
  readonly of: Readonly<Record<K, Field<T>>>
}

type ValueAt<T, K> = K extends keyof T ? T[K] : never
type Spec<T, K extends string> = { readonly [N in K]: Field<T, ValueAt<T, N>> }
type FieldWords<K extends string> = Tree & { readonly fields: Readonly<Record<K, string>> }

export const fieldsOf =
  <T,>() =>
  <K extends string>(words: Words<FieldWords<NoInfer<K>>>, of: Spec<T, K>): FieldSet<T, K> => ({
    words,
    of: of as unknown as Record<K, Field<T>>, // reason: each value type was checked by Spec; readers only know the key
  })

export const labelOf = (fields: FieldSet, key: string) => lookUp(fields.words.noun, `fields.${key}`) ?? key
export const fieldOf = (fields: FieldSet, key: string): Field => fields.of[key] ?? {}

export function shown(fields: FieldSet, key: string, row: object): ReactNode {
  const { show } = fieldOf(fields, key)
  const value: unknown = Reflect.get(row, key)
  return show ? show(value, row) : plain(value)
}
const plain = (value: unknown): ReactNode => {
  switch (typeof value) {
    case 'string':
      return value === '' ? <Nothing /> : value
    case 'number':
      return String(value)
    case 'boolean':
      return <YesNo value={value} />
    default:
      return Array.isArray(value) && value.length > 0 ? value.join('、') : <Nothing />
  }
}
const Nothing = () => <span className="quiet">{NOTHING}</span>
function YesNo({ value }: { value: boolean }) {
  const t = useKit()
  return t(value ? 'form.yes' : 'form.no')
}

/** Renders a control by its component, which fields hold without knowing the type of its value. */
export function ControlOf({ control, ...props }: ControlProps & { control: Control }) {
  const { piece, settings } = typeof control === 'function' ? { piece: control, settings: {} } : control
  const Drawn: ComponentType<ControlProps> = piece
  return <Drawn {...settings} {...props} />
}
