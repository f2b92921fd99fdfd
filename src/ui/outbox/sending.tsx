// For pages of people who walk: a verb that finds no signal is kept and sent later, files with it.
import { createContext, useContext } from 'react'
import { addressOf, CallError } from '../../platform/client.ts'
import type { Endpoint } from '../../platform/contract.ts'
import { freshKey, type InputOf, useWrite, type Verb, type WriteOptions, type Writing } from '../api.ts'
import { tell } from '../tell.ts'
import { upload } from '../uploads.ts'
import { wordsOf } from '../words.ts'
import { isKeptFile, keepFile } from './kept-files.ts'
import { hasWaiting, keep } from './outbox.ts'
import { textsIn } from './queue.ts'

type Options<E extends Endpoint> = Pick<WriteOptions<E>, 'onDone'> & {
  onKept(): void
  /** Where the form remembers what was typed. */
  draft?: string
}
/** Like useWrite; behind what waits already it waits too, so that the order in which things were pressed holds. */
export function useSending<E extends Endpoint>(verb: Verb<E>, options: Options<E>): Writing<E> {
  const { onDone, onKept, draft } = options
  const wait = (sent: { input: InputOf<E>; key: string }) => {
    try {
      keep({ ...callOut(verb, sent.input), key: sent.key, ...(draft ? { draft } : {}) })
    } catch (problem) {
      return tell.failure(wordsOf(problem))
    }
    onKept()
  }
  const write = useWrite(verb, {
    quiet: true,
    ...(onDone ? { onDone } : {}),
    onFailed(problem, sent) {
      if (problem instanceof CallError && problem.status === 0) wait(sent)
      else tell.failure(wordsOf(problem))
    },
  })
  return {
    ...write,
    async run(input) {
      if (!hasWaiting() && !textsIn(input).some(isKeptFile)) return write.run(input)
      wait({ input, key: freshKey() })
      return undefined
    },
  }
}

function callOut<E extends Endpoint>({ noun, verb, endpoint }: Verb<E>, input: InputOf<E>) {
  const { method, url, body } = addressOf(noun, verb, endpoint, input)
  const given: Record<string, unknown> = { ...(typeof input === 'object' ? input : {}) }
  return { noun, verb, recordId: String(given.id), method, url, input: body ?? {} }
}

const KeepsFiles = createContext(false)
/** Within it, files that find no signal are kept by the phone; what is sent from there goes by `useSending`. */
export const FilesKept = ({ children }: { children: React.ReactNode }) => (
  <KeepsFiles.Provider value={true}>{children}</KeepsFiles.Provider>
)
export function useUpload(): (file: File) => Promise<string> {
  const keeps = useContext(KeepsFiles)
  return (file) =>
    upload(file).catch((error: unknown) => {
      if (keeps && error instanceof CallError && error.status === 0) return keepFile(file)
      throw error
    })
}
