// A folder as the place that keeps bytes.
import { copyFile, link, mkdir, open, readdir, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { draftIn } from './incoming.ts'
import type { Shelf, Shelved } from './shelf.ts'

/** `incoming` must lie on the same file system, because a rename is what makes a write whole. */
export function openFolderShelf(root: string, incoming: string): Shelf {
  const pathOf = (key: string) => join(root, ...key.split('/'))
  return {
    async write(key, from) {
      const draft = await drafted(incoming, from)
      const path = pathOf(key)
      const created = await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      await rename(draft, path)
      await syncFolders(dirname(path), created === undefined ? dirname(path) : dirname(created))
    },
    async refresh(key) {
      const now = new Date()
      return utimes(pathOf(key), now, now).then(
        () => true,
        (error) => absent(error, false),
      )
    },
    async read(key, range) {
      const file = await open(pathOf(key))
      return file.createReadStream(range)
    },
    async find(key) {
      return stat(pathOf(key)).then(
        (found) => ({ key, bytes: found.size, modifiedAt: found.mtime }),
        (error) => absent(error, undefined),
      )
    },
    async remove(key) {
      await rm(pathOf(key), { force: true })
    },
    list: (prefix) => filesUnder(root, prefix),
    close() {},
  }
}

/** A draft of this write's own, flushed: the caller's file stays where it is, because a swept blob is written a second time. */
async function drafted(incoming: string, from: string | Buffer): Promise<string> {
  const path = draftIn(incoming)
  if (typeof from !== 'string') {
    await mkdir(incoming, { recursive: true, mode: 0o700 })
    await writeFile(path, from, { flag: 'wx', mode: 0o600, flush: true })
  } else {
    // Some file systems know no links.
    await link(from, path).catch(() => copiedAndFlushed(from, path))
  }
  return path
}

async function copiedAndFlushed(from: string, to: string): Promise<void> {
  await copyFile(from, to)
  await using copy = await open(to, 'r+')
  await copy.sync()
}

/** A renamed file survives a power cut only when its folder has been flushed, and a new folder only when its parent has. */
async function syncFolders(from: string, upTo: string): Promise<void> {
  // Windows opens no folders and flushes renames by itself.
  if (process.platform === 'win32') return
  for (let folder = from; ; folder = dirname(folder)) {
    await using opened = await open(folder)
    await opened.sync()
    if (folder === upTo || folder === dirname(folder)) return
  }
}

async function* filesUnder(root: string, prefix: string): AsyncGenerator<Shelved> {
  const folder = join(root, ...prefix.split('/'))
  const entries = await readdir(folder, { withFileTypes: true }).catch((error) => absent(error, []))
  for (const entry of entries.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const key = `${prefix}${entry.name}`
    if (entry.isDirectory()) {
      yield* filesUnder(root, `${key}/`)
    } else {
      const found = await stat(join(folder, entry.name)).catch((error) => absent(error, undefined))
      if (found) yield { key, bytes: found.size, modifiedAt: found.mtime }
    }
  }
}

function absent<T>(error: unknown, otherwise: T): T {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return otherwise
  throw error
}
