// The source files as the architecture tests read them: path, text and imports.
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import ts from 'typescript6'

export type Source = { path: string; text: string }
const isCode = (path: string) => /\.tsx?$/.test(path)
export const isTest = (path: string) => /\.(test|e2e)\.tsx?$/.test(path)

export const sourcesUnder = (folder: string): Source[] =>
  readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter(isCode)
    .map((path) => ({ path, text: readFileSync(path, 'utf8') }))

/** Every module a file names, static or dynamic; relative ones as paths from the root. */
export function importsOf({ path, text }: Source): string[] {
  const { importedFiles } = ts.preProcessFile(text, true, true)
  return importedFiles.map(({ fileName }) =>
    fileName.startsWith('.') ? normalize(join(dirname(path), fileName)) : fileName,
  )
}

/** `src/modules/<wing>/<room>/<role>…`; a folder of a role counts as the role. */
export function roomOf(path: string): { wing: string; room: string; role: string } | undefined {
  const [, wing, room, rest] = path.match(/^src\/modules\/([^/]+)\/([^/]+)\/(.+)$/) ?? []
  if (!wing || !room || !rest) return undefined
  const [first = ''] = rest.split('/')
  return { wing, room, role: first.replace(/(\.test)?\.tsx?$/, '') }
}
