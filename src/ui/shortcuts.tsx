// Keyboard shortcuts and the hints that make them known.
import { useLayoutEffect, useRef } from 'react'

const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent)

/** `mod+k`, `alt+n`, `/`, `ctrl+enter`; a single letter is ignored while somebody types. */
export function useShortcut(keys: string, run: () => void, enabled = true) {
  const latest = useRef(run)
  // Not after the drawing: a key that is pressed as soon as the question is seen must count.
  useLayoutEffect(() => {
    latest.current = run
  })
  useLayoutEffect(() => {
    if (!enabled) return
    const press = (event: KeyboardEvent) => {
      if (event.isComposing || !matches(keys, event)) return
      event.preventDefault()
      latest.current()
    }
    window.addEventListener('keydown', press)
    return () => window.removeEventListener('keydown', press)
  }, [keys, enabled])
}

function matches(keys: string, event: KeyboardEvent): boolean {
  const parts = keys.toLowerCase().split('+')
  const key = parts.at(-1) ?? ''
  const held = parts
    .slice(0, -1)
    .map((part) => (part === 'mod' ? (isMac ? 'meta' : 'ctrl') : part))
    .toSorted()
  if (heldIn(event).join() !== held.join()) return false
  // With alt held some keyboards write another sign, so the place of the key decides.
  const pressed = event.altKey ? event.code.replace(/^(Key|Digit)/, '') : event.key
  return pressed.toLowerCase() === key && (held.length > 0 || !isTyping(event.target))
}
const heldIn = ({ altKey, ctrlKey, metaKey }: KeyboardEvent) =>
  [altKey && 'alt', ctrlKey && 'ctrl', metaKey && 'meta'].filter((one) => one !== false)
const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))

const SHOWN: Record<string, string> = { mod: isMac ? '⌘' : 'Ctrl', alt: isMac ? '⌥' : 'Alt', ctrl: 'Ctrl', enter: '↵' }
/** The keys as they stand on the keyboard; hidden from screen readers and on phones. */
export const Keys = ({ of }: { of: string }) => (
  <span className="kit-keys" aria-hidden="true">
    {of.split('+').map((key) => (
      <kbd key={key}>{SHOWN[key] ?? key.toUpperCase()}</kbd>
    ))}
  </span>
)
