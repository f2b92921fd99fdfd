// Dispatch sheets in the search box of the header.
import { callOf } from '../../../../ui/api.ts'
import type { Finder } from '../../../../ui/pages.ts'
import { api } from './calls.ts'
import { wordIn } from './fields.tsx'
import { placeOf } from './looks.tsx'

export const finder: Finder = {
  label: { zh: '派工单', en: 'Dispatch sheets' },
  order: 30,
  needs: 'work-orders.read',
  async find(text, signal) {
    const { items } = await callOf(api.list, { q: text, limit: 5 }, { signal })
    return items.map((sheet) => ({
      key: sheet.id,
      title: `${sheet.no} ${sheet.subject}`,
      hint: [placeOf(sheet), wordIn('states', sheet.status)].filter(Boolean).join(' · '),
      href: `/work-orders/${sheet.id}`,
    }))
  },
}
