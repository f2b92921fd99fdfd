// Telling a whole number that is otherwise masked, and recording who was told.
import type { Ctx } from '../../../../platform/context.ts'
import type { Input } from '../../../../platform/contract.ts'
import { recordEvent } from '../../../../platform/ledger.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import type { customers } from '../contract.ts'
import { findSealed, listPhones } from '../queries/customers.ts'
import { phoneOf } from './numbers.ts'
import { lockedFor } from './shown.ts'

type Asked = Input<typeof customers.verbs.reveal>

export const reveal = async (ctx: Ctx, asked: Asked) => {
  const { id, what, reason } = asked
  const { estateId } = await lockedFor(ctx, id, 'reveal')
  const { value, masked } = what === 'phone' ? await phoneFor(ctx, asked) : await idNumberOf(ctx, id)
  const details = { what, number: masked, ...(reason ? { reason } : {}) }
  await recordEvent(ctx, { name: 'customer.revealed', recordId: id, estateId, details })
  return { value }
}

async function phoneFor({ tx }: Ctx, { id, phoneId }: Asked) {
  const phones = await listPhones(tx, id)
  const main = phones.find((phone) => phone.main)
  const { phone, masked } = phoneOf(phones, phoneId ?? main?.id ?? '')
  return { value: phone, masked }
}

async function idNumberOf({ tx, user, sealer }: Ctx, id: string) {
  const found = await findSealed(tx, id)
  if (!found?.idNumberSealed) throw new Refusal('customer.no_id_number', { id })
  return { value: sealer.open(user.companyId, found.idNumberSealed), masked: found.idNumberMasked }
}
