// Identifiers made by the program: UUID version 7, so that keys grow with time and indexes stay dense at their end.
import { getRandomValues } from 'node:crypto'

let lastMs = 0
let counter = 0

/** UUIDv7 (RFC 9562): 48 bits of milliseconds, 12 bits that count within one millisecond, 62 random bits. */
export function newId(now = Date.now()): string {
  if (now > lastMs) {
    lastMs = now
    counter = 0
  } else {
    counter += 1
    if (counter > 0xfff) {
      lastMs += 1
      counter = 0
    }
  }
  const bytes = getRandomValues(new Uint8Array(8))
  const random = Buffer.from(bytes).toString('hex')
  const time = lastMs.toString(16).padStart(12, '0')
  const variant = (0x8 | (Number.parseInt(random.slice(0, 1), 16) & 0x3)).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}-${variant}${random.slice(1, 4)}-${random.slice(4)}`
}
