// A box that finds as one types: arrows and Enter choose, an Enter that comes before the answer waits for it.
import { Input, type InputRef } from 'antd'
import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useId, useRef, useState } from 'react'

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
  const open = opened && items.length > 0
  const active = open ? items[Math.min(at, items.length - 1)] : undefined
  const pick = (item: I) => {
    setOpened(false)
    onPick(item)
  }
  const early = useEarlyEnter(items, waiting, pick)
  const step = (by: number) => {
    setOpened(true)
    setAt((now) => (open ? (now + by + items.length) % items.length : 0))
  }
  const enter = () => {
    if (waiting) early.expect()
    else if (active) pick(active)
    else onEnter?.()
  }
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || isHeld(event)) return
    const by = STEPS[event.key]
    if (by !== undefined || event.key === 'Enter') event.preventDefault()
    if (by !== undefined) step(by)
    else if (event.key === 'Enter') enter()
    else if (event.key === 'Escape') setOpened(false)
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
          early.forget()
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

const STEPS: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 }
const isHeld = ({ ctrlKey, metaKey, altKey }: KeyboardEvent) => ctrlKey || metaKey || altKey

/** An Enter pressed before the answer came takes its first entry as soon as it is there. */
function useEarlyEnter<I>(items: readonly I[], waiting: boolean, pick: (item: I) => void) {
  const expected = useRef(false)
  useEffect(() => {
    const first = items[0]
    if (!expected.current || waiting || !first) return
    expected.current = false
    pick(first)
  }, [items, waiting, pick])
  return {
    expect() {
      expected.current = true
    },
    forget() {
      expected.current = false
    },
  }
}

/** Whether what is shown still answers an earlier question. */
export const isWaiting = (typed: string, asked: string, found: { isPlaceholderData: boolean; isLoading: boolean }) =>
  typed !== '' && (asked !== typed || found.isPlaceholderData || found.isLoading)
