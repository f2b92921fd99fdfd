// Eleven documents that other companies wrote, marked by hand, where this machine has them.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { standardPosts } from '../../posts/module.ts'
import { matchToCatalogue } from './match-to-catalogue.ts'
import { readJobFile } from './read-job-file.ts'
import { figuresOf, scoreOf, total } from './score.ts'
import { isMarkedIn, markedDocuments } from './truth.ts'

const FOLDER = join(import.meta.dirname, '../../../../../../shared/data/job-documents')
const there = existsSync(FOLDER)
const marked = markedDocuments()

describe.skipIf(!there)(
  `documents that a person marked${there ? '' : ' (skipped: ../shared/data is not here)'}`,
  async () => {
    const files = there ? readdirSync(FOLDER).map((name) => ({ name, bytes: readFileSync(join(FOLDER, name)) })) : []
    const read = await Promise.all(
      marked.flatMap((truth) => {
        const file = files.find(({ bytes }) => isMarkedIn(truth, bytes))
        return file ? [readJobFile(file.bytes, file.name).then((one) => ({ truth, ...one }))] : []
      }),
    )

    test('are all there, unchanged', () => {
      expect(read.map(({ truth }) => truth.document)).toEqual(marked.map(({ document }) => document))
    })
    test('are read with their posts, their duties under their own post, and what serves them', () => {
      const figures = figuresOf(total(read.map(({ truth, text, document }) => scoreOf(truth, text, document))))
      expect(figures.postRecall).toBeGreaterThanOrEqual(0.95)
      expect(figures.postPrecision).toBeGreaterThanOrEqual(0.95)
      expect(figures.f1).toBeGreaterThanOrEqual(0.9)
      expect(figures.capabilityRight).toBeGreaterThanOrEqual(0.88)
      expect(figures.cadenceRight).toBeGreaterThanOrEqual(0.9)
    })
    test('are read as many posts and models as they hold, those that stand twice counted once', () => {
      const first = read.find(({ truth }) => truth.document === '00')
      expect(first?.document.posts).toHaveLength(17)
      expect(first?.document.models).toHaveLength(1)
    })
    test('lead to the duties of the catalogue, post by post', () => {
      const first = read.find(({ truth }) => truth.document === '00')
      const matched = matchToCatalogue(first?.document.posts ?? [], Object.values(standardPosts))
      const codes = matched.flatMap(({ duties }) => duties.map(({ code }) => code))
      // The first document is the one the catalogue was made from, so its duties stand there in their order.
      const wanted = (first?.truth.posts ?? []).flatMap(({ key, duties }) => duties.map((_, at) => `${key}.${at + 1}`))
      const right = wanted.filter((code, at) => codes[at] === code)
      expect(right.length / wanted.length).toBeGreaterThan(0.95)
    })
  },
)
