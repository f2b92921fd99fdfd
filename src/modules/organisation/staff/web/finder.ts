// Finds people for the search box in the header.
import { apiOf, callOf } from '../../../../ui/api.ts'
import { inLanguage } from '../../../../ui/bilingual.ts'
import type { Finder } from '../../../../ui/pages.ts'
import { staff } from '../contract.ts'

const api = apiOf(staff)

export const finder: Finder = {
  label: { zh: '人员', en: 'People' },
  order: 80,
  needs: 'staff.read',
  async find(text, signal) {
    const { items } = await callOf(api.list, { search: text, limit: 5 }, { signal })
    return items.map(({ id, name, phone, posts }) => {
      const titles = posts.map(({ title, titleEn }) => inLanguage(title, titleEn))
      return { key: id, title: name, hint: [...titles, ...(phone ? [phone] : [])].join(' · '), href: `/staff/${id}` }
    })
  },
}
