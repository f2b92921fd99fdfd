// Duplicates: one record goes over into another, which takes what it knows; it stays and points there.
import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/contract.ts'
import { newId } from '../../../../platform/ids.ts'
import { recordEvents } from '../../../../platform/ledger.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import type { customers } from '../contract.ts'
import {
  type CustomerRecord,
  findSealed,
  listEstatesOf,
  listLinks,
  listPhones,
  listVehicles,
} from '../queries/customers.ts'
import {
  insertEstates,
  insertLinks,
  insertPhones,
  insertVehicles,
  pointDuplicatesAt,
  refreshKeys,
  updateCustomer,
} from '../queries/writing.ts'
import { overlap } from '../rules/links.ts'
import { lockedFor, shown } from './shown.ts'

export const merge = async (ctx: Ctx, { id, intoId }: Input<typeof customers.verbs.merge>) => {
  if (id === intoId) throw new Refusal('customer.merged_with_itself', { id })
  // Always in one order, so that two merges of the same pair cannot wait for each other.
  const [first, second] = id < intoId ? [id, intoId] : [intoId, id]
  const locked = [await lockedFor(ctx, first, 'merge'), await lockedFor(ctx, second, 'merge')]
  const duplicate = recordOf(locked, id)
  const goesOn = recordOf(locked, intoId)
  if (duplicate.kind !== goesOn.kind) throw new Refusal('customer.kinds_differ')
  // From here on only the other may count as the holder of an ID number.
  await updateCustomer(ctx.tx, id, { mergedIntoId: intoId, mergedAt: ctx.now })
  await carryIdentity(ctx, id, intoId)
  await pointDuplicatesAt(ctx.tx, id, intoId)
  await carryGaps(ctx, duplicate, goesOn)
  await carryNumbers(ctx, id, intoId)
  await carryLinks(ctx, id, intoId)
  await insertEstates(ctx.tx, intoId, await listEstatesOf(ctx.tx, id))
  await refreshKeys(ctx.tx, id)
  await refreshKeys(ctx.tx, intoId)
  const { estateId } = duplicate
  await recordEvents(ctx, [
    { name: 'customer.merged', recordId: id, estateId, from: 'in_use', to: 'merged', details: { intoId } },
    {
      name: 'customer.took_over',
      recordId: intoId,
      estateId: goesOn.estateId,
      details: { fromId: id, name: duplicate.name },
    },
  ])
  return shown(ctx, intoId)
}

function recordOf(records: readonly CustomerRecord[], id: string): CustomerRecord {
  const record = records.find((one) => one.id === id)
  if (!record) throw new Refusal('customer.not_found', { id })
  return record
}

async function carryIdentity({ tx }: Ctx, id: string, intoId: string) {
  const from = await findSealed(tx, id)
  const into = await findSealed(tx, intoId)
  if (!from?.idNumberHash) return
  if (into?.idNumberHash && !into.idNumberHash.equals(from.idNumberHash)) throw new Refusal('customer.ids_differ')
  if (!into?.idNumberHash) await updateCustomer(tx, intoId, from)
}

/** What only the duplicate knows. */
async function carryGaps({ tx }: Ctx, duplicate: CustomerRecord, goesOn: CustomerRecord) {
  await updateCustomer(tx, goesOn.id, {
    gender: goesOn.gender ?? duplicate.gender,
    namePinyin: goesOn.namePinyin ?? duplicate.namePinyin,
    note: goesOn.note ?? duplicate.note,
  })
}

async function carryNumbers({ tx, now }: Ctx, id: string, intoId: string) {
  const known = await listPhones(tx, intoId)
  const phones = (await listPhones(tx, id)).filter(
    ({ phone, endedAt }) => !endedAt && !known.some((other) => other.phone === phone && !other.endedAt),
  )
  const hasMain = known.some(({ main }) => main)
  await insertPhones(
    tx,
    phones.map(({ phone, masked, label, main }) => ({
      id: newId(),
      customerId: intoId,
      phone,
      masked,
      label,
      main: main && !hasMain,
      addedAt: now,
    })),
  )
  const plates = new Set((await listVehicles(tx, [intoId])).flatMap(({ plate, endedAt }) => (endedAt ? [] : [plate])))
  const vehicles = (await listVehicles(tx, [id])).filter(({ plate, endedAt }) => !endedAt && !plates.has(plate))
  await insertVehicles(
    tx,
    vehicles.map(({ plate, label }) => ({ id: newId(), customerId: intoId, plate, label, addedAt: now })),
  )
}

async function carryLinks({ tx, now }: Ctx, id: string, intoId: string) {
  const known = await listLinks(tx, [intoId])
  const links = (await listLinks(tx, [id])).filter(
    (link) =>
      !known.some(
        ({ placeId, role, ...term }) => placeId === link.placeId && role === link.role && overlap(term, link),
      ),
  )
  await insertLinks(
    tx,
    links.map(({ placeId, role, share, fromOn, toOn }) => ({
      id: newId(),
      customerId: intoId,
      placeId,
      role,
      share: share === null ? null : share.toFixed(2),
      fromOn,
      toOn,
      linkedAt: now,
    })),
  )
}
