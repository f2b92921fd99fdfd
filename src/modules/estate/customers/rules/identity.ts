// Whether an ID number can be one, and how it looks masked.
import { isCreditCode, isResidentId, normaliseCreditCode, normaliseResidentId } from '../../../../platform/checks.ts'
import { maskId } from '../../../../platform/masks.ts'
import { Refusal } from '../../../../platform/refusal.ts'
import type { IdKind } from '../contract.ts'

export type Identity = { idKind: IdKind; idNumber: string; masked: string }

/** Undefined when nothing was given; both or neither must be. */
export function identityOf(given: {
  idKind?: IdKind | null | undefined
  idNumber?: string | null | undefined
}): Identity | undefined {
  const { idKind, idNumber: written } = given
  if (!idKind && !written) return undefined
  if (!idKind || !written) throw new Refusal('customer.id_incomplete')
  const idNumber = FORMS[idKind](written)
  if (!idNumber) throw new Refusal('customer.id_malformed', { idKind })
  return { idKind, idNumber, masked: idNumber.length < 12 ? maskShort(idNumber) : maskId(idNumber) }
}

const papers = (form: RegExp) => (written: string) => {
  const number = normaliseResidentId(written)
  return form.test(number) ? number : undefined
}
const FORMS: Record<IdKind, (written: string) => string | undefined> = {
  resident_id: (written) => checked(normaliseResidentId(written), isResidentId),
  credit_code: (written) => checked(normaliseCreditCode(written), isCreditCode),
  passport: papers(/^[A-Z0-9]{5,20}$/),
  hk_macao_permit: papers(/^[HM]\d{8,10}$/),
  taiwan_permit: papers(/^\d{8}(?:\d{2}(?:\([A-Z]\))?)?$/),
  residence_permit: papers(/^[A-Z0-9]{15,18}$/),
}
const checked = (number: string, isOne: (number: string) => boolean) => (isOne(number) ? number : undefined)

const maskShort = (number: string) => `${number.slice(0, 1)}${'*'.repeat(number.length - 3)}${number.slice(-2)}`
