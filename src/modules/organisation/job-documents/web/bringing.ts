// Sends a file and has it read; says in words why that was not possible.
import { CallError } from '../../../../platform/client.ts'
import { upload } from '../../../../ui/uploads.ts'
import { say, wordsOf } from '../../../../ui/words.ts'
import { MOST_FILE_BYTES } from '../contract.ts'
import { words } from './words.ts'

/** The words of what is wrong with the file, or the id under which it was uploaded. */
export async function sent(file: File): Promise<{ id: string } | { problem: string }> {
  // Nobody waits for an upload that will be refused.
  if (file.size > MOST_FILE_BYTES) return { problem: say(words, 'refusals.document.too_large') }
  try {
    return { id: await upload(file) }
  } catch (error) {
    return { problem: wordsOfUpload(error, file.name) }
  }
}

const AT_THE_DOOR = {
  'file.too_large': 'document.too_large',
  'file.empty': 'document.empty',
  'file.broken': 'document.broken',
} as const

/** What the store refuses before anybody has read the file. */
function wordsOfUpload(error: unknown, name: string): string {
  if (!(error instanceof CallError)) return wordsOf(error)
  const { code, details } = error
  if (code === 'file.too_large' || code === 'file.empty' || code === 'file.broken') {
    return say(words, `refusals.${AT_THE_DOOR[code]}`)
  }
  if (code !== 'file.type_not_allowed') return wordsOf(error)
  if (details.found === 'application/x-cfb') return say(words, 'bring.lockedOrOld')
  // It calls itself one that is read, and is not.
  return say(words, /\.(docx|xlsx|pdf)$/i.test(name) ? 'refusals.document.broken' : 'refusals.document.unknown_kind')
}
