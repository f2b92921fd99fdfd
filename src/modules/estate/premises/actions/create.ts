// New places: one, or a whole building at once.
import { mustReach } from '../../../../platform/access.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/contract.ts'
import { newId } from '../../../../platform/ids.ts'
import { recordEvent } from '../../../../platform/ledger.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { type EstateSettings, getEstateInUse } from '../../../organisation/estates/module.ts'
import type { places } from '../contract/places.ts'
import type { BuildingPlan, PlaceDraft } from '../contract/shapes.ts'
import { findAreaCard, findByCode, findPlaceRow, type PlaceRow, wayTo } from '../queries/places.ts'
import { insertPlaces, lockTree, type UnitInsert } from '../queries/writing.ts'
import { type Planned, plannedBuilding } from '../rules/building.ts'
import { floorNoOf, mustFitIn, mustSuit, nameOf, type Step } from '../rules/codes.ts'
import { type Drafted, draftedPlace } from '../rules/drafting.ts'
import { readable, shown } from './shown.ts'

type Verbs = typeof places.verbs

export const create = async (ctx: Ctx, draft: Input<Verbs['create']>) => {
  const estate = await getEstateInUse(ctx.tx, draft.estateId)
  await lockTree(ctx.tx, estate.id)
  const parent = await parentOf(ctx, draft)
  mustFitIn(draft.kind, parent?.kind)
  mustSuit(draft.kind, draft.detail)
  const areaId = draft.areaId ?? parent?.areaId ?? null
  mustReach(ctx.user, 'places.create', { estateId: estate.id, areaId })
  if (draft.areaId) await mustBeAreaOf(ctx, estate.id, draft.areaId)
  const place = await draftedIn(ctx, draft, estate, parent, areaId)
  await mustBeFree(ctx, estate.id, place.row.code)
  const { id } = place.row
  await insertPlaces(ctx.tx, [place.row], draft.kind === 'unit' ? [unitOf(ctx, id, draft, parent)] : [], place.keys)
  const details = { kind: draft.kind, code: place.row.code }
  await recordEvent(ctx, { name: 'place.created', recordId: id, estateId: estate.id, areaId, to: 'in_use', details })
  return shown(ctx.user, await readable(ctx, id))
}

async function draftedIn(
  { tx }: Ctx,
  draft: PlaceDraft,
  estate: EstateSettings,
  parent: PlaceRow | undefined,
  areaId: string | null,
) {
  const id = newId()
  const { kind, detail = null, directions } = draft
  return draftedPlace({
    id,
    estate,
    parentId: parent?.id ?? null,
    buildingId: kind === 'building' ? id : (parent?.buildingId ?? null),
    way: [...(parent ? await wayTo(tx, parent.id) : []), stepOf(draft)],
    detail,
    directions,
    areaId,
    areaOwn: Boolean(draft.areaId),
  })
}

async function parentOf({ tx }: Ctx, { parentId, estateId }: PlaceDraft): Promise<PlaceRow | undefined> {
  if (!parentId) return undefined
  const parent = await findPlaceRow(tx, parentId)
  if (!parent || parent.estateId !== estateId || parent.archivedAt) {
    throw new Refusal('place.parent_not_found', { id: parentId })
  }
  return parent
}

function stepOf({ kind, no, name }: PlaceDraft): Step {
  const number = no ?? (kind === 'public_area' || kind === 'facility' ? name?.replace(/[\s\-/]+/gu, '') : undefined)
  if (!number) throw new Refusal('place.no_missing', { kind })
  return { kind, no: number, name: name ?? nameOf(kind, number) }
}

const metres = (area: number | null | undefined) => area?.toFixed(2) ?? null

function unitOf(ctx: Ctx, id: string, draft: PlaceDraft, parent: PlaceRow | undefined): UnitInsert {
  const { no = '', grossFloorArea, innerArea, use = 'home', status = 'unsold', deliveredOn = null } = draft
  return {
    id,
    unitNo: no,
    floorNo: draft.floorNo ?? (parent?.kind === 'floor' ? floorNoOf(parent.no) : null),
    grossFloorArea: metres(grossFloorArea),
    innerArea: metres(innerArea),
    use,
    status,
    statusAt: ctx.now,
    deliveredOn,
  }
}

export async function mustBeAreaOf({ tx }: Ctx, estateId: string, areaId: string) {
  const area = await findAreaCard(tx, estateId, areaId)
  if (!area || area.archivedAt) throw new Refusal('place.area_not_found', { id: areaId })
}

export async function mustBeFree({ tx }: Ctx, estateId: string, code: string, besides?: string) {
  const taken = await findByCode(tx, estateId, code)
  if (taken && taken.id !== besides) throw new Refusal('place.code_taken', { code, id: taken.id })
}

export const generate = async (ctx: Ctx, plan: Input<Verbs['generate']>) => {
  const estate = await getEstateInUse(ctx.tx, plan.estateId)
  const areaId = plan.areaId ?? null
  mustReach(ctx.user, 'places.generate', { estateId: estate.id, areaId })
  await lockTree(ctx.tx, estate.id)
  if (areaId) await mustBeAreaOf(ctx, estate.id, areaId)
  const building = plannedBuilding(plan)
  await mustBeFree(ctx, estate.id, plan.no)
  const id = newId()
  const drafts = draftsOf(building, { estate, areaId, buildingId: id }, { id, parentId: null, above: [] })
  const units = drafts.flatMap(({ planned, drafted }) =>
    planned.kind === 'unit' ? [plannedUnit(ctx, plan, drafted.row.id, planned)] : [],
  )
  await insertPlaces(
    ctx.tx,
    drafts.map(({ drafted }) => drafted.row),
    units,
    drafts.flatMap(({ drafted }) => drafted.keys),
  )
  const count = (kind: Planned['kind']) => drafts.filter(({ planned }) => planned.kind === kind).length
  const made = { entrances: count('entrance'), floors: count('floor'), units: units.length }
  const details = { code: plan.no, ...made }
  await recordEvent(ctx, { name: 'place.generated', recordId: id, estateId: estate.id, areaId, to: 'in_use', details })
  return { id, ...made }
}

type Ground = { estate: { id: string; shortName: string }; areaId: string | null; buildingId: string }
type Spot = { id: string; parentId: string | null; above: Step[] }

/** Parents before their parts. */
function draftsOf(
  planned: Planned,
  ground: Ground,
  { id, parentId, above }: Spot,
): { planned: Planned; drafted: Drafted }[] {
  const { kind, no, name } = planned
  const way = [...above, { kind, no, name }]
  const isBuilding = kind === 'building'
  const drafted = draftedPlace({
    ...ground,
    id,
    parentId,
    way,
    detail: null,
    directions: null,
    areaOwn: isBuilding && ground.areaId !== null,
  })
  const parts = planned.parts.flatMap((part) => draftsOf(part, ground, { id: newId(), parentId: id, above: way }))
  return [{ planned, drafted }, ...parts]
}

const plannedUnit = (ctx: Ctx, plan: BuildingPlan, id: string, { no, floorNo }: Planned): UnitInsert => ({
  id,
  unitNo: no,
  floorNo,
  grossFloorArea: metres(plan.grossFloorArea),
  innerArea: null,
  use: plan.use,
  status: plan.status,
  statusAt: ctx.now,
  deliveredOn: null,
})
