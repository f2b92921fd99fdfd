// A sheet as it will be once what waits for signal is sent, so that the next step can be taken before that. Pure.
import { type Entry, isWaiting } from '../../../../../ui/outbox/queue.ts'
import type { State } from '../../states.ts'

type After = { status?: State; can: string[] }
/** What needs the server's figures or another person comes only after it was sent. */
const AFTER: Readonly<Record<string, After>> = {
  take: { status: 'taken', can: ['arrive', 'hold', 'handOver', 'decline'] },
  arrive: { status: 'on_site', can: ['complete', 'quote', 'hold', 'handOver'] },
  hold: { status: 'on_hold', can: [] },
  complete: { status: 'completed', can: [] },
}
const NOTHING: After = { can: [] }

export function asIfSent<S extends { id: string; status: State; can: string[] }>(sheet: S, queue: readonly Entry[]): S {
  let now = sheet
  for (const entry of queue) {
    if (entry.recordId === sheet.id && isWaiting(entry)) now = { ...now, ...(AFTER[entry.verb] ?? NOTHING) }
  }
  return now === sheet ? sheet : { ...now, can: [...now.can, ...sheet.can.filter((verb) => verb === 'reveal')] }
}
