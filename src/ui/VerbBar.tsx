// The verbs of a record as buttons: what is possible now in front, what is not behind “more” with its reason.
import { MoreOutlined } from '@ant-design/icons'
import { Button, Dropdown, type MenuProps } from 'antd'
import { type ReactNode, useState } from 'react'
import type { Endpoint } from '../platform/contract.ts'
import { type InputOf, useWrite, type Verb } from './api.ts'
import { ask } from './ask.ts'
import { Drawer } from './Drawer.tsx'
import { EntityForm, type EntityFormProps } from './EntityForm.tsx'
import type { FieldSet } from './fields.tsx'
import { useGo } from './pages.ts'
import { usePhone } from './phone.ts'
import { tell } from './tell.ts'
import { kit, lookUp, say, type Tree, useKit, type Words } from './words.ts'

type Values = Record<string, unknown>
export type VerbSetup<T> = {
  /** Fields asked for in a drawer before it is sent. */
  fields?: FieldSet<never>
  of?: EntityFormProps<Endpoint, string>['of']
  first?: (record: T) => Values
  /** Sent along with the id. */
  given?: (record: T) => Values
  /** Asks “are you sure” first. */
  confirm?: boolean
  danger?: boolean
  icon?: ReactNode
  /** A page of its own instead of a call. */
  open?: (record: T) => string
  /** Instead of a call: the page opens something itself. */
  run?: (record: T) => void
  after?: (answer: unknown) => void
  /** Not shown at all for this record. */
  hidden?: boolean
  /** What stands above the form. */
  line?: ReactNode
}
type Acted = { id: string; can: readonly string[]; status?: string }
type LifeTable = { moves: Readonly<Record<string, { from: readonly string[] }>> }

export type VerbBarProps<T extends Acted> = {
  record: T
  api: Readonly<Record<string, Verb>>
  words: Words<Tree>
  life?: LifeTable
  verbs: Readonly<Record<string, VerbSetup<T>>>
  /** The leading button; the first possible verb otherwise. */
  first?: string
  /** How many buttons stand side by side on a desk. */
  most?: number
  /** On phones: stays at the bottom edge, under the thumb. */
  sticky?: boolean
}

type Shown<T> = { verb: string; setup: VerbSetup<T>; label: string; reason: string | undefined }

export function VerbBar<T extends Acted>(props: VerbBarProps<T>) {
  const { record, verbs, first, most = 4, sticky = true } = props
  useKit()
  const phone = usePhone()
  const [opened, setOpened] = useState<string>()
  const shown = Object.entries(verbs)
    .filter(([, setup]) => !setup.hidden)
    .map(([verb, setup]) => ({ verb, setup, label: labelOfVerb(props.words, verb), reason: reasonOf(props, verb) }))
  const possible = shown.filter(({ reason }) => reason === undefined)
  const leading = possible.find(({ verb }) => verb === first) ?? possible.find(({ setup }) => !setup.danger)
  const others = possible.filter((one) => one !== leading)
  const beside = others.slice(0, phone ? 1 : most - 1)
  const behind = [...others.slice(beside.length), ...shown.filter(({ reason }) => reason !== undefined)]
  const start = useStart(record, setOpened)
  if (shown.length === 0) return null
  return (
    <div className={sticky ? 'kit-verbs kit-verbs-sticky' : 'kit-verbs'}>
      {leading ? <VerbButton key={leading.verb} of={leading} props={props} start={start} leading /> : null}
      {beside.map((one) => (
        <VerbButton key={one.verb} of={one} props={props} start={start} />
      ))}
      {behind.length > 0 ? <MoreVerbs of={behind} props={props} start={start} /> : null}
      {shown.map((one) => (
        <VerbDrawer
          key={one.verb}
          of={one}
          props={props}
          open={opened === one.verb}
          onClose={() => setOpened(undefined)}
        />
      ))}
    </div>
  )
}

const labelOfVerb = (words: Words<Tree>, verb: string) => lookUp(words.noun, `verbs.${verb}`) ?? verb

