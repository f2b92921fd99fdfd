// Where the matter is: the caller's units first, then any place of the estate, else where it is in words.
import { apiOf, useRead } from '../../../../../ui/api.ts'
import { useSettled } from '../../../../../ui/settled.ts'
import { useWords } from '../../../../../ui/words.ts'
import { places } from '../../../../estate/premises/contract/places.ts'
import { words } from '../words.ts'
import { fieldId, focusField } from './Entry.tsx'
import { FindBox, type FindItem } from './FindBox.tsx'
import type { Intake } from './useIntake.ts'

const api = apiOf(places)
type Item = FindItem & { placeId: string | null; text: string }

export function PlaceBox({ intake, onDone }: { intake: Intake; onDone(): void }) {
  const t = useWords(words)
  const { call, matter, changeMatter, problemOfMatter } = intake
  const typed = matter.placeText
  const chosen = matter.placeId !== null
  const asked = useSettled(typed.trim())
  const found = useRead(
    api.search,
    { q: asked, limit: 12, ...(call.estateId ? { estateId: call.estateId } : {}) },
    { enabled: asked !== '' && !chosen, keep: true },
  )
  const isOfCaller = new Set(call.caller.units.map(({ placeId }) => placeId))
  const callers = call.caller.units
    .filter(({ pathName }) => chosen || !typed.trim() || pathName.includes(typed.trim()))
    .map(
      (unit): Item => ({
        key: unit.placeId,
        placeId: unit.placeId,
        text: unit.pathName,
        label: unit.pathName,
        mark: t('intake.callersUnit'),
      }),
    )
  const others = chosen || !typed.trim() ? [] : (found.data?.items ?? [])
  const items: Item[] = [
    ...callers,
    ...others
      .filter(({ id }) => !isOfCaller.has(id))
      .map(
        (place): Item => ({
          key: place.id,
          placeId: place.id,
          text: place.pathName,
          label: place.pathName,
          hint: place.code,
        }),
      ),
    ...(typed.trim() && !chosen
      ? [{ key: 'text', placeId: null, text: typed.trim(), label: t('intake.placeFree', { text: typed.trim() }) }]
      : []),
  ]
  const problem = problemOfMatter('place')
  return (
    <FindBox<Item>
      id={fieldId('place')}
      typed={typed}
      items={items}
      waiting={!chosen && typed.trim() !== '' && (asked !== typed.trim() || found.isPlaceholderData || found.isLoading)}
      placeholder={t('intake.placeHint')}
      invalid={problem !== undefined}
      describedBy={problem ? `${fieldId('place')}-problem` : undefined}
      onType={(text) => changeMatter({ placeText: text, placeId: null })}
      onPick={({ placeId, text }) => {
        changeMatter({ placeId, placeText: text })
        onDone()
      }}
      onEnter={() => (typed.trim() ? onDone() : focusField('place'))}
    />
  )
}
