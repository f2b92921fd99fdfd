// The list of customers as a workbook: the same filters, the same reach, phones masked and ID numbers left out.
import type { z } from 'zod'
import type { Ctx } from '../../../platform/context.ts'
import { exporter } from '../../../platform/exports/exporter.ts'
import { list } from './actions/reads.ts'
import { CustomerFilter, type Role } from './contract.ts'

const PAGE = 200
const ROLE_WORDS: Record<Role, { zh: string; en: string }> = {
  owner: { zh: '业主', en: 'Owner' },
  tenant: { zh: '租户', en: 'Tenant' },
  family: { zh: '家庭成员', en: 'Family' },
  contact: { zh: '联系人', en: 'Contact' },
  staff_of_firm: { zh: '单位员工', en: 'Staff of the firm' },
}
const KIND_WORDS = { person: { zh: '个人', en: 'Person' }, firm: { zh: '单位', en: 'Firm' } } as const

async function* rows(ctx: Ctx, query: z.output<typeof CustomerFilter>) {
  const say = ctx.user.locale === 'en' ? 'en' : 'zh'
  let after: string | undefined
  do {
    const page = await list(ctx, { ...query, limit: PAGE, after })
    for (const { name, kind, mainPhone, units, createdAt } of page.items) {
      const linked = units.map(({ code, role }) => `${code} ${ROLE_WORDS[role][say]}`).join('、')
      yield { name, kind: KIND_WORDS[kind][say], mainPhone, units: linked, createdAt }
    }
    after = page.next ?? undefined
  } while (after)
}

export const customerExporter = exporter({
  kind: 'customers',
  label: { zh: '客户', en: 'Customers' },
  permission: 'customers.read',
  query: CustomerFilter,
  columns: [
    { key: 'name', label: { zh: '姓名', en: 'Name' }, kind: 'text', width: 20 },
    { key: 'kind', label: { zh: '类型', en: 'Kind' }, kind: 'text', width: 10 },
    { key: 'mainPhone', label: { zh: '电话', en: 'Phone' }, kind: 'text', width: 18 },
    { key: 'units', label: { zh: '房屋', en: 'Units' }, kind: 'text', width: 40 },
    { key: 'createdAt', label: { zh: '建档时间', en: 'On record since' }, kind: 'instant', width: 18 },
  ],
  rows,
})
