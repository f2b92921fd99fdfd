// A form made from fields: checked by the contract, mended at the fields, never losing what was typed.
import { Button, Form } from 'antd'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import { CallError } from '../platform/client.ts'
import type { Endpoint } from '../platform/contract.ts'
import { type AnswerOf, type InputOf, useWrite, type Verb } from './api.ts'
import { ControlOf, type FieldSet, fieldOf, labelOf } from './fields.tsx'
import { emptyAs, type FieldProblem, isRequired, problemsFrom, problemsOf } from './form-problems.ts'
import { LeaveGuard } from './LeaveGuard.tsx'
import { Problem } from './Loaded.tsx'
import { Keys } from './shortcuts.tsx'
import { lookUp, useKit } from './words.ts'

export type Section<K extends string> = { heading?: ReactNode; of: readonly K[]; columns?: 1 | 2 | 3; line?: ReactNode }
type Values = Record<string, unknown>

export type EntityFormProps<E extends Endpoint, K extends string> = {
  write: Verb<E>
  fields: FieldSet<never, K>
  of: readonly K[] | readonly Section<K>[]
  /** What the fields hold at first. */
  first?: Values
  /** Sent along, not shown. */
  given?: Values
  onDone?(answer: AnswerOf<E>): void
  onCancel?(): void
  submit?: string
  /** Follows what is typed, for pages that show something beside the form. */
  onValues?(values: Values): void
  /** Off for small forms in drawers that nobody minds losing. */
  guarded?: boolean
  /** Turns what was typed into the input, where they differ. */
  inputOf?(values: Values): Values
}

export function EntityForm<E extends Endpoint, K extends string>(props: EntityFormProps<E, K>) {
  const { write, fields, first = NONE, onDone, onCancel, onValues, submit, guarded = true } = props
  const t = useKit()
  const [form] = Form.useForm<Values>()
  const changed = useRef(false)
  const sections = useMemo(() => sectionsOf(props.of), [props.of])
  const whole = useRef<HTMLDivElement>(null)
  const [unplaced, setUnplaced] = useState<Error>()

  const keys = sections.flatMap((section) => section.of)
  const place = (problems: readonly FieldProblem[]) => {
    const placed = problems.filter(({ key }) => keys.includes(key))
    form.setFields(placed.map(({ key, words }) => ({ name: key, errors: [words] })))
    const at = placed[0]
    if (at) focusOn(whole.current, at.key)
    return placed.length
  }
  const writing = useWrite(write, {
    quiet: true,
    onFailed: (problem) => problem instanceof CallError && place(problemsFrom(problem)),
  })
  const send = async () => {
    if (writing.running) return
    const values = { ...form.getFieldsValue(keys), ...props.given }
    const input = cleaned(props.inputOf ? props.inputOf(values) : values, first, write.endpoint)
    clearProblems(form)
    setUnplaced(undefined)
    const problems = problemsOf(write.endpoint, input)
    if (place(problems) > 0) return
    if (problems.length > 0) return setUnplaced(new CallError(400, { code: 'bad_input', fields: pathsOf(problems) }))
    // The contract has just checked this very input.
    const answer = await writing.run(input as InputOf<E>) // reason: see above
    if (answer === undefined) return
    changed.current = false
    onDone?.(answer)
  }
  return (
    <div ref={whole} className="kit-form">
      {guarded ? <LeaveGuard isActive={() => changed.current} /> : null}
      <Form
        form={form}
        layout="vertical"
        initialValues={first}
        requiredMark
        onFinish={send}
        onValuesChange={(_, all) => {
          changed.current = true
          onValues?.(all)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void send()
        }}
      >
        <Problem of={unplaced ?? writing.problem} />
        {sections.map((section) => (
          <SectionOf key={section.of.join()} section={section} fields={fields} endpoint={write.endpoint} />
        ))}
        <div className="kit-form-foot">
          <Button type="primary" htmlType="submit" loading={writing.running}>
            {submit ?? t('do.save')}
          </Button>
          {onCancel ? <Button onClick={onCancel}>{t('do.cancel')}</Button> : null}
          <Keys of="mod+enter" />
        </div>
      </Form>
    </div>
  )
}
const NONE: Values = {}

type SectionProps = { section: Section<string>; fields: FieldSet; endpoint: Endpoint }
function SectionOf({ section, fields, endpoint }: SectionProps) {
  return (
    <fieldset className="kit-form-section">
      {section.heading ? <legend>{section.heading}</legend> : null}
      {section.line ? <p className="quiet">{section.line}</p> : null}
      <div className="kit-form-grid" style={{ '--columns': section.columns ?? 1 }}>
        {section.of.map((key) => (
          <FieldItem key={key} name={key} fields={fields} required={isRequired(endpoint, key)} />
        ))}
      </div>
    </fieldset>
  )
}

export type FieldItemProps = { name: string; fields: FieldSet; required?: boolean; label?: ReactNode }
/** One field inside any antd Form, for pages that lay out their form by hand. */
export function FieldItem({ name, fields, required = false, label }: FieldItemProps) {
  useKit()
  const { control, required: forced, help, wide } = fieldOf(fields, name)
  if (!control) return null
  return (
    <Form.Item
      name={name}
      label={label ?? labelOf(fields, name)}
      required={forced ?? required}
      {...(help ? { extra: lookUp(fields.words.noun, help) } : {})}
      className={wide ? 'kit-wide' : ''}
    >
      <ControlOf control={control} />
    </Form.Item>
  )
}

const sectionsOf = <K extends string>(of: readonly K[] | readonly Section<K>[]): Section<string>[] => {
  const keys = of.filter((one) => typeof one === 'string')
  return keys.length > 0 ? [{ of: keys }] : of.filter((one) => typeof one !== 'string')
}

/** Empty fields as the contract wants them said, if at all. */
function cleaned(values: Values, first: Values, endpoint: Endpoint): Values {
  const kept = Object.entries(values).flatMap(([key, value]) => {
    const said = isEmpty(value) ? emptyAs(endpoint, key, !isEmpty(first[key])) : value
    return said === undefined ? [] : [[key, said]]
  })
  return Object.fromEntries(kept)
}
const isEmpty = (value: unknown) => value === undefined || value === null || value === ''

const pathsOf = (problems: readonly FieldProblem[]) => problems.map(({ key, words }) => ({ path: key, message: words }))
function clearProblems(form: ReturnType<typeof Form.useForm<Values>>[0]) {
  form.setFields(form.getFieldsError().map(({ name }) => ({ name, errors: [] })))
}
function focusOn(root: HTMLElement | null, key: string) {
  const field = root?.querySelector<HTMLElement>(`[id$="${CSS.escape(key)}"]`)
  field?.focus()
  field?.scrollIntoView({ block: 'center' })
}
