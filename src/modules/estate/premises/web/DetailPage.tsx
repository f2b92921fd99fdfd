// One place: what it is, who is in it, what happened there.
import { Button } from 'antd'
import { useMemo } from 'react'
import { useRead } from '../../../../ui/api.ts'
import { FieldList } from '../../../../ui/FieldList.tsx'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { useMay } from '../../../../ui/me.tsx'
import { Columns, PageHeader, Panel } from '../../../../ui/Panel.tsx'
import { useGo, useRecordId } from '../../../../ui/pages.ts'
import { Chip } from '../../../../ui/StatusTag.tsx'
import { Slot } from '../../../../ui/slots.tsx'
import { Timeline } from '../../../../ui/Timeline.tsx'
import { To } from '../../../../ui/To.tsx'
import { VerbBar } from '../../../../ui/VerbBar.tsx'
import { useWords } from '../../../../ui/words.ts'
import type { PlaceWithWay } from '../contract/shapes.ts'
import { BuildingGrid } from './BuildingGrid.tsx'
import { api, fields, SortOf, UnitTag, verbFields } from './fields.tsx'
import './places.css'
import { words } from './words.ts'

export function DetailPage() {
  const place = useRead(api.get, { id: useRecordId() })
  return <Loaded of={place}>{(record) => <PlaceView place={record} />}</Loaded>
}

function PlaceView({ place }: { place: PlaceWithWay }) {
  const t = useWords(words)
  const tags = (
    <>
      <UnitTag status={place.unit?.status} />
      {place.status === 'archived' ? <Chip>{t('states.archived')}</Chip> : null}
    </>
  )
  return (
    <>
      <PageHeader
        title={place.pathName}
        tags={tags}
        line={<Way place={place} />}
        back={placeAbove(place)}
        actions={<Verbs place={place} />}
      />
      {place.kind === 'building' ? <BuildingGrid id={place.id} /> : null}
      <Columns
        main={
          <>
            {place.kind === 'unit' ? <Slot name="place.people" recordId={place.id} /> : null}
            <Slot name="place.requests" recordId={place.id} />
            {place.kind === 'unit' ? null : <Parts place={place} />}
          </>
        }
        side={
          <>
            <Facts place={place} />
            <Panel title={t('detail.history')}>
              <Timeline events={place.events} newestFirst />
            </Panel>
          </>
        }
      />
    </>
  )
}

const placeAbove = ({ way }: PlaceWithWay) => {
  const building = way[0]
  return building ? `/places/${building.id}` : '/places'
}

function Way({ place }: { place: PlaceWithWay }) {
  return (
    <span className="places-way">
      {place.estateName}
      {place.way.map(({ id, name }) => (
        <span key={id}>
          {' › '}
          <To href={`/places/${id}`}>{name}</To>
        </span>
      ))}
      {' › '}
      {place.name}
    </span>
  )
}

function Verbs({ place }: { place: PlaceWithWay }) {
  const t = useWords(words)
  const form = useMemo(() => verbFields(place), [place])
  const isUnit = place.kind === 'unit'
  const hasDetail = place.kind === 'public_area' || place.kind === 'facility'
  const unit = place.unit ?? {}
  return (
    <VerbBar
      record={place}
      api={api}
      words={words}
      first={isUnit ? 'setStatus' : 'change'}
      verbs={{
        setStatus: { hidden: !isUnit, fields: form, of: ['status', 'on'] },
        change: {
          fields: { ...fields, of: { ...fields.of, detail: form.of.detail } },
          of: isUnit
            ? ['no', 'floorNo', 'use', 'grossFloorArea', 'innerArea', 'deliveredOn', 'directions']
            : ['no', 'name', ...(hasDetail ? (['detail'] as const) : []), 'directions'],
          first: () => ({ ...place, ...unit }),
        },
        setArea: { fields: form, of: ['areaId'], first: () => ({ areaId: place.areaOwn ? place.areaId : null }) },
        correctStatus: {
          hidden: !isUnit,
          fields: { ...form, of: { ...form.of, status: fields.of.status } },
          of: ['status', 'deliveredOn', 'reason'],
          first: () => unit,
          line: <p className="quiet">{t('status.correctLine')}</p>,
        },
        archive: {
          hidden: place.status === 'archived',
          danger: true,
          fields: form,
          of: ['reason'],
          line: <p className="quiet">{t('archiveLine')}</p>,
        },
        restore: { hidden: place.status === 'in_use', confirm: true },
      }}
    />
  )
}

function Facts({ place }: { place: PlaceWithWay }) {
  const t = useWords(words)
  const record = { ...place, ...(place.unit ?? {}), status: place.status, unitStatus: place.unit?.status ?? null }
  const area = place.areaName
    ? `${place.areaName}（${t(place.areaOwn ? 'detail.ownArea' : 'detail.inherited')}）`
    : null
  const ofUnit = ['use', 'floorNo', 'grossFloorArea', 'innerArea', 'deliveredOn'] as const
  const hasDetail = place.detail !== null
  return (
    <Panel title={t('detail.facts')}>
      <FieldList
        fields={fields}
        of={[
          'code',
          ...(hasDetail ? (['detail'] as const) : []),
          ...(place.unit ? ofUnit : []),
          'areaName',
          'directions',
        ]}
        record={{ ...record, areaName: area }}
        columns={2}
      />
    </Panel>
  )
}

function Parts({ place }: { place: PlaceWithWay }) {
  const t = useWords(words)
  const go = useGo()
  const may = useMay('places.create')
  return (
    <Panel
      title={t('detail.parts')}
      extra={
        may && place.status === 'in_use' ? (
          <Button size="small" onClick={() => go(`/places/new?parentId=${place.id}`)}>
            {t('detail.addPart')}
          </Button>
        ) : null
      }
    >
      {place.parts.length === 0 ? (
        <p className="quiet">{t('detail.partsNone')}</p>
      ) : (
        <ul className="places-parts">
          {place.parts.map(({ id, kind, name, detail, directions }) => (
            <li key={id}>
              <To href={`/places/${id}`}>{name}</To>
              <SortOf name={name} detail={detail} kind={kind} />
              {directions ? <span className="quiet">{directions}</span> : null}
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
