import { describe, expect, test } from 'vitest'
import { CAPABILITIES } from '../../posts/contract.ts'
import { KINDS, learntFrom } from './learnt.ts'
import { learntPhrases } from './learnt-phrases.ts'
import { phrases } from './trial.ts'

const all = learntPhrases()

const likeliest = (scores: Float32Array) => KINDS[scores.indexOf(Math.max(...scores))]

describe('the phrases to learn from', () => {
  test('are there for every capability and for none', () => {
    for (const kind of [...CAPABILITIES, null])
      expect(all.filter(({ capability }) => capability === kind).length, `${kind}`).toBeGreaterThanOrEqual(14)
  })
  test('stand there once', () => {
    expect(new Set(all.map(({ text }) => text)).size).toBe(all.length)
  })
  test('hold none of the phrases that the reading is tried on', () => {
    const learnt = new Set(all.map(({ text }) => text))
    expect(phrases().filter(({ text }) => learnt.has(text))).toEqual([])
  })
})

describe('what is learnt', () => {
  test('tells what serves phrases that were left out', () => {
    const isLeftOut = (_: unknown, at: number) => at % 5 === 0
    const learnt = learntFrom(all.filter((phrase, at) => !isLeftOut(phrase, at)))
    const leftOut = all.filter(isLeftOut)
    const right = leftOut.filter(({ capability, text }) => likeliest(learnt.scores(text)) === capability)
    expect(right.length / leftOut.length).toBeGreaterThan(0.6)
  })
  test('is the same every time, and says which words of the text speak', () => {
    const few = all.filter((_, at) => at % 7 === 0)
    const [one, other] = [learntFrom(few), learntFrom(few)]
    expect(one.scores('每月清点库房')).toEqual(other.scores('每月清点库房'))
    for (const { capability, text } of few)
      for (const word of capability ? one.wordsFor(text, capability) : []) expect(text).toContain(word)
  })
})
