// Takes over a roll of units: buildings, entrances and floors that it names are set up on the way.
import { z } from 'zod'
import { mustReach } from '../../../platform/access.ts'
import type { Ctx } from '../../../platform/context.ts'
import { newId } from '../../../platform/ids.ts'
import {
  type ImportField,
  importer,
  type Judged,
  type MappedRow,
  type Take,
} from '../../../platform/imports/importer.ts'
import { recordEvents } from '../../../platform/ledger.ts'
import { getEstateInUse } from '../../organisation/estates/module.ts'
import { listAreaNames, listStructure } from './queries/imports.ts'
import { insertPlaces, type KeyInsert, lockTree, type PlaceInsert, type UnitInsert } from './queries/writing.ts'
import { codeOf, type Step } from './rules/codes.ts'
import { draftedPlace } from './rules/drafting.ts'
import { type UnitKey, type UnitRow, unitRowOf } from './rules/unit-rows.ts'
import { STATUSES } from './states.ts'

const line = (key: UnitKey, zh: string, en: string, aliases: string[] = []): ImportField<UnitKey> => ({
  key,
  label: { zh, en },
  aliases,
  required: false,
  kind: 'line',
  longest: 60,
})
const FIELDS: readonly ImportField<UnitKey>[] = [
  line('building', '楼栋', 'Building', ['楼号', '栋', '楼幢', '楼宇', '栋号']),
  line('entrance', '单元', 'Entrance', ['单元号', '梯']),
  line('floor', '楼层', 'Floor', ['层', '层数']),
  {
    ...line('unitNo', '房号', 'Unit', ['室号', '房间号', '房屋编号', '门牌号', '单位', '户号', 'room']),
    required: true,
  },
  line('grossFloorArea', '建筑面积', 'Gross floor area', ['面积', '产权面积', '建面', '房屋面积']),
  line('innerArea', '套内面积', 'Inner area', ['使用面积', '室内面积']),
  line('use', '用途', 'Use', ['房屋用途', '房屋类型', '业态']),
  line('status', '房屋状态', 'Status', ['状态', '入住状态', '入住情况']),
  { ...line('deliveredOn', '交房日期', 'Delivered on', ['交付日期', '收楼日期', '入伙日期']), kind: 'day' },
  line('area', '责任区', 'Area', ['片区', '管家片区', '区域']),
]

const Options = z.object({ estateId: z.uuid(), status: z.enum(STATUSES).default('sold') })
type Options = z.output<typeof Options>

async function prepare(
  ctx: Ctx,
  rows: readonly MappedRow<UnitKey>[],
  { estateId }: Options,
): Promise<Judged<UnitRow>[]> {
  mustReach(ctx.user, 'places.create', { estateId })
  await getEstateInUse(ctx.tx, estateId)
  const known = new Set((await listStructure(ctx.tx, estateId)).map(({ code }) => code))
  const areas = await listAreaNames(ctx.tx, estateId)
  return rows.map((row) => {
    const read = unitRowOf(row)
    if ('reason' in read) return { verdict: 'reject', reasons: [read.reason] }
    const { area, code } = read.row
    if (area && !areas.some((one) => one.name === area || one.code === area)) {
      return { verdict: 'reject', reasons: [{ code: 'place.area_unknown', field: 'area', params: { given: area } }] }
    }
    return known.has(code) ? { verdict: 'same' } : { verdict: 'take', key: code, draft: read.row }
  })
}

