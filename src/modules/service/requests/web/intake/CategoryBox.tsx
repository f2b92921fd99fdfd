// What the matter is about: the company's own tree, found by any part of a name; it brings the usual urgency along.
import { useMemo, useState } from 'react'
import { useWords } from '../../../../../ui/words.ts'
import type { Category } from '../../contract/settings.ts'
import { type Branch, branchesOf, matching } from '../categories.ts'
import { nameIn } from '../looks.tsx'
import { words } from '../words.ts'
import type { MatterDraft } from './draft.ts'
import { fieldId } from './Entry.tsx'
import { FindBox, type FindItem } from './FindBox.tsx'
import type { Intake } from './useIntake.ts'

type Item = FindItem & { branch: Branch | null }

export function CategoryBox({ intake, of, onDone }: { intake: Intake; of: readonly Category[]; onDone(): void }) {
  const t = useWords(words)
  const { matter, changeMatter, problemOfMatter } = intake
  // While somebody types, the box holds what is typed; otherwise the name of what is chosen.
  const [typed, setTyped] = useState<string>()
  const branches = useMemo(() => branchesOf(of, matter.kind), [of, matter.kind])
  const chosen = branches.find(({ category }) => category.id === matter.categoryId)
  const items: Item[] = matching(branches, typed ?? '').map((branch) => ({
    key: branch.category.id,
    branch,
    label: branch.path.map(nameIn).join(' / '),
    ...(branch.category.defaultUrgency ? { mark: t(`urgencies.${branch.category.defaultUrgency}`) } : {}),
  }))
  const problem = problemOfMatter('category')
  return (
    <FindBox<Item>
      id={fieldId('category')}
      typed={typed ?? (chosen ? chosen.path.map(nameIn).join(' / ') : '')}
      items={items}
      placeholder={t('intake.categoryHint')}
      invalid={problem !== undefined}
      describedBy={problem ? `${fieldId('category')}-problem` : undefined}
      onType={(text) => {
        setTyped(text)
        if (text === '') changeMatter({ categoryId: null })
      }}
      onPick={({ branch }) => {
        setTyped(undefined)
        if (branch) changeMatter(chosenOf(branch, matter))
        onDone()
      }}
      // What fits nothing stays to be mended.
      onEnter={() => {
        if (!typed?.trim()) onDone()
      }}
      onLeave={() => setTyped(undefined)}
    />
  )
}

function chosenOf({ category }: Branch, matter: MatterDraft): Partial<MatterDraft> {
  const offers = !matter.subject.trim() || matter.subjectOffered
  return {
    categoryId: category.id,
    ...(matter.urgencyChosen ? {} : { urgency: category.defaultUrgency ?? 'normal' }),
    ...(offers ? { subject: nameIn(category), subjectOffered: true } : {}),
  }
}
