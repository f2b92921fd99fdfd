// The buildings of an estate, each with how its units stand.
import { AppstoreAddOutlined, ImportOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useRead } from '../../../../ui/api.ts'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { useEstate, useMay } from '../../../../ui/me.tsx'
import { PageHeader, Panel } from '../../../../ui/Panel.tsx'
import { useGo } from '../../../../ui/pages.ts'
import { To } from '../../../../ui/To.tsx'
import { useWords } from '../../../../ui/words.ts'
import { STATUSES } from '../states.ts'
import { api, SortOf, tones, wordIn } from './fields.tsx'
import { PlaceFind } from './PlaceFind.tsx'
import './places.css'
import { words } from './words.ts'

export function OverviewPage() {
  const t = useWords(words)
  const { estateId, estates, choose } = useEstate()
  if (estateId)
    return <EstateOverview estateId={estateId} name={estates.find(({ id }) => id === estateId)?.name ?? ''} />
  return (
    <>
      <PageHeader title={t('overview.title')} actions={<PlaceFind />} />
      <Panel title={t('overview.chooseEstate')}>
        <p className="quiet">{t('overview.chooseEstateHint')}</p>
        <div className="row-flex">
          {estates.map(({ id, name }) => (
            <Button key={id} onClick={() => choose(id)}>
              {name}
            </Button>
          ))}
        </div>
      </Panel>
    </>
  )
}

function EstateOverview({ estateId, name }: { estateId: string; name: string }) {
  const t = useWords(words)
  const tree = useRead(api.tree, { estateId })
  const { buildings = [], others = [] } = tree.data ?? {}
  const units = buildings.reduce((sum, building) => sum + building.units, 0)
  return (
    <>
      <PageHeader
        title={t('overview.title')}
        line={
          <>
            {name} · {t('overview.line', { buildings: buildings.length, units })}
          </>
        }
        actions={<Actions estateId={estateId} />}
      />
      <Loaded of={tree}>
        {() =>
          buildings.length === 0 ? (
            <EmptyState title={t('overview.emptyTitle')} hint={t('overview.emptyHint')} action={<GenerateButton />} />
          ) : (
            <>
              <StatusKey />
              <ul className="places-buildings" aria-label={t('overview.buildings')}>
                {buildings.map((building) => (
                  <BuildingCard key={building.id} of={building} />
                ))}
              </ul>
              <Others of={others.filter(({ kind, buildingId }) => kind !== 'entrance' && buildingId === null)} />
            </>
          )
        }
      </Loaded>
    </>
  )
}

function Actions({ estateId }: { estateId: string }) {
  const t = useWords(words)
  const go = useGo()
  return (
    <>
      <PlaceFind estateId={estateId} />
      <Button onClick={() => go('/places/units')}>{t('units.title')}</Button>
      <ImportButton />
      {useMay('places.create') ? (
        <Button icon={<PlusOutlined />} onClick={() => go('/places/new')}>
          {t('verbs.create')}
        </Button>
      ) : null}
      <GenerateButton />
    </>
  )
}
function ImportButton() {
  const t = useWords(words)
  const go = useGo()
  const mayCreate = useMay('places.create')
  if (!useMay('imports.create') || !mayCreate) return null
  return (
    <Button icon={<ImportOutlined />} onClick={() => go('/imports/new')}>
      {t('verbs.importExcel')}
    </Button>
  )
}
function GenerateButton() {
  const t = useWords(words)
  const go = useGo()
  if (!useMay('places.generate')) return null
  return (
    <Button type="primary" icon={<AppstoreAddOutlined />} onClick={() => go('/places/generate')}>
      {t('verbs.generate')}
    </Button>
  )
}

const StatusKey = () => (
  <p className="places-key">
    {STATUSES.map((status) => (
      <span key={status}>
        <i className={`places-swatch places-${tones[status]}`} /> {wordIn('states', status)}
      </span>
    ))}
  </p>
)

type Building = {
  id: string
  name: string
  areaName: string | null
  entrances: number
  units: number
  byStatus: Record<(typeof STATUSES)[number], number>
}
function BuildingCard({ of }: { of: Building }) {
  const t = useWords(words)
  const { id, name, areaName, entrances, units, byStatus } = of
  const shares = STATUSES.filter((status) => byStatus[status] > 0)
  return (
    <li>
      <To href={`/places/${id}`} className="places-building">
        <strong>{name}</strong>
        <span className="quiet">{areaName ?? t('overview.noArea')}</span>
        <span className="places-building-line">
          {entrances > 0 ? t('overview.buildingLine', { entrances, units }) : t('overview.noEntrances', { units })}
        </span>
        <span className="places-bar" aria-hidden="true">
          {shares.map((status) => (
            <i key={status} className={`places-${tones[status]}`} style={{ flexGrow: byStatus[status] }} />
          ))}
        </span>
        <span className="places-counts">
          {shares.map((status) => (
            <span key={status}>
              {wordIn('states', status)} {byStatus[status]}
            </span>
          ))}
        </span>
      </To>
    </li>
  )
}

type Other = { id: string; name: string; detail: string | null; directions: string | null }
function Others({ of }: { of: readonly Other[] }) {
  const t = useWords(words)
  if (of.length === 0) return null
  return (
    <Panel title={t('overview.others')} extra={<To href="/places/facilities">{t('facilities.title')}</To>}>
      <ul className="places-parts places-parts-wide">
        {of.map(({ id, name, detail, directions }) => (
          <li key={id}>
            <To href={`/places/${id}`}>{name}</To>
            <SortOf name={name} detail={detail} kind="facility" />
            {directions ? <span className="quiet">{directions}</span> : null}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
