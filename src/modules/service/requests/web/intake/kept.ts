// Keeps what is being typed in this browser until it is saved: neither a failure nor a reload loses a word.
import { useEffect, useRef, useState } from 'react'
import { type CallDraft, isUntouched } from './draft.ts'

const LONGEST_DAYS = 3
type Kept = { at: number; call: CallDraft }

/** The figure changes with the form of what is kept, so that no old form is read as a new one. */
const nameFor = (userId: string) => `zhishou.intake.1.${userId}`

export function useKeptCall(userId: string, empty: () => CallDraft) {
  const name = nameFor(userId)
  const [first] = useState(() => read(name))
  const [call, setCall] = useState<CallDraft>(() => first ?? empty())
  const latest = useRef(call)
  useEffect(() => {
    latest.current = call
    const timer = setTimeout(() => keep(name, call), 200)
    return () => clearTimeout(timer)
  }, [name, call])
  // Whoever leaves within these milliseconds loses nothing either.
  useEffect(() => {
    const keepNow = () => keep(name, latest.current)
    window.addEventListener('pagehide', keepNow)
    return () => {
      window.removeEventListener('pagehide', keepNow)
      keepNow()
    }
  }, [name])
  return { call, setCall, restored: first !== undefined }
}

function keep(name: string, call: CallDraft) {
  try {
    if (isUntouched(call)) localStorage.removeItem(name)
    else localStorage.setItem(name, JSON.stringify({ at: Date.now(), call } satisfies Kept))
  } catch {
    // A browser that keeps nothing is no reason to stop taking calls.
  }
}

function read(name: string): CallDraft | undefined {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(name) ?? 'null')
    return isKept(kept) && Date.now() - kept.at < LONGEST_DAYS * 86_400_000 ? kept.call : undefined
  } catch {
    return undefined
  }
}
const isKept = (value: unknown): value is Kept =>
  typeof value === 'object' &&
  value !== null &&
  'at' in value &&
  typeof value.at === 'number' &&
  'call' in value &&
  typeof value.call === 'object' &&
  value.call !== null &&
  'matters' in value.call &&
  Array.isArray(value.call.matters) &&
  value.call.matters.length > 0
