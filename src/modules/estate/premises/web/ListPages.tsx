// Places as lists: the units of an estate, and its public areas and facilities.
import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useMemo } from 'react'
import { EntityTable } from '../../../../ui/EntityTable.tsx'
import { filterBy } from '../../../../ui/fields.tsx'
import { useEstate, useMay } from '../../../../ui/me.tsx'
import { PageHeader } from '../../../../ui/Panel.tsx'
import { useGo } from '../../../../ui/pages.ts'
import { useWords } from '../../../../ui/words.ts'
import { api, areaPick, fields } from './fields.tsx'
import { words } from './words.ts'

export function FacilitiesPage() {
  const t = useWords(words)
  const list = useListFields()
  const add = <AddButton kind="facility" />
  return (
    <>
      <PageHeader title={t('facilities.title')} actions={add} />
      <EntityTable
        name="facilities"
        label={t('facilities.title')}
        read={api.list}
        fields={list}
        columns={['pathName', 'kind', 'detail', 'directions', 'areaName']}
        filters={['detail', 'areaId', 'status']}
        given={{ kind: ['public_area', 'facility'] }}
        exportAs="places"
        open={({ id }) => `/places/${id}`}
        empty={{ title: t('facilities.emptyTitle'), hint: t('facilities.emptyHint'), action: add }}
      />
    </>
  )
}

export function UnitsPage() {
  const t = useWords(words)
  const list = useListFields()
  return (
    <>
      <PageHeader title={t('units.title')} back="/places" />
      <EntityTable
        name="units"
        label={t('units.title')}
        read={api.list}
        fields={list}
        columns={['code', 'pathName', 'unitStatus', 'use', 'grossFloorArea', 'deliveredOn', 'areaName']}
        filters={['unitStatus', 'areaId', 'status']}
        given={{ kind: ['unit'] }}
        exportAs="places"
        open={({ id }) => `/places/${id}`}
        empty={{ title: t('units.emptyTitle'), hint: t('units.emptyHint') }}
      />
    </>
  )
}

/** Only the areas of the estate that is being looked at. */
function useListFields(): typeof fields {
  const t = useWords(words)
  const { estateId } = useEstate()
  const label = t('fields.areaName')
  return useMemo(
    () => ({ ...fields, of: { ...fields.of, areaId: { filter: filterBy(areaPick(estateId, label)) } } }),
    [estateId, label],
  )
}

function AddButton({ kind }: { kind: string }) {
  const t = useWords(words)
  const go = useGo()
  if (!useMay('places.create')) return null
  return (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => go(`/places/new?kind=${kind}`)}>
      {t('verbs.create')}
    </Button>
  )
}
