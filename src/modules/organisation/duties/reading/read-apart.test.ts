import { expect, test } from 'vitest'
import { MESSY_DOCUMENT } from '../../../../../test/support/job-document.ts'
import { standardPosts } from '../../posts/module.ts'
import { type Given, read, readApart } from './read-apart.ts'

const catalogue = Object.values(standardPosts).map(({ key, title, duties }) => ({ key, title, duties }))
const given = (source: Given['source']): Given => ({ source, name: '职责.txt', catalogue })
const long = `${MESSY_DOCUMENT}\n${Array.from({ length: 400 }, (_, at) => `${at + 4}、每天巡查第 ${at + 1} 号楼的消防通道`).join('\n')}`

test('a long document is read in a thread, to the same end, while this one works on', async () => {
  let turns = 0
  const clock = setInterval(() => {
    turns += 1
  }, 5)
  const apart = await readApart(given(long))
  clearInterval(clock)
  expect(turns).toBeGreaterThan(10)
  expect(apart.posts.flatMap(({ duties }) => duties).length).toBeGreaterThan(100)
  expect(apart).toEqual(await read(given(long)))
})

test('what cannot be read is refused from there as from here', async () => {
  const letter = `各位业主：${'周六停水检修，请提前储水。'.repeat(400)}`
  await expect(readApart(given(letter))).rejects.toMatchObject({ code: 'document.not_job_document' })
  await expect(readApart(given(new Uint8Array()))).rejects.toMatchObject({ code: 'document.empty' })
})
