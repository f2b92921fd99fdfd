import { describe, expect, test } from 'vitest'
import { readJobDocument } from './read-job-document.ts'
import { figuresOf, scoreOf, total } from './score.ts'
import { markedDocuments, type TrueDocument } from './truth.ts'

const TEXT = '保洁员岗位职责\n1、每天清扫楼道;\n2、清运垃圾。\n绿化工岗位职责\n1、修剪草坪;\n2、浇水施肥。'
const at = (words: string): [number, number] => [TEXT.indexOf(words), TEXT.indexOf(words) + words.length]
const truth: TrueDocument = {
  document: 'made up',
  sha256: '',
  models: 0,
  posts: [
    {
      key: 'cleaner',
      title: at('保洁员'),
      duties: [
        { at: [at('每天清扫楼道')], capability: ['patrols'], cadence: 'daily' },
        { at: [at('清运垃圾')], capability: ['contractors', 'patrols'] },
      ],
    },
    { key: 'gardener', title: at('绿化工'), duties: [{ at: [at('修剪草坪')], capability: ['patrols'] }] },
  ],
}

describe('the score', () => {
  const read = readJobDocument(TEXT)
  test('counts posts, duties and capabilities', () => {
    const score = scoreOf(truth, TEXT, read)
    expect(score).toEqual({
      document: 'made up',
      posts: { wanted: 2, read: 2, found: 2 },
      duties: { wanted: 3, read: 4, found: 3 },
      capability: { first: 2, accepted: 3 },
      cadence: { said: 1, right: 1 },
    })
    expect(figuresOf(total([score, score])).f1).toBeCloseTo(6 / 7)
  })
  test('does not count a duty under another post', () => {
    const swapped = read.posts.map((post, place) => ({ ...post, duties: read.posts.at(-1 - place)?.duties ?? [] }))
    const { duties } = scoreOf(truth, TEXT, { posts: swapped, models: [] })
    expect(duties.found).toBe(0)
  })
  test('is held against marks that keep no word of a text', () => {
    for (const { posts } of markedDocuments()) {
      for (const { duties, key } of posts) {
        expect(key).toMatch(/^[A-Za-z0-9]+$/)
        expect(duties.length).toBeGreaterThan(0)
      }
    }
  })
})
