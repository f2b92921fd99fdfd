// Gives something to do to one or several people; from a record's page it comes with that record.
import { useNow } from '../../../../ui/clock.ts'
import { EntityForm } from '../../../../ui/EntityForm.tsx'
import { useZone } from '../../../../ui/me.tsx'
import { wallOf } from '../../../../ui/moments.ts'
import { PageHeader, Panel } from '../../../../ui/Panel.tsx'
import { useGo } from '../../../../ui/pages.ts'
import { tell } from '../../../../ui/tell.ts'
import { oneIn, useUrlState } from '../../../../ui/url-state.ts'
import { useWords } from '../../../../ui/words.ts'
import { api, dueOn } from './calls.ts'
import { About, fields } from './fields.tsx'
import { words } from './words.ts'

export function NewTaskPage() {
  const t = useWords(words)
  const go = useGo()
  const zone = useZone()
  const now = useNow()
  const { query } = useUrlState()
  const [kind, id, no] = ['kind', 'id', 'no'].map((name) => oneIn(query, name))
  const about = kind && id && no ? { kind, id, no } : null
  const person = oneIn(query, 'person')
  const day = oneIn(query, 'day') ?? wallOf(now, zone).day
  return (
    <>
      <PageHeader title={t('page.new')} line={about ? <About of={about} /> : undefined} back="/tasks" />
      <Panel>
        <EntityForm
          write={api.assign}
          fields={fields}
          of={['assigneeIds', 'title', 'text', 'dueAt']}
          first={{
            assigneeIds: person ? [person] : [],
            title: oneIn(query, 'title') ?? '',
            dueAt: dueOn(day, zone, new Date(now)),
          }}
          given={{ about, ...(oneIn(query, 'day') ? { forDay: day } : {}) }}
          submit={t('verbs.assign')}
          onDone={({ tasks }) => {
            tell.done(t('hints.given', { names: tasks.map(({ assigneeName }) => assigneeName).join('、') }))
            const [only] = tasks
            go(tasks.length === 1 && only ? `/tasks/${only.id}` : '/tasks?tab=given', { replace: true })
          }}
        />
      </Panel>
    </>
  )
}
