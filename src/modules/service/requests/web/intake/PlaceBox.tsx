// Where the matter is: the caller's units first, then any place of the estate, else where it is in words.
import { apiOf, useRead } from '../../../../../ui/api.ts'
import { useSettled } from '../../../../../ui/settled.ts'
import { useWords } from '../../../../../ui/words.ts'
import { places } from '../../../../estate/premises/contract/places.ts'
import { words } from '../words.ts'
import { fieldId, focusField } from './Entry.tsx'
import { FindBox, type FindItem, isWaiting } from './FindBox.tsx'
import type { Intake } from './useIntake.ts'

const api = apiOf(places)
type Item = FindItem & { placeId: string | null; text: string }

export function PlaceBox({ intake, onDone }: { intake: Intake; onDone(): void }) {
  const t = useWords(words)
  const { matter, changeMatter, problemOfMatter } = intake
  const { items, waiting } = usePlaces(intake)
  const problem = problemOfMatter('place')
  return (
    <FindBox<Item>
      id={fieldId('place')}
      typed={matter.placeText}
      items={items}
      waiting={waiting}
      placeholder={t('intake.placeHint')}
      invalid={problem !== undefined}
      describedBy={problem ? `${fieldId('place')}-problem` : undefined}
      onType={(text) => changeMatter({ placeText: text, placeId: null })}
      onPick={({ placeId, text }) => {
        changeMatter({ placeId, placeText: text })
        onDone()
      }}
      onEnter={() => (matter.placeText.trim() ? onDone() : focusField('place'))}
    />
  )
}

function usePlaces({ call, matter }: Intake): { items: Item[]; waiting: boolean } {
  const t = useWords(words)
  const typed = matter.placeText.trim()
  const asked = useSettled(typed)
  const chosen = matter.placeId !== null
  const question = { q: asked, limit: 12, ...(call.estateId ? { estateId: call.estateId } : {}) }
  const found = useRead(api.search, question, { enabled: asked !== '' && !chosen, keep: true })
  // Once one is chosen, the others that fit the caller are what may be meant instead.
  const callers = call.caller.units
    .filter(({ pathName }) => chosen || pathName.includes(typed))
    .map((unit) => itemOf(unit.placeId, unit.pathName, { mark: t('intake.callersUnit') }))
  if (chosen || typed === '') return { items: callers, waiting: false }
  const known = new Set(callers.map(({ key }) => key))
  const others = (found.data?.items ?? [])
    .filter(({ id }) => !known.has(id))
    .map(({ id, pathName, code }) => itemOf(id, pathName, { hint: code }))
  const free: Item = { key: 'text', placeId: null, text: typed, label: t('intake.placeFree', { text: typed }) }
  return { items: [...callers, ...others, free], waiting: isWaiting(typed, asked, found) }
}

const itemOf = (placeId: string, text: string, more: Partial<FindItem>): Item => ({
  key: placeId,
  placeId,
  text,
  label: text,
  ...more,
})
