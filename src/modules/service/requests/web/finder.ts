// Requests in the search box of the header.
import { apiOf, callOf } from '../../../../ui/api.ts'
import type { Finder } from '../../../../ui/pages.ts'
import { lookUp } from '../../../../ui/words.ts'
import { requests } from '../contract/requests.ts'

const api = apiOf(requests)

export const finder: Finder = {
  label: { zh: '报事', en: 'Requests' },
  order: 10,
  needs: 'requests.read',
  async find(text, signal) {
    const { items } = await callOf(api.list, { q: text, limit: 6 }, { signal })
    return items.map(({ id, no, subject, status, placeName, placeText, contactName }) => ({
      key: id,
      title: `${no} ${subject}`,
      hint: [lookUp('requests', `states.${status}`), placeName ?? placeText, contactName].filter(Boolean).join(' · '),
      href: `/requests/${id}`,
    }))
  },
}
