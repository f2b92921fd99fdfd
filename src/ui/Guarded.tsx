// A piece of a page that may fail without taking the page with it.
import { CatchBoundary } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Failure } from './Loaded.tsx'

export const Guarded = ({ children }: { children: ReactNode }) => (
  <CatchBoundary
    getResetKey={() => window.location.pathname}
    errorComponent={({ error, reset }) => <Failure of={asError(error)} retry={reset} />}
  >
    {children}
  </CatchBoundary>
)
const asError = (thrown: unknown) => (thrown instanceof Error ? thrown : new Error(String(thrown)))
