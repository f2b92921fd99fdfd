// Forms on paper, read back by poppler as any reader of PDF sees them.
import { execFileSync, spawnSync } from 'node:child_process'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import type { Block, PrintedForm } from './form.ts'
import { printForm, printForms } from './print-form.ts'

const there = spawnSync('pdftotext', ['-v']).status === 0
const withPoppler = describe.skipIf(!there)

const FORM = {
  title: '派工单',
  company: '悦湖物业服务有限公司',
  number: 'PG-20261123-0007',
  subtitle: '项目：悦湖花园',
  language: 'zh',
  printedAt: new Date('2026-11-23T04:05:06Z'),
  printedBy: '陈晓',
  blocks: [],
} satisfies PrintedForm

const DISPATCH: Block[] = [
  {
    kind: 'grid',
    cells: [
      { label: '业主姓名', value: '王𬱖女士' },
      { label: '联系电话', value: '138****0001' },
      { label: '报修内容', value: '厨房水龙头漏水，台面下方积水，已关总阀。', span: 2 },
    ],
  },
  {
    kind: 'table',
    columns: [
      { label: '材料', width: 3 },
      { label: '金额（元）', width: 1, align: 'right' },
    ],
    rows: [['4 分陶瓷阀芯龙头', '68.00']],
    blankRows: 2,
    totals: [{ label: '合计', value: '68.00' }],
  },
  { kind: 'text', label: '处理结果', text: '更换阀芯，试水 10 分钟无渗漏。', minLines: 3 },
  {
    kind: 'choices',
    label: '客户意见',
    options: [
      { label: '满意', chosen: true },
      { label: '不满意', chosen: false },
    ],
  },
  {
    kind: 'signatures',
    signatures: [{ label: '客户签字' }, { label: '维修人员签字', name: '吴建国', on: '2026-11-23' }],
  },
  { kind: 'note', text: '保修期内同一故障免费返修。' },
]

/** The words of each page without the blanks between them, in the order in which they were drawn. */
function pagesOf(pdf: Buffer): string[] {
  const text = execFileSync('pdftotext', ['-raw', '-', '-'], { input: pdf, encoding: 'utf8' })
  return text.split('\f').slice(0, -1).map(squeezed)
}
/** What stands at the foot and the head of each page left out. */
const bodyOf = (pages: string[]) => pages.join('').replace(/打印时间.*?共\d+页|派工单（续）编号：PG-20261123-0007/g, '')
const printed = async (form: Partial<PrintedForm>) => pagesOf(await printForm({ ...FORM, ...form }))
const squeezed = (text: string) => text.replace(/\s+/g, '')

