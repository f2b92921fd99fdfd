// The controls of forms and filters, each made by a function of its settings.
import { DatePicker, Input, InputNumber, Select, Switch } from 'antd'
import dayjs from 'dayjs'
import type { Endpoint } from '../platform/contract.ts'
import { readYuan, yuanOf } from '../platform/money.ts'
import type { Verb } from './api.ts'
import { type Control, type ControlProps, controlOf } from './fields.tsx'
import { useZone } from './me.tsx'
import { instantOf, wallOf } from './moments.ts'
import type { Options } from './options.ts'
import { type PickItem, type RowOf, SearchPick, type SearchPickSetup } from './SearchPick.tsx'
import { useKit } from './words.ts'

type LineSettings = { max?: number; hint?: () => string }
export const textLine = (settings: LineSettings = {}) => controlOf(TextLine, settings)
function TextLine({ value, onChange, max = 200, hint, ...rest }: ControlProps<string> & LineSettings) {
  return (
    <Input
      {...rest}
      value={value ?? ''}
      maxLength={max}
      placeholder={hint?.()}
      autoComplete="off"
      onChange={(event) => onChange?.(event.target.value)}
    />
  )
}

type AreaSettings = LineSettings & { rows?: number }
export const textArea = (settings: AreaSettings = {}) => controlOf(TextArea, settings)
function TextArea({ value, onChange, max = 2000, rows = 3, hint, ...rest }: ControlProps<string> & AreaSettings) {
  return (
    <Input.TextArea
      {...rest}
      value={value ?? ''}
      maxLength={max}
      placeholder={hint?.()}
      autoSize={{ minRows: rows, maxRows: 14 }}
      onChange={(event) => onChange?.(event.target.value)}
    />
  )
}

/** A telephone: the keypad of figures on phones. */
export const phone = () => controlOf(Phone, {})
function Phone({ value, onChange, ...rest }: ControlProps<string>) {
  return (
    <Input
      {...rest}
      value={value ?? ''}
      type="tel"
      maxLength={30}
      autoComplete="off"
      onChange={(event) => onChange?.(event.target.value)}
    />
  )
}

type NumberSettings = { min?: number; max?: number; unit?: () => string }
export const wholeNumber = (settings: NumberSettings = {}) => controlOf(WholeNumber, settings)
function WholeNumber({ value, onChange, min, max, unit, ...rest }: ControlProps<number> & NumberSettings) {
  return (
    <InputNumber
      {...rest}
      value={value ?? null}
      min={min ?? Number.MIN_SAFE_INTEGER}
      max={max ?? Number.MAX_SAFE_INTEGER}
      precision={0}
      inputMode="numeric"
      suffix={unit?.()}
      style={WIDE}
      onChange={(next) => onChange?.(next)}
    />
  )
}

/** Typed in yuan, kept in fen. */
export const yuan = (settings: { min?: number } = {}) => controlOf(Yuan, settings)
function Yuan({ value, onChange, min = 0, ...rest }: ControlProps<number> & { min?: number }) {
  const t = useKit()
  return (
    <InputNumber<number>
      {...rest}
      value={value ?? null}
      min={min}
      step={100}
      inputMode="decimal"
      suffix={t('form.yuan')}
      style={WIDE}
      formatter={(fen, { userTyping, input }) => (userTyping ? input : writtenYuan(fen))}
      parser={(typed) => {
        const reading = readYuan(typed ?? '')
        return reading.ok ? reading.fen : Number.NaN
      }}
      onChange={(fen) => onChange?.(fen)}
    />
  )
}
const writtenYuan = (fen: number | string | undefined) =>
  fen === undefined || fen === '' || Number.isNaN(Number(fen)) ? '' : yuanOf(Number(fen))

type ChoiceSettings = { options: Options; clearable?: boolean; hint?: () => string }
export const choice = (options: Options, settings: Omit<ChoiceSettings, 'options'> = {}) =>
  controlOf(Choice, { options, ...settings })
function Choice({ value, onChange, options, clearable = true, hint, ...rest }: ControlProps<string> & ChoiceSettings) {
  const known = options()
  return (
    <Select
      {...rest}
      value={value ?? null}
      options={[...known]}
      allowClear={clearable}
      placeholder={hint?.() ?? rest['aria-label']}
      showSearch={known.length > MANY_OPTIONS ? { optionFilterProp: 'label' } : false}
      style={WIDE}
      onChange={(next) => onChange?.(next ?? null)}
    />
  )
}

export const choices = (options: Options, settings: Omit<ChoiceSettings, 'options'> = {}) =>
  controlOf(Choices, { options, ...settings })
function Choices({ value, onChange, options, hint, ...rest }: ControlProps<readonly string[]> & ChoiceSettings) {
  return (
    <Select
      {...rest}
      mode="multiple"
      value={[...(value ?? [])]}
      options={[...options()]}
      allowClear
      maxTagCount="responsive"
      placeholder={hint?.() ?? rest['aria-label']}
      showSearch={{ optionFilterProp: 'label' }}
      style={WIDE}
      onChange={(next: string[]) => onChange?.(next)}
    />
  )
}

export const flag = () => controlOf(Flag, {})
function Flag({ value, onChange, ...rest }: ControlProps<boolean>) {
  return <Switch {...rest} checked={value ?? false} onChange={(next) => onChange?.(next)} />
}

/** A calendar day, YYYY-MM-DD. */
export const day = () => controlOf(DayControl, {})
function DayControl({ value, onChange, ...rest }: ControlProps<string>) {
  return (
    <DatePicker
      {...rest}
      value={value ? dayjs(value) : null}
      style={WIDE}
      onChange={(next) => onChange?.(next ? next.format('YYYY-MM-DD') : null)}
    />
  )
}

type InstantSettings = { minuteStep?: 1 | 5 | 10 | 15 | 30 }
/** An instant, typed as the wall clock of the company's zone shows it. */
export const instant = (settings: InstantSettings = {}) => controlOf(InstantControl, settings)
function InstantControl({ value, onChange, minuteStep = 5, ...rest }: ControlProps<string> & InstantSettings) {
  const zone = useZone()
  const wall = value ? wallOf(value, zone) : undefined
  return (
    <DatePicker
      {...rest}
      showTime={{ format: 'HH:mm', minuteStep }}
      format="YYYY-MM-DD HH:mm"
      value={wall ? dayjs(`${wall.day}T${wall.clock}`) : null}
      style={WIDE}
      onChange={(next) => onChange?.(next ? instantOf(next.format('YYYY-MM-DD'), next.format('HH:mm'), zone) : null)}
    />
  )
}

/** One record found by typing: see SearchPick. */
export const search = <E extends Endpoint>(
  read: Verb<E>,
  itemOf: (row: RowOf<E>) => PickItem,
  rest: Omit<SearchPickSetup<E>, 'read' | 'itemOf'> = {},
): Control => controlOf(SearchPick<E>, { read, itemOf, ...rest })

const WIDE = { width: '100%' } as const
const MANY_OPTIONS = 8
