// The pages' way to the server: typed calls over fetch, reads and writes as hooks, failures as words.
import { keepPreviousData, QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import type { z } from 'zod'
import { addressOf, CallError, type Send } from '../platform/client.ts'
import type { Endpoint, Resource, Verbs } from '../platform/contract.ts'
import { isLive } from './live.ts'
import { tell } from './tell.ts'
import { wordsOf } from './words.ts'

/** One verb of one resource, as the hooks take it. */
export type Verb<E extends Endpoint = Endpoint> = { readonly noun: string; readonly verb: string; readonly endpoint: E }
export type Api<V extends Verbs> = { readonly [K in keyof V]: Verb<V[K]> }
export type InputOf<E extends Endpoint> = z.input<E['input']>
export type AnswerOf<E extends Endpoint> = z.output<E['output']>

export function apiOf<V extends Verbs>({ noun, verbs }: Resource<V>): Api<V> {
  const pairs = Object.entries(verbs).map(([verb, endpoint]) => [verb, { noun, verb, endpoint }])
  return Object.fromEntries(pairs) as Api<V> // reason: keys and endpoints are those of the contract by construction
}

const signedOutListeners = new Set<() => void>()
/** Called when the server no longer knows who is asking. */
export function onSignedOut(listener: () => void) {
  signedOutListeners.add(listener)
  return () => {
    signedOutListeners.delete(listener)
  }
}

type Outgoing = Parameters<Send>[0] & { signal?: AbortSignal }
/** One call as it goes out, whatever answer it gets. */
export async function sendWith({ method, url, body, headers, signal }: Outgoing) {
  const response = await reach(url, {
    method,
    credentials: 'same-origin',
    headers: { accept: 'application/json', ...(body === undefined ? {} : JSON_BODY), ...headers },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal ? { signal } : {}),
  })
  const answer: unknown = await response.json().catch(() => undefined)
  if (response.status === 401 && isRequired(answer)) for (const listener of signedOutListeners) listener()
  return { status: response.status, body: answer }
}
const JSON_BODY = { 'content-type': 'application/json' }
const isRequired = (answer: unknown) =>
  typeof answer === 'object' && answer !== null && 'code' in answer && answer.code === 'session.required'

/** fetch, with a lost network as the failure that has words. */
export async function reach(url: string, init: RequestInit) {
  try {
    return await fetch(url, init)
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error
    throw new CallError(0, { code: 'unreachable' })
  }
}

/** One call, as a promise that throws CallError. */
export async function callOf<E extends Endpoint>(
  { noun, verb, endpoint }: Verb<E>,
  input: InputOf<E>,
  { key, signal }: { key?: string; signal?: AbortSignal } = {},
): Promise<AnswerOf<E>> {
  const address = addressOf(noun, verb, endpoint, input)
  const headers: Record<string, string> = key ? { 'idempotency-key': key } : {}
  const answer = await sendWith({ ...address, headers, ...(signal ? { signal } : {}) })
  if (answer.status === 0 || answer.status >= 400) throw new CallError(answer.status, answer.body)
  return answer.body as AnswerOf<E> // reason: the server answers through the same contract
}

/** The address of a `file` verb. */
export const fileUrl = <E extends Endpoint>({ noun, verb, endpoint }: Verb<E>, input: InputOf<E>) =>
  addressOf(noun, verb, endpoint, input).url

export const queryClientOf = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        gcTime: 5 * 60_000,
        refetchOnWindowFocus: true,
        retry: (failures, error) => isPassing(error) && failures < 2,
      },
    },
  })
const isPassing = (error: unknown) => error instanceof CallError && (error.status === 0 || error.status === 503)

export type ReadOptions = {
  enabled?: boolean
  /** Old rows stay in view while new ones load. */
  keep?: boolean
  /** Milliseconds between looks, for what no live change announces. */
  every?: number
}
export const useRead = <E extends Endpoint>(verb: Verb<E>, input: InputOf<E>, options: ReadOptions = {}) =>
  useQuery<AnswerOf<E>, Error>({
    queryKey: [verb.noun, verb.verb, input],
    queryFn: ({ signal }) => callOf(verb, input, { signal }),
    enabled: options.enabled ?? true,
    ...(options.keep ? { placeholderData: keepPreviousData } : {}),
    ...(options.every ? { refetchInterval: options.every } : {}),
  })

export type Writing<E extends Endpoint> = {
  /** Sends; the answer, or undefined when it failed. */
  run(input: InputOf<E>): Promise<AnswerOf<E> | undefined>
  running: boolean
  problem: Error | undefined
  clear(): void
}
export type WriteOptions<E extends Endpoint> = {
  quiet?: boolean
  onDone?(answer: AnswerOf<E>): void
  onFailed?(problem: Error, sent: { input: InputOf<E>; key: string }): void
}

export function useWrite<E extends Endpoint>(verb: Verb<E>, options: WriteOptions<E> = {}): Writing<E> {
  const queries = useQueryClient()
  const keyFor = useSendingKey()
  const mutation = useMutation<AnswerOf<E>, Error, InputOf<E>>({
    // Without signal it fails at once, in words, instead of waiting for signal unseen.
    networkMode: 'always',
    mutationFn: (input) => callOf(verb, input, { key: keyFor.now(input) }),
    onSuccess: (answer) => {
      keyFor.renew()
      // Without the live channel nobody tells which other records changed with this one.
      void queries.invalidateQueries(isLive() ? { queryKey: [verb.noun] } : {})
      options.onDone?.(answer)
    },
    onError: (error, input) => {
      if (!options.quiet) tell.failure(wordsOf(error))
      options.onFailed?.(error, { input, key: keyFor.now(input) })
    },
  })
  return {
    run: async (input) => mutation.mutateAsync(input).catch(() => undefined),
    running: mutation.isPending,
    problem: mutation.error ?? undefined,
    clear: mutation.reset,
  }
}

/** One key as long as the same thing is being sent: a second click or a retry after a lost answer carries the first one's. */
function useSendingKey() {
  const kept = useRef<{ input: string; key: string } | undefined>(undefined)
  return {
    now(input: unknown) {
      const text = JSON.stringify(input) ?? ''
      if (kept.current?.input !== text) kept.current = { input: text, key: freshKey() }
      return kept.current.key
    },
    renew() {
      kept.current = undefined
    },
  }
}
/** randomUUID exists on https and localhost only; a phone in the office may come over plain http. */
export const freshKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
