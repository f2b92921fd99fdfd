// Photos and signatures taken without signal: kept by the phone until what they belong to is sent.

const BASE = 'zhishou'
const STORE = 'kept-files'
const MARK = 'kept-'

export const isKeptFile = (id: string) => id.startsWith(MARK)

let base: Promise<IDBDatabase> | undefined
/** Opened anew after a failure, and after the browser closed it in the background. */
function opened(): Promise<IDBDatabase> {
  const forget = () => {
    base = undefined
  }
  base ??= new Promise<IDBDatabase>((done, fail) => {
    const asked = indexedDB.open(BASE, 1)
    asked.onupgradeneeded = () => asked.result.createObjectStore(STORE)
    asked.onsuccess = () => {
      asked.result.onclose = forget
      done(asked.result)
    }
    asked.onerror = () => fail(asked.error ?? NO_STORE)
  }).catch((error: unknown) => {
    forget()
    throw error
  })
  return base
}
const NO_STORE = new Error('the phone keeps no files')

/** Done when it is on the disk, not when it is asked. */
async function store<T>(mode: IDBTransactionMode, ask: (files: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const transaction = (await opened()).transaction(STORE, mode)
  const asked = ask(transaction.objectStore(STORE))
  return new Promise((done, fail) => {
    transaction.oncomplete = () => done(asked.result)
    transaction.onabort = () => fail(transaction.error ?? NO_STORE)
  })
}

/** Kept as bytes: some browsers lose files that are stored whole. */
type Kept = { name: string; type: string; bytes: ArrayBuffer }
export async function keepFile(file: File): Promise<string> {
  const id = `${MARK}${Date.now()}-${Math.random().toString(36).slice(2)}`
  const kept: Kept = { name: file.name, type: file.type, bytes: await file.arrayBuffer() }
  await store('readwrite', (files) => files.put(kept, id))
  return id
}
export async function keptFile(id: string): Promise<File | undefined> {
  const kept: Kept | undefined = await store('readonly', (files) => files.get(id))
  return kept ? new File([kept.bytes], kept.name, { type: kept.type }) : undefined
}
export const dropFile = (id: string) => store('readwrite', (files) => files.delete(id))

/** Gives up what was kept before that time and stands in nothing any more. The id says when it was kept. */
export async function sweepFiles(named: ReadonlySet<string>, before: number) {
  const ids = (await store('readonly', (files) => files.getAllKeys())).map(String)
  for (const id of ids) if (!named.has(id) && Number(id.slice(MARK.length).split('-')[0]) < before) await dropFile(id)
}
