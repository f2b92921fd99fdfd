// New customers, and who they are said to be.
import { mustReach } from '../../../../platform/access.ts'
import { changedOf } from '../../../../platform/changed.ts'
import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/contract.ts'
import { newId } from '../../../../platform/ids.ts'
import { recordEvent } from '../../../../platform/ledger.ts'
import { maskPhone } from '../../../../platform/masks.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import { getEstateInUse } from '../../../organisation/estates/module.ts'
import { getPlaceInUse } from '../../premises/module.ts'
import type { CustomerDraft, customers } from '../contract.ts'
import { findByIdHash } from '../queries/customers.ts'
import {
  insertCustomer,
  insertEstates,
  insertPhones,
  insertVehicles,
  lockIdentity,
  refreshKeys,
  updateCustomer,
} from '../queries/writing.ts'
import { type Identity, identityOf } from '../rules/identity.ts'
import { linkTo } from './links.ts'
import { lockedFor, shown } from './shown.ts'

type Verbs = typeof customers.verbs

export const create = async (ctx: Ctx, draft: Input<Verbs['create']>) => shown(ctx, await enter(ctx, draft))

/** Without the answer that a page wants. */
export async function enter(ctx: Ctx, draft: CustomerDraft): Promise<string> {
  const { estateId, kind, name, namePinyin, gender, note, source } = draft
  await getEstateInUse(ctx.tx, estateId)
  const areaId = await mustReachFirstUnit(ctx, draft)
  const id = newId()
  const identity = await sealedIdentity(ctx, identityOf(draft))
  const row = { estateId, kind, name, namePinyin, gender: gender ?? null, note, source, createdAt: ctx.now }
  await insertCustomer(ctx.tx, { id, ...row, ...identity })
  await insertEstates(ctx.tx, id, [estateId])
  await insertPhones(ctx.tx, phonesOf(ctx, id, draft.phones))
  await insertVehicles(ctx.tx, vehiclesOf(ctx, id, draft.vehicles))
  const details = { kind, name, units: draft.units.length }
  await recordEvent(ctx, { name: 'customer.created', recordId: id, estateId, areaId, to: 'in_use', details })
  for (const link of draft.units) await linkTo(ctx, id, link)
  await refreshKeys(ctx.tx, id)
  return id
}

/** A steward may enter the people of the own area; somebody without a unit belongs to the whole estate. */
async function mustReachFirstUnit(ctx: Ctx, { estateId, units }: CustomerDraft): Promise<string | null> {
  const [first] = units
  const areaId = first ? (await getPlaceInUse(ctx.tx, first.placeId)).areaId : null
  const anywhere = !first && ctx.user.estateIds.includes(estateId)
  const [anArea] = ctx.user.grants.get('customers.create')?.areaIds ?? []
  mustReach(ctx.user, 'customers.create', { estateId, areaId: anywhere ? (anArea ?? null) : areaId })
  return areaId
}

function phonesOf(ctx: Ctx, customerId: string, drafts: CustomerDraft['phones']) {
  const once = new Map(drafts.map((draft) => [draft.phone, draft]))
  return [...once.values()].map(({ phone, label }, at) => ({
    id: newId(),
    customerId,
    phone,
    masked: maskPhone(phone),
    label,
    main: at === 0,
    addedAt: ctx.now,
  }))
}
function vehiclesOf(ctx: Ctx, customerId: string, drafts: CustomerDraft['vehicles']) {
  const once = new Map(drafts.map((draft) => [draft.plate, draft]))
  return [...once.values()].map(({ plate, label }) => ({ id: newId(), customerId, plate, label, addedAt: ctx.now }))
}

/** The columns of an ID number; refused when somebody else has it. */
async function sealedIdentity(ctx: Ctx, identity: Identity | undefined, ownId?: string) {
  if (!identity) return {}
  const { idKind, idNumber, masked } = identity
  const { companyId } = ctx.user
  const idNumberHash = ctx.sealer.hash(companyId, `${idKind} ${idNumber}`)
  await lockIdentity(ctx.tx, idNumberHash)
  const holder = await findByIdHash(ctx.tx, idNumberHash)
  if (holder && holder.id !== ownId) throw new Refusal('customer.id_taken', { id: holder.id })
  return { idKind, idNumberHash, idNumberSealed: ctx.sealer.seal(companyId, idNumber), idNumberMasked: masked }
}

export const change = async (ctx: Ctx, { id, idKind, idNumber, ...given }: Input<Verbs['change']>) => {
  const customer = await lockedFor(ctx, id, 'change')
  const identity = await changedIdentity(ctx, id, { idKind, idNumber })
  const changed = changedOf(customer, { ...given, ...(identity ? { idNumberMasked: identity.idNumberMasked } : {}) })
  if (!changed && !identity) return shown(ctx, id)
  await updateCustomer(ctx.tx, id, { ...given, ...identity })
  await refreshKeys(ctx.tx, id)
  await recordEvent(ctx, { name: 'customer.changed', recordId: id, estateId: customer.estateId, details: { changed } })
  return shown(ctx, id)
}

type GivenIdentity = Pick<Input<Verbs['change']>, 'idKind' | 'idNumber'>
/** Both null takes the number off the record; neither given leaves it. */
async function changedIdentity(ctx: Ctx, id: string, given: GivenIdentity) {
  if (given.idKind === undefined && given.idNumber === undefined) return undefined
  const identity = identityOf(given)
  if (identity) return sealedIdentity(ctx, identity, id)
  return { idKind: null, idNumberHash: null, idNumberSealed: null, idNumberMasked: null }
}
