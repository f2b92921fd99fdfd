// Names of files stay readable and become harmless.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { safeFileName } from './file-names.ts'

test.each([
  ['漏水照片（厨房）.JPG', '漏水照片（厨房）.JPG'],
  ['C:\\fakepath\\漏水.jpg', '漏水.jpg'],
  ['../../etc/漏水.jpeg', '漏水.jpeg'],
  ['a\u0000b\u202ec\n.jpg', 'abc.jpg'],
  ['照片.php', '照片.php.jpg'],
  ['照片', '照片.jpg'],
  ['a:b*c?.jpg', 'a_b_c_.jpg'],
  ['.jpg', 'jpg.jpg'],
  ['', 'file.jpg'],
  ['...', 'file.jpg'],
])('%j becomes %j', (given, kept) => {
  expect(safeFileName(given, 'image/jpeg')).toBe(kept)
})

test('a long name keeps its ending and is never longer than 120 characters', () => {
  expect(safeFileName(`${'漏'.repeat(300)}.png`, 'image/png')).toBe(`${'漏'.repeat(116)}.png`)
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
      const name = safeFileName(given, 'image/png')
      expect(name.length).toBeLessThanOrEqual(120)
      expect(name).toMatch(/^[^/\\\p{Cc}]+\.png$/iu)
      expect(name.isWellFormed() || !given.isWellFormed()).toBe(true)
    }),
  )
})
