// Why a start is refused, in one sentence.
import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { type Holder, holderOf, isStopping, type Lock, takeLock } from '../../platform/folder-lock.mjs'
import { DatabaseUnusable } from '../../platform/migrate.ts'
import { SettingsUnusable } from '../../platform/settings.ts'

export class StartRefused extends Error {
  override readonly name = 'StartRefused'
}

/** The one sentence, or undefined when the failure is a defect whose whole story is needed. */
export function sentenceOf(error: unknown): string | undefined {
  const expected = [StartRefused, DatabaseUnusable, SettingsUnusable].some((kind) => error instanceof kind)
  if (expected && error instanceof Error) return error.message
  if (codeOf(error) === 'ENOSPC') return 'The disk is full.'
  return portSentenceOf(error)
}

/** Somebody took the port between looking and listening. */
function portSentenceOf(error: unknown) {
  if (!(error instanceof Error && 'port' in error && 'address' in error && 'syscall' in error)) return undefined
  return error.syscall === 'listen' ? PORT_WHY[codeOf(error)]?.(String(error.address), Number(error.port)) : undefined
}

const codeOf = (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : '')

/** Tried before anything is done, so that a taken port costs nothing. */
export async function mustBeFree(host: string, port: number) {
  if (port === 0) return
  const failure = await new Promise<Error | undefined>((resolve) => {
    const probe = createServer()
    probe.once('error', resolve)
    probe.listen(port, host, () => probe.close(() => resolve(undefined)))
  })
  if (failure) throw new StartRefused(`${PORT_WHY[codeOf(failure)]?.(host, port) ?? failure.message}`)
}

const PORT_WHY: Record<string, (host: string, port: number) => string> = {
  EADDRINUSE: (_, port) =>
    `Port ${port} is taken by another program: stop it, or choose another with PORT=${port + 1}.`,
  EACCES: (_, port) => `Port ${port} may not be used by this user: choose one above 1023 with PORT=4180.`,
  EADDRNOTAVAIL: (host) => `HOST=${host} is not an address of this machine.`,
  ENOTFOUND: (host) => `HOST=${host} is not an address of this machine.`,
}

const LONGEST_STOP_MS = 30_000

/** The folder for this process alone, as long as it lives. */
export async function lockFolder(folder: string, doing: string, parents: number[] = []): Promise<Lock> {
  for (let waited = 0; ; waited += 100) {
    const { lock, holder } = tryLock(folder, doing, parents)
    if (lock) return lock
    if (!isStopping(holder) || waited >= LONGEST_STOP_MS) throw inUse(folder, holder)
    await sleep(100)
  }
}

function tryLock(folder: string, doing: string, parents: number[]) {
  try {
    return takeLock(folder, doing, parents)
  } catch (error) {
    const why = FOLDER_WHY[codeOf(error)]
    if (!why) throw error
    throw new StartRefused(`The data folder ${folder} cannot be written: ${why}.`)
  }
}

const FOLDER_WHY: Record<string, string> = {
  EACCES: 'this user may not',
  EPERM: 'this user may not',
  EROFS: 'the file system is read-only',
  ENOTDIR: 'part of its path is a file',
  EEXIST: 'there is a file of that name',
  ENOENT: 'part of its path cannot be made',
  ENOSPC: 'the disk is full',
}

/** Refuses before anything is touched when somebody works on the folder and is not about to stop. */
export function mustNotBeInUse(folder: string) {
  const holder = holderOf(folder)
  if (!holder || isStopping(holder)) return
  throw inUse(folder, holder)
}

function inUse(folder: string, { doing, address, pid }: Holder) {
  const where = address ? ` at ${address}` : ''
  return new StartRefused(`The data folder ${folder} is in use: ${doing} runs on it${where} (process ${pid}).`)
}
