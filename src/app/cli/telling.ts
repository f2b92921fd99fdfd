// How commands speak: steps to standard error, the answer to standard output, as text or as one JSON object.
import { BackupUnusable } from '../../platform/backup/manifest.ts'
import { Refusal } from '../../platform/refusal.ts'
import { parseSettings, type Settings } from '../../platform/settings.ts'
import { sentenceOf } from '../start/refused.ts'

export type Answer = {
  /** For people. */
  lines: string[]
  /** For programs. */
  json: Record<string, unknown>
  /** Exit code 1 although the command did its work, for example a check that found something. */
  failed?: boolean
}
export type Command = { settings: Settings; onStep(text: string): void; now: Date }

/** The command could not be carried out; the message says why in one sentence. */
export class CommandRefused extends Error {
  override readonly name = 'CommandRefused'
}

export async function answer(options: { json?: boolean }, work: (command: Command) => Promise<Answer>) {
  try {
    const settings = parseSettings(process.env)
    const onStep = (text: string) => void (options.json || process.stderr.write(`  ${text}\n`))
    const { lines, json, failed = false } = await work({ settings, onStep, now: new Date() })
    process.stdout.write(options.json ? `${JSON.stringify(json)}\n` : `${lines.join('\n')}\n`)
    process.exitCode = failed ? 1 : 0
  } catch (error) {
    if (options.json) process.stdout.write(`${JSON.stringify({ error: sentenceFor(error) ?? String(error) })}\n`)
    if (!options.json || !sentenceFor(error)) tellFailure(error)
    process.exitCode = 1
  }
}

function sentenceFor(error: unknown) {
  if (error instanceof BackupUnusable || error instanceof CommandRefused) return error.message
  if (error instanceof Refusal) return sentenceOfRefusal(error)
  return sentenceOf(error)
}

function sentenceOfRefusal({ code, details }: Refusal) {
  if (code === 'access.not_granted') return `This person lacks the permission ${String(details.permission)}.`
  return `Refused: ${code} ${JSON.stringify(details)}`
}

/** One sentence where one is enough; a defect with its whole story. */
export function tellFailure(error: unknown) {
  const sentence = sentenceFor(error)
  if (sentence) process.stderr.write(`${sentence}\n`)
  else console.error(error)
}
