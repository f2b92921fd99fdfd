import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readPosts, scorePosts } from './posts.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'posts-'))
})
afterAll(() => rm(folder, { recursive: true }))

async function fileOf(name: string, content: string | Buffer): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

describe('zhishou posts read', () => {
  test('prints posts with their duties, and the same as JSON', async () => {
    const text = '楼宇管家岗位职责\n直接上级:客服主管\n1、每日巡查责任区;\n2、回访已完成的维修。'
    const { lines, json } = await readPosts(await fileOf('管家.txt', text))
    expect(lines.join('\n')).toContain('楼宇管家（上级：客服主管')
    expect(json).toMatchObject({
      posts: [
        {
          title: '楼宇管家',
          reportsTo: '客服主管',
          duties: [
            { text: '每日巡查责任区', cadence: 'daily', capability: 'patrols' },
            { text: '回访已完成的维修', cadence: 'weekly', capability: 'return-visits' },
          ],
        },
      ],
      models: [],
    })
  })
  test.each([
    ['大.txt', Buffer.alloc(50 * 1024 * 1024, 0x20), '文件太大'],
    ['空.txt', '', '里面没有文字'],
    ['坏.docx', Buffer.from('504b030400000000', 'hex'), '文件已损坏'],
    ['诗.txt', '床前明月光，疑是地上霜。', '没有认出岗位和职责'],
  ])('says in a sentence why %s cannot be read', async (name, content, sentence) => {
    await expect(readPosts(await fileOf(name, content))).rejects.toThrow(sentence)
  })
  test('says so when there is no such file', async () => {
    await expect(readPosts(join(folder, 'nowhere.txt'))).rejects.toThrow('cannot be read')
  })
})

test('zhishou posts score wants a folder with marked documents', async () => {
  await expect(scorePosts(folder)).rejects.toThrow('none of the documents')
  await expect(scorePosts(join(folder, 'nowhere'))).rejects.toThrow('cannot be read')
})
