// Photos and signatures taken without signal: kept by the phone until what they belong to is sent.

const BASE = 'zhishou'
const STORE = 'kept-files'
const MARK = 'kept-'

export const isKeptFile = (id: string) => id.startsWith(MARK)

let base: Promise<IDBDatabase> | undefined
function opened(): Promise<IDBDatabase> {
  base ??= new Promise((done, fail) => {
    const asked = indexedDB.open(BASE, 1)
    asked.onupgradeneeded = () => asked.result.createObjectStore(STORE)
    asked.onsuccess = () => done(asked.result)
    asked.onerror = () => fail(asked.error ?? new Error('the phone keeps no files'))
  })
  return base
}
async function store<T>(mode: IDBTransactionMode, ask: (files: IDBObjectStore) => IDBRequest<T>): Promise<T> {
  const files = (await opened()).transaction(STORE, mode).objectStore(STORE)
  const asked = ask(files)
  return new Promise((done, fail) => {
    asked.onsuccess = () => done(asked.result)
    asked.onerror = () => fail(asked.error ?? new Error('the phone keeps no files'))
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
