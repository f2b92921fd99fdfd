// A new customer: name, phones and unit in one go; whoever looks much like it is shown beside the form.
import { useState } from 'react'
import { apiOf, useRead } from '../../../../ui/api.ts'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { EntityForm } from '../../../../ui/EntityForm.tsx'
import { useEstate } from '../../../../ui/me.tsx'
import { Columns, PageHeader, Panel } from '../../../../ui/Panel.tsx'
import { useGo } from '../../../../ui/pages.ts'
import { useSettled } from '../../../../ui/settled.ts'
import { To } from '../../../../ui/To.tsx'
import { useWords } from '../../../../ui/words.ts'
import { places } from '../../premises/contract/places.ts'
import { useQueryParam } from '../../premises/web/query-param.ts'
import { words as placeWords } from '../../premises/web/words.ts'
import './customers.css'
import { api, fields, unitPick } from './fields.tsx'
import { words } from './words.ts'

const placeApi = apiOf(places)

export function CreatePage() {
  const t = useWords(words)
  const tPlace = useWords(placeWords)
  const placeId = useQueryParam('placeId')
  const place = useRead(placeApi.get, { id: placeId ?? '' }, { enabled: placeId !== undefined })
  const chosen = useEstate().estateId
  const estateId = place.data?.estateId ?? chosen
  if (placeId && !place.data) return null
  return (
    <>
      <PageHeader title={t('create.title')} back={placeId ? `/places/${placeId}` : '/customers'} />
      {estateId ? (
        <CreateForm estateId={estateId} unit={place.data} />
      ) : (
        <EmptyState title={tPlace('overview.chooseEstate')} />
      )}
    </>
  )
}

type Values = Record<string, unknown>
function CreateForm({ estateId, unit }: { estateId: string; unit: { id: string; pathName: string } | undefined }) {
  const t = useWords(words)
  const go = useGo()
  const [typed, setTyped] = useState<Values>({})
  const form: typeof fields = { ...fields, of: { ...fields.of, placeId: { control: unitPick(unit?.pathName) } } }
  return (
    <Columns
      main={
        <Panel>
          <EntityForm
            write={api.create}
            fields={form}
            first={{ kind: 'person', role: 'owner', placeId: unit?.id ?? null }}
            given={{ estateId }}
            inputOf={inputOf}
            onValues={setTyped}
            of={[
              {
                heading: t('create.who'),
                columns: 2,
                of: ['name', 'kind', 'phones', 'vehicles', 'gender', 'namePinyin'],
              },
              { heading: t('create.home'), columns: 2, of: ['placeId', 'role', 'share', 'fromOn'] },
              { heading: t('create.paper'), columns: 2, of: ['idKind', 'idNumber', 'note'] },
            ]}
            submit={t('verbs.create')}
            onDone={({ id }) => go(unit ? `/places/${unit.id}` : `/customers/${id}`, { replace: true })}
          />
        </Panel>
      }
      side={<LookAlikes typed={typed} />}
    />
  )
}

const textsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(String).filter((text) => text.trim() !== '') : []

function inputOf({ phones, vehicles, placeId, role, share, fromOn, ...values }: Values): Values {
  const link = { placeId, role, ...(share == null ? {} : { share }), ...(fromOn == null ? {} : { fromOn }) }
  return {
    ...values,
    phones: textsIn(phones).map((phone) => ({ phone })),
    vehicles: textsIn(vehicles).map((plate) => ({ plate })),
    units: placeId ? [link] : [],
  }
}

/** By the first phone once it is long enough, else by the name. */
function LookAlikes({ typed }: { typed: Values }) {
  const t = useWords(words)
  const phone = textsIn(typed.phones)[0] ?? ''
  const name = typeof typed.name === 'string' ? typed.name.trim() : ''
  const q = useSettled(phone.length >= 7 ? phone : [...name].length >= 2 ? name : '')
  const found = useRead(api.recognise, { q, limit: 5 }, { enabled: q !== '', keep: true })
  if (!q || !found.data?.callers.length) return null
  return (
    <Panel title={t('create.lookAlike')}>
      <ul className="customers-rows">
        {found.data.callers.map(({ id, name: called, mainPhone, units }) => (
          <li key={id}>
            <To href={`/customers/${id}`}>{called}</To>
            <span className="quiet">{[mainPhone, ...units.map(({ code }) => code)].filter(Boolean).join(' · ')}</span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
