// A box that finds as one types: arrows and Enter choose, an Enter that comes before the answer waits for it.
import { Input, type InputRef } from 'antd'
import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useId, useState } from 'react'

export type FindItem = { key: string; label: ReactNode; hint?: ReactNode; mark?: ReactNode }
export type FindBoxProps<I extends FindItem> = {
  id: string
  typed: string
  onType(text: string): void
  items: readonly I[]
  onPick(item: I): void
  /** The answer to what is typed is still on its way. */
  waiting?: boolean
  /** Enter where there is nothing to choose. */
  onEnter?(): void
  onLeave?(): void
  placeholder?: string
  suffix?: ReactNode
  autoFocus?: boolean
  inputRef?: Ref<InputRef>
  describedBy?: string | undefined
  invalid?: boolean
}

export function FindBox<I extends FindItem>(props: FindBoxProps<I>) {
  const { id, typed, items, waiting = false, onPick, onType, onLeave, onEnter } = props
  const list = useId()
  const [opened, setOpened] = useState(false)
  const [at, setAt] = useState(0)
  const [entered, setEntered] = useState(false)
  const open = opened && items.length > 0
  const active = open ? items[Math.min(at, items.length - 1)] : undefined
  const pick = (item: I) => {
    setOpened(false)
    setEntered(false)
    onPick(item)
  }
  const first = items[0]
  useEffect(() => {
    if (!entered || waiting) return
    setEntered(false)
    if (first) pick(first)
  })
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0) {
      event.preventDefault()
      setOpened(true)
      setAt((now) => (open ? (now + step + items.length) % items.length : 0))
    } else if (event.key === 'Escape') setOpened(false)
    else if (event.key === 'Enter') {
      event.preventDefault()
      if (waiting) setEntered(true)
      else if (active) pick(active)
      else onEnter?.()
    }
  }
  return (
    <div className="rq-find">
      <Input
        id={id}
        ref={props.inputRef ?? null}
        role="combobox"
        aria-expanded={open}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={active ? `${list}${active.key}` : undefined}
        aria-describedby={props.describedBy}
        aria-invalid={props.invalid ?? false}
        status={props.invalid ? 'error' : ''}
        autoComplete="off"
        autoFocus={props.autoFocus ?? false}
        value={typed}
        placeholder={props.placeholder}
        // Always something: a suffix that comes and goes would make the box lose what is being typed.
        suffix={props.suffix ?? <span />}
        maxLength={80}
        onChange={({ target }) => {
          onType(target.value)
          setAt(0)
          setOpened(true)
        }}
        onFocus={({ target }) => {
          target.select()
          setAt(0)
          setOpened(true)
        }}
        onBlur={() => {
          setOpened(false)
          setEntered(false)
          onLeave?.()
        }}
        onKeyDown={press}
      />
      <div id={list} role="listbox" aria-labelledby={`${id}-label`} className="rq-found" hidden={!open}>
        {items.map((item) => (
          <div
            key={item.key}
            id={`${list}${item.key}`}
            role="option"
            aria-selected={item === active}
            tabIndex={-1}
            // The box keeps the focus, so that typing can go on.
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => pick(item)}
            onKeyDown={() => undefined}
          >
            <span className="rq-found-label">{item.label}</span>
            {item.hint ? <span className="rq-found-hint">{item.hint}</span> : null}
            {item.mark ? <span className="rq-found-mark">{item.mark}</span> : null}
          </div>
        ))}
      </div>
    </div>
  )
}
