// Phones and plates of a customer. None is taken off the record: what is not theirs any more gets an end.
import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/contract.ts'
import { newId } from '../../../../platform/ids.ts'
import { recordEvent } from '../../../../platform/ledger.ts'
import { maskPhone } from '../../../../platform/masks.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import type { customers } from '../contract.ts'
import { listPhones, listVehicles, type PhoneRow } from '../queries/customers.ts'
import { insertPhones, insertVehicles, makeMain, refreshKeys, updatePhone, updateVehicle } from '../queries/writing.ts'
import { lockedFor, shown } from './shown.ts'

type Verbs = typeof customers.verbs

export const addPhone = async (ctx: Ctx, { id, phone, label, main }: Input<Verbs['addPhone']>) => {
  const { estateId } = await lockedFor(ctx, id, 'addPhone')
  const phones = await phonesInUse(ctx, id)
  if (phones.some((known) => known.phone === phone)) throw new Refusal('customer.phone_known')
  const phoneId = newId()
  const masked = maskPhone(phone)
  await insertPhones(ctx.tx, [{ id: phoneId, customerId: id, phone, masked, label, main: false, addedAt: ctx.now }])
  if (main || phones.length === 0) await makeMain(ctx.tx, id, phoneId)
  await refreshKeys(ctx.tx, id)
  await recordEvent(ctx, { name: 'customer.phone_added', recordId: id, estateId, details: { phone: masked, label } })
  return shown(ctx, id)
}

export const setMainPhone = async (ctx: Ctx, { id, phoneId }: Input<Verbs['setMainPhone']>) => {
  const { estateId } = await lockedFor(ctx, id, 'setMainPhone')
  const phone = phoneOf(await phonesInUse(ctx, id), phoneId)
  if (phone.main) return shown(ctx, id)
  await makeMain(ctx.tx, id, phoneId)
  const details = { phone: phone.masked }
  await recordEvent(ctx, { name: 'customer.main_phone_set', recordId: id, estateId, details })
  return shown(ctx, id)
}

export const endPhone = async (ctx: Ctx, { id, phoneId }: Input<Verbs['endPhone']>) => {
  const { estateId } = await lockedFor(ctx, id, 'endPhone')
  const phones = await phonesInUse(ctx, id)
  const phone = phoneOf(phones, phoneId)
  await updatePhone(ctx.tx, phoneId, { endedAt: ctx.now, main: false })
  const next = phones.find((other) => other.id !== phoneId)
  if (phone.main && next) await makeMain(ctx.tx, id, next.id)
  await refreshKeys(ctx.tx, id)
  await recordEvent(ctx, { name: 'customer.phone_ended', recordId: id, estateId, details: { phone: phone.masked } })
  return shown(ctx, id)
}

const phonesInUse = async ({ tx }: Ctx, id: string) => (await listPhones(tx, id)).filter(({ endedAt }) => !endedAt)
export function phoneOf(phones: readonly PhoneRow[], phoneId: string): PhoneRow {
  const phone = phones.find((one) => one.id === phoneId)
  if (!phone) throw new Refusal('customer.phone_not_found', { phoneId })
  return phone
}

export const addPlate = async (ctx: Ctx, { id, plate, label }: Input<Verbs['addPlate']>) => {
  const { estateId } = await lockedFor(ctx, id, 'addPlate')
  const known = (await listVehicles(ctx.tx, [id])).some((vehicle) => vehicle.plate === plate && !vehicle.endedAt)
  if (known) throw new Refusal('customer.plate_known', { plate })
  await insertVehicles(ctx.tx, [{ id: newId(), customerId: id, plate, label, addedAt: ctx.now }])
  await refreshKeys(ctx.tx, id)
  await recordEvent(ctx, { name: 'customer.plate_added', recordId: id, estateId, details: { plate, label } })
  return shown(ctx, id)
}

export const endPlate = async (ctx: Ctx, { id, vehicleId }: Input<Verbs['endPlate']>) => {
  const { estateId } = await lockedFor(ctx, id, 'endPlate')
  const vehicle = (await listVehicles(ctx.tx, [id])).find((one) => one.id === vehicleId && !one.endedAt)
  if (!vehicle) throw new Refusal('customer.plate_not_found', { vehicleId })
  await updateVehicle(ctx.tx, vehicleId, { endedAt: ctx.now })
  await refreshKeys(ctx.tx, id)
  const details = { plate: vehicle.plate }
  await recordEvent(ctx, { name: 'customer.plate_ended', recordId: id, estateId, details })
  return shown(ctx, id)
}