function reasonOf<T extends Acted>({ record, words, life }: VerbBarProps<T>, verb: string): string | undefined {
  if (record.can.includes(verb)) return undefined
  const label = labelOfVerb(words, verb)
  const move = life?.moves[verb]
  const { status } = record
  if (move && status !== undefined && !move.from.includes(status)) {
    const state = lookUp(words.noun, `states.${status}`) ?? status
    return say(kit, 'verbs.stateForbids', { state, verb: label })
  }
  return say(kit, move ? 'verbs.notYours' : 'verbs.notNow', { verb: label })
}

type Start<T> = (of: Shown<T>, send: (input: Values) => Promise<unknown>) => void
function useStart<T extends Acted>(record: T, openForm: (verb: string) => void): Start<T> {
  const go = useGo()
  return ({ verb, setup, label }, send) => {
    if (setup.open) return go(setup.open(record))
    if (setup.run) return setup.run(record)
    if (setup.of) return openForm(verb)
    const act = async () => {
      const question = { title: say(kit, 'form.sure', { verb: label }), yes: label, danger: setup.danger ?? false }
      if ((setup.confirm || setup.danger) && !(await ask(question))) return
      const answer = await send({ id: record.id, ...setup.given?.(record) })
      if (answer === undefined) return
      tell.done(say(kit, 'verbs.done', { verb: label }))
      setup.after?.(answer)
    }
    void act()
  }
}

type PieceProps<T extends Acted> = { of: Shown<T>; props: VerbBarProps<T>; start: Start<T> }
/** A verb that opens a page or runs the page's own code need not be a call. */
const callOfVerb = <T extends Acted>({ api }: VerbBarProps<T>, verb: string): Verb => {
  const found = api[verb] ?? Object.values(api)[0]
  if (!found) throw new Error('a verb bar needs the api of its room')
  return found
}

function VerbButton<T extends Acted>({ of, props, start, leading = false }: PieceProps<T> & { leading?: boolean }) {
  const writing = useWrite(callOfVerb(props, of.verb))
  return (
    <Button
      type={leading ? 'primary' : 'default'}
      danger={of.setup.danger ?? false}
      icon={of.setup.icon}
      loading={writing.running}
      onClick={() => start(of, (input) => writing.run(input as InputOf<Endpoint>))} // reason: the server checks it
    >
      {of.label}
    </Button>
  )
}

function MoreVerbs<T extends Acted>({ of, props, start }: Omit<PieceProps<T>, 'of'> & { of: readonly Shown<T>[] }) {
  const t = useKit()
  const [chosen, setChosen] = useState<string>()
  const current = of.find(({ verb }) => verb === chosen) ?? of[0]
  const writing = useWrite(callOfVerb(props, current?.verb ?? ''))
  const items: MenuProps['items'] = of.map(({ verb, label, reason, setup }) => ({
    key: verb,
    danger: setup.danger ?? false,
    disabled: reason !== undefined,
    icon: setup.icon,
    label: (
      <span className="kit-verb-line">
        <span>{label}</span>
        {reason ? <span className="kit-verb-reason">{reason}</span> : null}
      </span>
    ),
  }))
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items,
        onClick: ({ key }) => {
          setChosen(key)
          const picked = of.find(({ verb }) => verb === key)
          if (picked) start(picked, (input) => writing.run(input as InputOf<Endpoint>)) // reason: the server checks it
        },
      }}
    >
      <Button icon={<MoreOutlined />} loading={writing.running} aria-label={t('do.more')} title={t('do.more')} />
    </Dropdown>
  )
}

type DrawerProps<T extends Acted> = { of: Shown<T>; props: VerbBarProps<T>; open: boolean; onClose(): void }
function VerbDrawer<T extends Acted>({ of, props, open, onClose }: DrawerProps<T>) {
  const { setup, label, verb } = of
  const { record, api } = props
  const write = api[verb]
  if (!write || !setup.of || !setup.fields) return null
  return (
    <Drawer title={label} open={open} onClose={onClose}>
      {setup.line}
      <EntityForm
        write={write}
        fields={setup.fields}
        of={setup.of}
        first={setup.first?.(record) ?? {}}
        given={{ id: record.id, ...setup.given?.(record) }}
        submit={label}
        guarded={false}
        onCancel={onClose}
        onDone={(answer) => {
          onClose()
          tell.done(say(kit, 'verbs.done', { verb: label }))
          setup.after?.(answer)
        }}
      />
    </Drawer>
  )
}
