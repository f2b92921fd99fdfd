// Columns of other people's sheets find their fields.
import { expect, test } from 'vitest'
import { type MappedField, proposeMapping } from './mapping.ts'

const FIELDS: MappedField[] = [
  { key: 'externalNo', label: { zh: '原编号', en: 'Original number' }, aliases: ['留言编号', '单号'], required: false },
  { key: 'reporter', label: { zh: '来件人', en: 'Caller' }, aliases: ['留言用户', '姓名', '业主姓名'], required: true },
  {
    key: 'receivedAt',
    label: { zh: '受理时间', en: 'Received at' },
    aliases: ['留言时间', '投诉时间'],
    required: true,
  },
  { key: 'text', label: { zh: '内容', en: 'Text' }, aliases: ['留言详情', '投诉内容'], required: true },
  { key: 'phone', label: { zh: '联系电话', en: 'Phone' }, aliases: ['手机号码'], required: false },
]

const found = (headers: string[]) => proposeMapping(headers, FIELDS).columns.map((column) => column.field)

test('known names are found whatever blanks, marks, widths and hints they carry', () => {
  expect(found(['留言编号', '留言用户', '留言主题', '留言时间', '留言详情', '反对数'])).toEqual([
    'externalNo',
    'reporter',
    undefined,
    'receivedAt',
    'text',
    undefined,
  ])
  expect(found(['*姓 名（必填）', 'RECEIVED AT', '联系电话：', '　内容\n'])).toEqual([
    'reporter',
    'receivedAt',
    'phone',
    'text',
  ])
})

test('names much like a known one are proposed as near, the likest first and each field once', () => {
  const { columns } = proposeMapping(['业主的姓名', '业主姓名', '投诉内容描述'], FIELDS)
  expect(columns.map(({ field, how }) => [field, how])).toEqual([
    [undefined, undefined],
    ['reporter', 'same'],
    ['text', 'near'],
  ])
})

test('required fields without a column are named', () => {
  expect(proposeMapping(['姓名', ''], FIELDS).missing).toEqual(['receivedAt', 'text'])
})

test('the reasons in a file of rejected rows are no field', () => {
  const fields = [...FIELDS, { key: 'why', label: { zh: '原因', en: 'Why' }, aliases: [], required: false }]
  expect(proposeMapping(['退回原因', '内容'], fields).columns[0]?.field).toBeUndefined()
})
