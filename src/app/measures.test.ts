import { expect, test } from 'vitest'
import { standardProofs } from '../modules/organisation/duties/defaults/proofs.ts'
import { proofOf } from '../modules/organisation/duties/rules/proofs.ts'
import { standardPosts } from '../modules/organisation/posts/module.ts'
import { measures } from './measures.ts'

test('every duty of the catalogue that names a measure names one that a room has', () => {
  const uses = Object.entries(standardProofs).flatMap(([code, of]) => of.map((use) => ({ code, use })))
  expect(uses.filter(({ use }) => !proofOf(measures, use)).map(({ code, use }) => `${code} ${use.of}`)).toEqual([])
})

test('every measure is named for a duty that is in the catalogue', () => {
  const codes = new Set(Object.values(standardPosts).flatMap(({ duties }) => duties.map(({ code }): string => code)))
  expect(Object.keys(standardProofs).filter((code) => !codes.has(code))).toEqual([])
})
