// Keeps the board current: whatever changes in the rooms it counts has it read again, gathered to once in ten seconds.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { onChanges } from '../../../../ui/live.ts'

const COUNTED = ['requests', 'return-visits', 'work-orders', 'duties', 'tasks']
export const GATHER_MS = 10_000

export function useBoardKeptCurrent() {
  const queries = useQueryClient()
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let lookedAt = 0
    const look = () => {
      timer = undefined
      lookedAt = Date.now()
      void queries.invalidateQueries({ queryKey: ['board'] })
    }
    const stop = onChanges((nouns) => {
      if (!nouns.some((noun) => COUNTED.includes(noun))) return
      timer ??= setTimeout(look, Math.max(0, lookedAt + GATHER_MS - Date.now()))
    })
    return () => {
      stop()
      clearTimeout(timer)
    }
  }, [queries])
}