async function write(ctx: Ctx, takes: readonly Take<UnitRow>[], options: Options): Promise<string[]> {
  await lockTree(ctx.tx, options.estateId)
  const estate = await getEstateInUse(ctx.tx, options.estateId)
  const areas = await listAreaNames(ctx.tx, estate.id)
  const ground: Ground = {
    estate,
    areaOf: (name) => areas.find((area) => area.name === name || area.code === name)?.id ?? null,
    known: new Map((await listStructure(ctx.tx, estate.id)).map((place) => [place.code, place])),
    made: { places: [], units: [], keys: [] },
  }
  const written = takes.filter(({ draft }) => !ground.known.has(draft.code))
  for (const { draft } of written) settle(ctx, ground, draft, options)
  const { places, units, keys } = ground.made
  await insertPlaces(ctx.tx, places, units, keys)
  await recordEvents(
    ctx,
    places.map(({ id, areaId, kind, code }) => ({
      name: 'place.created',
      recordId: id,
      estateId: estate.id,
      areaId: areaId ?? null,
      to: 'in_use',
      details: { kind, code, imported: true },
    })),
  )
  return written.map(({ key }) => key)
}

type Known = { id: string; code: string; areaId: string | null; buildingId: string | null }
type Ground = {
  estate: { id: string; shortName: string }
  areaOf(name: string): string | null
  known: Map<string, Known>
  made: { places: PlaceInsert[]; units: UnitInsert[]; keys: KeyInsert[] }
}

/** The unit and whatever is missing on the way to it. */
function settle(ctx: Ctx, ground: Ground, row: UnitRow, options: Options) {
  let parent: Known | undefined
  for (const [at] of row.way.entries()) {
    const way = at === row.way.length - 1 ? row.way : row.way.slice(0, at + 1)
    parent = ground.known.get(codeOf(way)) ?? add(ground, way, parent, row)
  }
  if (!parent) return
  const { floorNo, grossFloorArea, innerArea, use, deliveredOn } = row
  const status = row.status ?? (deliveredOn ? 'delivered' : options.status)
  const unitNo = row.way.at(-1)?.no ?? ''
  const unit = {
    id: parent.id,
    unitNo,
    floorNo,
    grossFloorArea,
    innerArea,
    use,
    status,
    statusAt: ctx.now,
    deliveredOn,
  }
  ground.made.units.push(unit)
}

const ROOT = { id: null, areaId: null, buildingId: null }

function add(
  { estate, areaOf, known, made }: Ground,
  way: readonly Step[],
  parent: Known | undefined,
  row: UnitRow,
): Known {
  const id = newId()
  const above = parent ?? ROOT
  const own = row.area && way === row.way ? areaOf(row.area) : null
  const areaOwn = own !== null && own !== above.areaId
  const areaId = areaOwn ? own : above.areaId
  const buildingId = above.buildingId ?? id
  const drafting = { id, estate, parentId: above.id, buildingId, way, detail: null, directions: null, areaId, areaOwn }
  const place = draftedPlace(drafting)
  made.places.push(place.row)
  made.keys.push(...place.keys)
  const added = { id, code: place.row.code, areaId, buildingId }
  known.set(added.code, added)
  return added
}

export const unitImporter = importer({
  kind: 'places',
  label: { zh: '房屋', en: 'Units' },
  permission: 'places.create',
  fields: FIELDS,
  options: Options,
  optionFields: [
    { key: 'estateId', label: { zh: '项目', en: 'Estate' }, required: true, kind: 'estate' },
    {
      key: 'status',
      label: { zh: '没写状态的房屋算作', en: 'Units without a status are' },
      required: true,
      kind: 'choice',
      choices: [
        { value: 'sold', label: { zh: '已售', en: 'Sold' } },
        { value: 'unsold', label: { zh: '未售', en: 'Unsold' } },
        { value: 'delivered', label: { zh: '已交房', en: 'Delivered' } },
        { value: 'occupied', label: { zh: '已入住', en: 'Occupied' } },
      ],
    },
  ],
  reasons: {
    'place.number_unclear': {
      zh: '看不出是哪栋楼的哪套房：“{{given}}”。写成 3-2-1201，或分列填写楼栋、单元、房号',
      en: 'Which unit of which building is {{given}}? Write 3-2-1201, or building, entrance and unit in columns of their own',
    },
    'place.cell_unclear': { zh: '看不懂“{{given}}”', en: '{{given}} is not understood' },
    'place.area_unknown': { zh: '没有责任区“{{given}}”', en: 'There is no area {{given}}' },
  },
  prepare,
  write,
})
