// A place added by itself: a unit, a lift, a gate, a lobby.
import { useState } from 'react'
import { useRead } from '../../../../ui/api.ts'
import { choice, search } from '../../../../ui/controls.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { EntityForm } from '../../../../ui/EntityForm.tsx'
import { fieldsOf } from '../../../../ui/fields.tsx'
import { useEstate } from '../../../../ui/me.tsx'
import { optionsOf } from '../../../../ui/options.ts'
import { PageHeader, Panel } from '../../../../ui/Panel.tsx'
import { useGo } from '../../../../ui/pages.ts'
import { useWords } from '../../../../ui/words.ts'
import { PLACE_KINDS, type PlaceKind } from '../contract/shapes.ts'
import { api, areaPick, detailsFor, fields } from './fields.tsx'
import { useQueryParam } from './query-param.ts'
import { words } from './words.ts'

export function CreatePage() {
  const parentId = useQueryParam('parentId')
  const parent = useRead(api.get, { id: parentId ?? '' }, { enabled: parentId !== undefined })
  const chosen = useEstate().estateId
  const t = useWords(words)
  const estateId = parent.data?.estateId ?? chosen
  if (parentId && !parent.data) return null
  return (
    <>
      <PageHeader title={t('create.title')} back={parentId ? `/places/${parentId}` : '/places'} />
      {estateId ? (
        <CreateForm estateId={estateId} parent={parent.data} />
      ) : (
        <EmptyState title={t('overview.chooseEstate')} hint={t('overview.chooseEstateHint')} />
      )}
    </>
  )
}

type Parent = { id: string; pathName: string; kind: string }
/** What most often goes into a place of this kind. */
const LIKELY: Record<string, PlaceKind> = { building: 'public_area', entrance: 'public_area', floor: 'unit' }
function firstKind(asked: string | undefined, above: string | undefined): PlaceKind {
  if (asked !== undefined && isKind(asked)) return asked
  return above ? (LIKELY[above] ?? 'facility') : 'building'
}

/** A building is part of nothing, a unit goes by its number, a facility by its name. */
const NAMED = ['kind', 'parentId', 'name', 'detail', 'areaId', 'directions'] as const
const NUMBERED = ['kind', 'parentId', 'no', 'name', 'areaId', 'directions'] as const
const FIELDS_OF = {
  building: ['kind', 'no', 'name', 'areaId', 'directions'],
  entrance: NUMBERED,
  floor: NUMBERED,
  unit: ['kind', 'parentId', 'no', 'areaId', 'directions'],
  public_area: NAMED,
  facility: NAMED,
} as const satisfies Record<PlaceKind, readonly string[]>
const isKind = (kind: string): kind is PlaceKind => kind in FIELDS_OF

function CreateForm({ estateId, parent }: { estateId: string; parent: Parent | undefined }) {
  const t = useWords(words)
  const go = useGo()
  const asked = useQueryParam('kind')
  const [kind, setKind] = useState<PlaceKind>(firstKind(asked, parent?.kind))
  const form = formFor(estateId, kind, parent?.pathName)
  return (
    <Panel>
      <EntityForm
        write={api.create}
        fields={form}
        first={{ kind, parentId: parent?.id ?? null }}
        given={{ estateId }}
        onValues={(values) => setKind(firstKind(typeof values.kind === 'string' ? values.kind : undefined, undefined))}
        of={[
          {
            heading: t('create.what'),
            columns: 2,
            of: FIELDS_OF[kind],
          },
          ...(kind === 'unit'
            ? [
                {
                  heading: t('create.unit'),
                  columns: 3 as const,
                  of: ['floorNo', 'use', 'status', 'grossFloorArea', 'innerArea', 'deliveredOn'] as const,
                },
              ]
            : []),
        ]}
        submit={t('verbs.create')}
        onDone={({ id }) => go(`/places/${id}`, { replace: true })}
      />
    </Panel>
  )
}

const NEEDS_NAME: ReadonlySet<string> = new Set(['public_area', 'facility'])
const KINDS = optionsOf(words, 'kinds', PLACE_KINDS)
const formFor = (estateId: string, kind: string, shown: string | undefined) =>
  fieldsOf<Record<string, unknown>>()(words, {
    ...fields.of,
    kind: { control: choice(KINDS, { clearable: false }) },
    parentId: {
      control: search(api.search, (found) => ({ value: found.id, label: found.pathName }), {
        inputOf: (q) => ({ q, estateId, kind: ['building', 'entrance', 'floor', 'public_area'] }),
        eager: false,
        ...(shown ? { shown } : {}),
      }),
    },
    detail: { control: choice(detailsFor(kind)) },
    name: { ...fields.of.name, ...(NEEDS_NAME.has(kind) ? { help: undefined, required: true } : {}) },
    areaId: { control: areaPick(estateId) },
  })
