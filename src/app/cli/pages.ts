// The command that builds the pages, for machines that serve them without npm start.
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { buildPages } from '../start/pages.ts'
import type { Answer } from './telling.ts'

const ROOT = dirname(dirname(dirname(dirname(fileURLToPath(import.meta.url)))))

export async function pages(): Promise<Answer> {
  const { needed, done } = buildPages(ROOT)
  await done
  return { lines: [needed ? 'The pages are built.' : 'The pages are up to date.'], json: { built: needed } }
}
