// Removes bytes that no row refers to, without ever removing what is being put at the same moment.
import { setTimeout as pause } from 'node:timers/promises'
import { type BlobName, blobKey, blobOfKey, sweepingKey, thumbnailKey } from './blob-keys.ts'
import { GRACE_MS, type Shelf, type Shelved } from './shelf.ts'

export type Sweep = {
  now: Date
  /** Which of these a row of this company still refers to. */
  keptOf: (companyId: string, sha256s: string[]) => Promise<Iterable<string>>
}
export type Swept = { looked: number; removed: number; bytes: number }

type Candidate = Shelved & BlobName

const BATCH = 500
/** A sweep gives up on a blob when it has taken this long between marking and removing it. */
const SWEEP_DEADLINE_MS = 30_000
/** A mark older than this was left by a sweep that died. */
const MARK_DIES_MS = 2 * SWEEP_DEADLINE_MS

/**
 * The side of a put: returns when the bytes are there and young, and no sweep is at work on them. A sweep that removed the file while its
 * age was being written, and took its mark away as well, is noticed by the last look.
 */
export async function keepOnShelf(shelf: Shelf, name: BlobName, path: string): Promise<void> {
  const key = blobKey(name)
  do {
    if (!(await shelf.refresh(key))) await shelf.write(key, path)
  } while ((await waitForSweep(shelf, name)) || !(await shelf.find(key)))
}

/** Waits until no sweep works on this blob; true when one did, so that the bytes may have gone. */
async function waitForSweep(shelf: Shelf, name: BlobName): Promise<boolean> {
  let waited = false
  for (;;) {
    const mark = await shelf.find(sweepingKey(name))
    if (!mark || Date.now() - mark.modifiedAt.getTime() > MARK_DIES_MS) return waited
    waited = true
    await pause(100)
  }
}

/**
 * The side of the sweep, one at a time. A put makes the blob young and then looks for a mark; the sweep sets the mark and then looks whether the blob is
 * young. Whichever comes second sees the other, so a put that returned keeps its bytes for the whole grace period.
 */
export async function sweepShelf(shelf: Shelf, { now, keptOf }: Sweep): Promise<Swept> {
  const swept: Swept = { looked: 0, removed: 0, bytes: 0 }
  for await (const batch of oldBlobs(shelf, now)) {
    swept.looked += batch.length
    for (const candidate of await unkept(batch, keptOf)) {
      if (!(await sweepOne(shelf, candidate, now))) continue
      swept.removed += 1
      swept.bytes += candidate.bytes
    }
  }
  return swept
}

async function sweepOne(shelf: Shelf, candidate: Candidate, now: Date): Promise<boolean> {
  const startedAt = performance.now()
  await shelf.write(sweepingKey(candidate), Buffer.from('sweeping'))
  try {
    const found = await shelf.find(blobKey(candidate))
    if (!found || !isOld(found, now) || performance.now() - startedAt > SWEEP_DEADLINE_MS) return false
    await shelf.remove(thumbnailKey(candidate))
    await shelf.remove(blobKey(candidate))
    return true
  } finally {
    await shelf.remove(sweepingKey(candidate))
  }
}

/** Batches of one company each. */
async function* oldBlobs(shelf: Shelf, now: Date): AsyncGenerator<Candidate[]> {
  let batch: Candidate[] = []
  for await (const shelved of shelf.list('')) {
    const name = blobOfKey(shelved.key)
    if (!name || !isOld(shelved, now)) continue
    if (batch.length === BATCH || (batch[0] && batch[0].companyId !== name.companyId)) {
      yield batch
      batch = []
    }
    batch.push({ ...shelved, ...name })
  }
  if (batch.length > 0) yield batch
}

async function unkept(batch: Candidate[], keptOf: Sweep['keptOf']): Promise<Candidate[]> {
  const [first] = batch
  if (!first) return []
  const kept = new Set(
    await keptOf(
      first.companyId,
      batch.map((candidate) => candidate.sha256),
    ),
  )
  return batch.filter((candidate) => !kept.has(candidate.sha256))
}

const isOld = (shelved: Shelved, now: Date) => now.getTime() - shelved.modifiedAt.getTime() > GRACE_MS
