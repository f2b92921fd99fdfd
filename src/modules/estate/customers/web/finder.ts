// Customers in the search box of the header.
import { callOf } from '../../../../ui/api.ts'
import type { Finder } from '../../../../ui/pages.ts'
import { api } from './fields.tsx'

export const finder: Finder = {
  label: { zh: '客户', en: 'Customers' },
  order: 15,
  needs: 'customers.read',
  async find(text, signal) {
    const { callers } = await callOf(api.recognise, { q: text, limit: 6 }, { signal })
    return callers.map(({ id, name, mainPhone, units }) => ({
      key: id,
      title: name,
      hint: [mainPhone, ...units.map(({ code }) => code)].filter(Boolean).join(' · '),
      href: `/customers/${id}`,
    }))
  },
}
