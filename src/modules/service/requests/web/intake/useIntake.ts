// The state of the intake: the call being written, what is wrong with it, and how it is changed.
import { useCallback, useState } from 'react'
import { useEstate, useMe } from '../../../../../ui/me.tsx'
import { useWords } from '../../../../../ui/words.ts'
import { words } from '../words.ts'
import {
  type CallDraft,
  type CallerDraft,
  emptyCall,
  emptyMatter,
  type MatterDraft,
  type Problem,
  problemsIn,
} from './draft.ts'
import { useKeptCall } from './kept.ts'

export type Intake = ReturnType<typeof useIntake>

export function useIntake() {
  const me = useMe()
  const { estateId, estates } = useEstate()
  const here = estateId ?? estates[0]?.id ?? null
  const { call, setCall, restored } = useKeptCall(me.id, () => emptyCall(here, 'phone'))
  const [tried, setTried] = useState(false)
  const t = useWords(words)
  const matter = call.matters[call.at] ?? call.matters[0] ?? emptyMatter(0)
  const change = useCallback((patch: Partial<CallDraft>) => setCall((now) => ({ ...now, ...patch })), [setCall])
  const changeCaller = useCallback(
    (patch: Partial<CallerDraft>) => setCall((now) => ({ ...now, caller: { ...now.caller, ...patch } })),
    [setCall],
  )
  const changeMatter = useCallback(
    (patch: Partial<MatterDraft>) =>
      setCall((now) => ({
        ...now,
        matters: now.matters.map((one, at) => (at === now.at ? { ...one, ...patch } : one)),
      })),
    [setCall],
  )
  const problems = tried ? problemsIn(call) : NONE
  const problemAt = (key: string, at?: number) => {
    const found = problems.find((problem) => problem.key === key && problem.at === at)
    return found ? t(`intake.problems.${found.code}`) : undefined
  }
  const reset = () => {
    // The next call comes the same way most of the time.
    setCall((now) => emptyCall(estateId ?? now.estateId, now.channel === 'hotline12345' ? 'phone' : now.channel))
    setTried(false)
  }
  return {
    call,
    setCall,
    matter,
    restored,
    change,
    changeCaller,
    changeMatter,
    problems,
    /** Of the call. */
    problemOf: (key: string) => problemAt(key),
    /** Of the matter in view. */
    problemOfMatter: (key: string) => problemAt(key, call.at),
    setTried,
    reset,
  }
}
const NONE: readonly Problem[] = []
