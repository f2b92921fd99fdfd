// A whole building from a few numbers, with the room numbers shown before anything is made.
import { useMemo, useState } from 'react'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { EntityForm } from '../../../../ui/EntityForm.tsx'
import { useEstate } from '../../../../ui/me.tsx'
import { Columns, PageHeader, Panel } from '../../../../ui/Panel.tsx'
import { useGo } from '../../../../ui/pages.ts'
import { tell } from '../../../../ui/tell.ts'
import { useWords } from '../../../../ui/words.ts'
import { api, planFieldsFor } from './fields.tsx'
import { sampleOf } from './plan-sample.ts'
import './places.css'
import { words } from './words.ts'

const FIRST = {
  entrances: 2,
  floorFrom: 1,
  floorTo: 18,
  unitsPerFloor: 4,
  countOn: false,
  roomDigits: 2,
  floorDigits: 1,
  use: 'home',
  status: 'sold',
}

export function GeneratePage() {
  const t = useWords(words)
  const { estateId } = useEstate()
  return (
    <>
      <PageHeader title={t('generate.title')} back="/places" />
      {estateId ? (
        <GenerateForm estateId={estateId} />
      ) : (
        <EmptyState title={t('overview.chooseEstate')} hint={t('overview.chooseEstateHint')} />
      )}
    </>
  )
}

function GenerateForm({ estateId }: { estateId: string }) {
  const t = useWords(words)
  const go = useGo()
  const [typed, setTyped] = useState<Record<string, unknown>>(FIRST)
  const form = useMemo(() => planFieldsFor(estateId), [estateId])
  return (
    <Columns
      main={
        <Panel>
          <EntityForm
            write={api.generate}
            fields={form}
            first={FIRST}
            given={{ estateId }}
            inputOf={inputOf}
            onValues={setTyped}
            of={[
              { heading: t('generate.building'), columns: 3, of: ['no', 'name', 'areaId'] },
              {
                heading: t('generate.layout'),
                columns: 3,
                of: ['entrances', 'floorFrom', 'floorTo', 'unitsPerFloor', 'skipFloors'],
              },
              { heading: t('generate.numbering'), columns: 3, of: ['roomDigits', 'floorDigits', 'countOn'] },
              { heading: t('generate.initial'), columns: 3, of: ['status', 'use', 'grossFloorArea'] },
            ]}
            submit={t('verbs.generate')}
            onDone={({ id, units }) => {
              tell.done(t('generate.done', { units }))
              go(`/places/${id}`, { replace: true })
            }}
          />
        </Panel>
      }
      side={
        <Panel title={t('generate.sample')}>
          <Sample typed={typed} />
        </Panel>
      }
    />
  )
}

/** Floors left out are typed as 4、13、14. */
const inputOf = ({ skipFloors, ...values }: Record<string, unknown>) => ({
  ...values,
  skipFloors: [...(typeof skipFloors === 'string' ? skipFloors : '').matchAll(/-?\d+/g)].map(([number]) =>
    Number(number),
  ),
})

function Sample({ typed }: { typed: Record<string, unknown> }) {
  const t = useWords(words)
  const sample = sampleOf(inputOf(typed))
  if (!sample) return <p className="quiet">—</p>
  if ('tooMany' in sample) return <p role="alert">{t('generate.tooMany')}</p>
  if ('collides' in sample) return <p role="alert">{t('generate.collides', { no: sample.collides })}</p>
  if (sample.units === 0) return <p>{t('generate.sampleNone')}</p>
  const { first, last, units } = sample
  return <p className="places-sample">{t('generate.sampleLine', { units, first, last })}</p>
}
