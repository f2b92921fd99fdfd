// The controls of forms and filters, each made by a function of its settings.
import { DatePicker, Input, InputNumber, Select, Switch } from 'antd'
import dayjs from 'dayjs'
import { formatYuan, readYuan, yuanOf } from '../platform/money.ts'
import type { ControlProps } from './fields.tsx'
import { useZone } from './me.tsx'
import { instantOf, wallOf } from './moments.ts'
import type { Options } from './options.ts'
import { SearchPick, type SearchPickSetup } from './SearchPick.tsx'
import { useKit } from './words.ts'

type Many = readonly string[]

export const textLine = ({ max = 200, hint }: { max?: number; hint?: () => string } = {}) =>
  function TextLine({ value, onChange, ...rest }: ControlProps<string>) {
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

export const textArea = ({ max = 2000, rows = 3, hint }: { max?: number; rows?: number; hint?: () => string } = {}) =>
  function TextArea({ value, onChange, ...rest }: ControlProps<string>) {
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
export const phone = () =>
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

export const wholeNumber = ({ min, max, unit }: { min?: number; max?: number; unit?: () => string } = {}) =>
  function WholeNumber({ value, onChange, ...rest }: ControlProps<number>) {
    return (
      <InputNumber
        {...rest}
        value={value ?? null}
        {...(min === undefined ? {} : { min })}
        {...(max === undefined ? {} : { max })}
        precision={0}
        inputMode="numeric"
        suffix={unit?.()}
        style={{ width: '100%' }}
        onChange={(next) => onChange?.(next)}
      />
    )
  }

/** Typed in yuan, kept in fen. */
export const yuan = ({ min = 0 }: { min?: number } = {}) =>
  function Yuan({ value, onChange, ...rest }: ControlProps<number>) {
    const t = useKit()
    return (
      <InputNumber<number>
        {...rest}
        value={value ?? null}
        min={min}
        step={100}
        inputMode="decimal"
        suffix={t('form.yuan')}
        style={{ width: '100%' }}
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
export const yuanWords = formatYuan

export const choice = (options: Options, { clearable = true }: { clearable?: boolean } = {}) =>
  function Choice({ value, onChange, ...rest }: ControlProps<string>) {
    const known = options()
    return (
      <Select
        {...rest}
        value={value ?? null}
        options={[...known]}
        allowClear={clearable}
        showSearch={known.length > 8 ? { optionFilterProp: 'label' } : false}
        style={{ width: '100%' }}
        onChange={(next) => onChange?.(next ?? null)}
      />
    )
  }

export const choices = (options: Options) =>
  function Choices({ value, onChange, ...rest }: ControlProps<Many>) {
    return (
      <Select
        {...rest}
        mode="multiple"
        value={[...(value ?? [])]}
        options={[...options()]}
        allowClear
        maxTagCount="responsive"
        showSearch={{ optionFilterProp: 'label' }}
        style={{ width: '100%' }}
        onChange={(next: string[]) => onChange?.(next)}
      />
    )
  }

export const flag = () =>
  function Flag({ value, onChange, ...rest }: ControlProps<boolean>) {
    return <Switch {...rest} checked={value ?? false} onChange={(next) => onChange?.(next)} />
  }

/** A calendar day, YYYY-MM-DD. */
export const day = () =>
  function DayControl({ value, onChange, ...rest }: ControlProps<string>) {
    return (
      <DatePicker
        {...rest}
        value={value ? dayjs(value) : null}
        style={{ width: '100%' }}
        onChange={(next) => onChange?.(next ? next.format('YYYY-MM-DD') : null)}
      />
    )
  }

/** An instant, typed as the wall clock of the company's zone shows it. */
export const instant = ({ minuteStep = 5 }: { minuteStep?: 1 | 5 | 10 | 15 | 30 } = {}) =>
  function InstantControl({ value, onChange, ...rest }: ControlProps<string>) {
    const zone = useZone()
    const wall = value ? wallOf(value, zone) : undefined
    return (
      <DatePicker
        {...rest}
        showTime={{ format: 'HH:mm', minuteStep }}
        format="YYYY-MM-DD HH:mm"
        value={wall ? dayjs(`${wall.day}T${wall.clock}`) : null}
        style={{ width: '100%' }}
        onChange={(next) => onChange?.(next ? instantOf(next.format('YYYY-MM-DD'), next.format('HH:mm'), zone) : null)}
      />
    )
  }

/** One record found by typing: see SearchPick. */
export const search = <E extends SearchPickSetup['read']['endpoint']>(
  read: SearchPickSetup<E>['read'],
  itemOf: SearchPickSetup<E>['itemOf'],
  rest: Partial<SearchPickSetup<E>> = {},
) =>
  function Search(props: ControlProps<string>) {
    return <SearchPick<E> read={read} itemOf={itemOf} {...rest} {...props} />
  }
