// What every part of the settings uses: what was read, for whom it is shown, and the drawer in which one entry is changed.
import { type ReactNode, useState } from 'react'
import type { Endpoint } from '../../../../../platform/contract.ts'
import { apiOf, useWrite, type Verb } from '../../../../../ui/api.ts'
import { ask } from '../../../../../ui/ask.ts'
import { Drawer } from '../../../../../ui/Drawer.tsx'
import { EntityForm, type Section } from '../../../../../ui/EntityForm.tsx'
import type { FieldSet } from '../../../../../ui/fields.tsx'
import { tell } from '../../../../../ui/tell.ts'
import { useWords } from '../../../../../ui/words.ts'
import { type RequestSettings, requestSettings } from '../../contract/settings.ts'
import { settingWords } from '../words.ts'

export const settingsApi = apiOf(requestSettings)

export type PartProps = {
  settings: RequestSettings
  /** null: what holds in the whole company. */
  estateId: string | null
  mayChange: boolean
}

/** A table wider than a phone scrolls by itself, with the keyboard too. */
export const Scroll = ({ label, children }: { label: string; children: ReactNode }) => (
  // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
  <section className="rq-scroll" aria-label={label} tabIndex={0}>
    {children}
  </section>
)

export type Editing = {
  title: string
  write: Verb<Endpoint>
  fields: FieldSet<never>
  of: readonly Section<string>[]
  first?: Record<string, unknown>
  given?: Record<string, unknown>
  inputOf?(values: Record<string, unknown>): Record<string, unknown>
}
/** One drawer for whatever entry is being changed. */
export function useEditor() {
  const t = useWords(settingWords)
  const [editing, setEditing] = useState<Editing>()
  const [opened, setOpened] = useState(false)
  const close = () => setOpened(false)
  const drawer = (
    <Drawer title={editing?.title ?? ''} open={opened} onClose={close}>
      {editing ? (
        <EntityForm
          {...editing}
          guarded={false}
          onCancel={close}
          onDone={() => {
            close()
            tell.done(t('saved'))
          }}
        />
      ) : null}
    </Drawer>
  )
  const edit = (next: Editing) => {
    setEditing(next)
    setOpened(true)
  }
  return { drawer, edit }
}

/** Takes an entry away after asking. */
export function useRemoval(
  verb: (typeof settingsApi)['archiveCategory' | 'archiveReason' | 'removeStep' | 'removeLimit'],
) {
  const removing = useWrite(verb)
  return async (title: string, yes: string, id: string) => {
    if (await ask({ title, yes, danger: true })) await removing.run({ id })
  }
}

/** What holds here, and what the company says where the estate says nothing. */
export const inScope = <T extends { estateId: string | null }>(rows: readonly T[], estateId: string | null): T[] =>
  rows.filter((row) => row.estateId === null || row.estateId === estateId)
