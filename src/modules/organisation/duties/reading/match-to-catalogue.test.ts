import { expect, test } from 'vitest'
import { type CataloguePost, matchToCatalogue } from './match-to-catalogue.ts'
import { readJobDocument } from './read-job-document.ts'

const catalogue: CataloguePost[] = [
  {
    key: 'steward',
    title: '管家',
    duties: [
      { code: 'S1', by: ['patrols'], zh: '每天走遍责任区' },
      { code: 'S2', by: ['return-visits'], zh: '修完的都回访' },
    ],
  },
  { key: 'cashier', title: '收费员', duties: [{ code: 'K1', by: ['payments'], zh: '收款开票' }] },
]
const { posts } = readJobDocument(
  '楼宇管家岗位职责\n1、对已完成的维修逐一回访;\n2、每日巡查责任楼栋;\n3、保管会所钥匙。\n电工岗位职责\n1、检修配电设备;\n2、抄录电表。',
)

test('each duty is matched to the one of the catalogue that says the same, once, and posts unknown to it to none', () => {
  const matched = matchToCatalogue(posts, catalogue)
  expect(matched.map(({ post, key, duties }) => [post.title, key, ...duties.map(({ code }) => code)])).toEqual([
    ['楼宇管家', 'steward', 'S2', 'S1', undefined],
    ['电工', undefined, undefined, undefined],
  ])
})
test('a post of the catalogue goes to one post only', () => {
  const twice = [...posts.slice(0, 1), ...posts.slice(0, 1).map((post) => ({ ...post }))]
  expect(matchToCatalogue(twice, catalogue).map(({ key }) => key)).toEqual(['steward', undefined])
})
