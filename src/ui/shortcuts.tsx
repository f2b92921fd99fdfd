// Keyboard shortcuts and the hints that make them known.
import { useEffect, useRef } from 'react'

const isMac = typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent)

/** `mod+k`, `alt+n`, `/`, `ctrl+enter`; a single letter is ignored while somebody types. */
export function useShortcut(keys: string, run: () => void, enabled = true) {
  const latest = useRef(run)
  useEffect(() => {
    latest.current = run
  })
  useEffect(() => {
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
  const wanted = keys.toLowerCase().split('+')
  const key = wanted.at(-1) ?? ''
  const ctrl = wanted.includes('ctrl') || (wanted.includes('mod') && !isMac)
  const meta = wanted.includes('mod') && isMac
  const alt = wanted.includes('alt')
  if (event.ctrlKey !== ctrl || event.metaKey !== meta || event.altKey !== alt) return false
  // With alt held some keyboards write another sign, so the place of the key decides.
  const pressed = alt ? event.code.replace(/^(Key|Digit)/, '').toLowerCase() : event.key.toLowerCase()
  return pressed === key && (ctrl || meta || alt || !isTyping(event.target))
}
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
