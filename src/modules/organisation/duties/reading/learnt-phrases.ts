// Duties in the program's own words with what serves each, to learn from.
import { readdirSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { CAPABILITIES, type Capability } from '../../posts/contract.ts'

export type Example = { capability: Capability | null; text: string }

const folder = new URL('./learnt/', import.meta.url)
const Serving = z.enum(CAPABILITIES).or(z.literal('null').transform(() => null))

export const learntPhrases = (): Example[] =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.tsv'))
    .sort()
    .flatMap((name) => readFileSync(new URL(name, folder), 'utf8').trim().split('\n'))
    .map((line) => {
      const [capability, text = ''] = line.split('\t')
      return { capability: Serving.parse(capability), text }
    })
