// One box that leads to any place.
import { useState } from 'react'
import { useGo } from '../../../../ui/pages.ts'
import { SearchPick } from '../../../../ui/SearchPick.tsx'
import { useWords } from '../../../../ui/words.ts'
import type { PlaceKind } from '../contract/shapes.ts'
import { api, wordIn } from './fields.tsx'
import { words } from './words.ts'

type Props = { estateId?: string | undefined; kind?: PlaceKind[] }
export function PlaceFind({ estateId, kind }: Props) {
  const t = useWords(words)
  const go = useGo()
  const [value, setValue] = useState<string | null>(null)
  return (
    <div className="places-find">
      <SearchPick
        read={api.search}
        aria-label={t('overview.find')}
        hint={t('overview.find')}
        eager={false}
        inputOf={(q) => ({ q, estateId, kind })}
        itemOf={(found) => ({
          value: found.id,
          label: found.pathName,
          hint:
            wordIn('states', found.unitStatus) ?? wordIn('detailKinds', found.detail) ?? wordIn('kinds', found.kind),
        })}
        value={value}
        onChange={(id) => setValue(id ?? null)}
        onPick={(found) => found && go(`/places/${found.id}`)}
      />
    </div>
  )
}