withPoppler(`a printed form${there ? '' : ' (skipped: poppler-utils is not installed)'}`, () => {
  test('says all that it was given, the rare characters too', async () => {
    const [page = ''] = await printed({ blocks: DISPATCH })
    const words = [
      '悦湖物业服务有限公司',
      '派工单',
      '项目：悦湖花园',
      '编号：PG-20261123-0007',
      '王𬱖女士',
      '138****0001',
    ]
    const more = ['厨房水龙头漏水，台面下方积水，已关总阀。', '68.00', '合计', '吴建国', '保修期内同一故障免费返修。']
    for (const word of [...words, ...more]) expect(page).toContain(squeezed(word))
    expect(page).toContain('打印时间：2026-11-2312:05')
    expect(page).toContain('打印人：陈晓')
  })

  test('is printed once for each copy, with the name of the copy at its edge and pages counted per copy', async () => {
    const copies = ['第一联 客户中心存', '第二联 工程部存', '第三联 财务部存', '第四联 客户存']
    const pages = await printed({ blocks: DISPATCH, copies })
    expect(pages).toHaveLength(4)
    for (const [at, page] of pages.entries()) {
      expect(page).toContain('第1页/共1页')
      expect(page).toContain(squeezed(copies[at] ?? ''))
    }
  })

  test('goes on over pages: the head of the table comes again, no row is lost', async () => {
    const rows = Array.from({ length: 90 }, (_, at) => [`2026-11-${at}`, `第 ${at} 次处理`])
    const columns = [
      { label: '时间', width: 1 },
      { label: '处理情况', width: 3 },
    ]
    const pages = await printed({ blocks: [{ kind: 'table', columns, rows }] })
    expect(pages.length).toBe(4)
    for (const [at, page] of pages.entries()) {
      expect(page).toContain('处理情况')
      expect(page).toContain(`第${at + 1}页/共4页`)
      expect(page).toContain('PG-20261123-0007')
      expect(page.includes('派工单（续）')).toBe(at > 0)
    }
    expect(bodyOf(pages).match(/第\d+次处理/g)).toEqual(rows.map((row) => squeezed(row[1] ?? '')))
  })

  test('divides a text that is longer than a page, with its label beside each part', async () => {
    const text = Array.from({ length: 260 }, (_, at) => `第${at}句，电梯又停了。`).join('')
    const pages = await printed({ paper: 'A5', blocks: [...DISPATCH, { kind: 'text', label: '投诉内容', text }] })
    expect(pages.length).toBeGreaterThan(2)
    expect(pages.filter((page) => page.includes('投诉内容')).length).toBeGreaterThan(1)
    const sentences = bodyOf(pages)
      .replaceAll('投诉内容', '')
      .match(/第\d+句/g)
    expect(sentences).toEqual(Array.from({ length: 260 }, (_, at) => `第${at}句`))
  })

  test('speaks English where it is asked to', async () => {
    const [page = ''] = await printed({
      language: 'en',
      title: 'Work order',
      blocks: [{ kind: 'grid', cells: [{ label: 'Customer', value: 'Ms Wang 😀' }] }],
      copies: ['Part 1 - Customer centre'],
    })
    expect(page).toContain('No.:PG-20261123-0007')
    expect(page).toContain('Printed2026-11-2312:05by陈晓')
    expect(page).toContain('Page1of1')
    expect(page).toContain('MsWang[emoji]')
  })

  test('shows pictures upright, and says so where one cannot be read', async () => {
    const photo = await sharp({ create: { width: 800, height: 400, channels: 3, background: '#285' } })
      .webp()
      .toBuffer()
    const pictures = [
      { bytes: photo, caption: '维修前' },
      { bytes: Buffer.from('no picture'), caption: '维修后' },
    ]
    const pdf = await printForm({ ...FORM, blocks: [{ kind: 'pictures', label: '照片', pictures }] })
    const [page = ''] = pagesOf(pdf)
    for (const word of ['维修前', '维修后', '图片无法显示']) expect(page).toContain(word)
    expect(pdf.toString('latin1').match(/\/Subtype \/Image/g)).toHaveLength(1)
    const [none = ''] = await printed({ blocks: [{ kind: 'pictures', label: '照片', pictures: [] }] })
    expect(none).toContain('无')
  })

  test('carries a stamp over every page', async () => {
    const [page = ''] = await printed({ blocks: DISPATCH, stamp: '作废' })
    expect(page).toMatch(/作.*废|废.*作/)
  })

  test('stands in one file with others, each counted for itself', async () => {
    const forms = [1, 2, 3].map((number) => ({ ...FORM, number: `TZ-${number}`, blocks: DISPATCH }))
    const pages = pagesOf(await printForms(forms))
    expect(pages.map((page) => /TZ-\d/.exec(page)?.[0])).toEqual(['TZ-1', 'TZ-2', 'TZ-3'])
    expect(pages.every((page) => page.includes('第1页/共1页'))).toBe(true)
  })
})

test('the same form makes the same file', async () => {
  const form = { ...FORM, blocks: DISPATCH }
  expect(await printForm(form)).toEqual(await printForm(form))
})
