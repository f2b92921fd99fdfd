// Places in the search box of the header.
import { callOf } from '../../../../ui/api.ts'
import type { Finder } from '../../../../ui/pages.ts'
import { api, wordIn } from './fields.tsx'

export const finder: Finder = {
  label: { zh: '地点', en: 'Places' },
  order: 20,
  needs: 'places.read',
  async find(text, signal) {
    const { items } = await callOf(api.search, { q: text, limit: 6 }, { signal })
    return items.map(({ id, pathName, kind, detail, unitStatus }) => ({
      key: id,
      title: pathName,
      hint: wordIn('states', unitStatus) ?? wordIn('detailKinds', detail) ?? wordIn('kinds', kind) ?? '',
      href: `/places/${id}`,
    }))
  },
}
