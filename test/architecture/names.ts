// How files and what they give out may be called, and how a file begins.
import { basename } from 'node:path'
import { isTest, type Source } from './sources.ts'

/** Names under which anything could stand. */
const EMPTY_WORDS = ['utils', 'util', 'helpers', 'helper', 'common', 'misc', 'manager', 'service', 'data', 'info']
const EMPTY_ENDS = /(?:Dto|Entity|Utils?|Helpers?|Impl)$/
const GIVEN_OUT = /^export (?:async )?(?:function\*?|const|type|class) (\w+)/gm

export const nameFaults = (sources: readonly Source[]): string[] =>
  sources.flatMap(({ path, text }) => {
    const stem = basename(path).replace(/\..*$/, '')
    const folders = path.split('/').slice(0, -1)
    const places = path.startsWith('src/modules/') ? folders.slice(3) : folders
    const empty = [stem, ...places].filter((word) => EMPTY_WORDS.includes(word.toLowerCase()))
    const names = [...text.matchAll(GIVEN_OUT)].map(([, name = '']) => name)
    return [
      ...empty.map((word) => `${path}: ${word} says nothing`),
      ...names.filter((name) => EMPTY_ENDS.test(name) || /^handle[A-Z]/.test(name)).map((name) => `${path}: ${name}`),
    ]
  })

/** The first line says what is in the file. */
export const silentFiles = (sources: readonly Source[]): string[] =>
  sources
    .filter(
      ({ path, text }) =>
        !isTest(path) && !path.endsWith('.d.ts') && !/^(?:#!.*\n)?(?:\/\/|\/\*\*) ?\S+ \S+/.test(text),
    )
    .map(({ path }) => path)

/** Doors list what they give; a file that passes everything on hides who uses what. */
export const barrels = (sources: readonly Source[]): string[] =>
  sources.filter(({ text }) => /^export \* from/m.test(text)).map(({ path }) => path)
