// A row of somebody's roll of owners and tenants, read into a customer, or into the reasons why it cannot be.
import {
  isCreditCode,
  isResidentId,
  normalisePhone,
  normalisePlate,
  normaliseResidentId,
  plateKindOf,
} from '../../../../platform/checks.ts'
import type { MappedRow, Reason, Value } from '../../../../platform/imports/importer.ts'
import type { IdKind, Role } from '../contract.ts'

export type CustomerKey =
  | 'name'
  | 'phone'
  | 'building'
  | 'entrance'
  | 'unitNo'
  | 'role'
  | 'idNumber'
  | 'plate'
  | 'fromOn'
  | 'note'
export type CustomerRow = {
  name: string
  kind: 'person' | 'firm'
  phones: string[]
  plates: string[]
  idKind: IdKind | null
  idNumber: string | null
  /** The code as it is written in the table. */
  unit: string | null
  role: Role
  fromOn: string | null
  note: string | null
}

const textOf = (value: Value) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : null)
const SEVERAL = /[、,，;；/\n]+|\s{2,}/u

type Values = MappedRow<CustomerKey>['values']
export function customerRowOf({ values }: MappedRow<CustomerKey>): { row: CustomerRow } | { reasons: Reason[] } {
  const phones = severalIn(values, 'phone', normalisePhone)
  const plates = severalIn(values, 'plate', plateOf)
  const paper = paperOf(textOf(values.idNumber))
  const role = roleOf(textOf(values.role))
  const reasons = [
    ...phones.wrong.map((given) => refused('customer.phone_unclear', 'phone', given)),
    ...plates.wrong.map((given) => refused('customer.plate_unclear', 'plate', given)),
    // The number itself is left out: reasons lie readable.
    ...(paper ? [] : [refused('customer.id_unclear', 'idNumber', '')]),
    ...(role ? [] : [refused('customer.role_unclear', 'role', String(values.role))]),
  ]
  if (!paper || !role || reasons.length > 0) return { reasons }
  const name = textOf(values.name) ?? ''
  const kind = paper.idKind === 'credit_code' || FIRM.test(name) ? 'firm' : 'person'
  const said = { fromOn: textOf(values.fromOn), note: textOf(values.note), unit: unitOf(values) }
  return { row: { name, kind, phones: phones.right, plates: plates.right, ...paper, role, ...said } }
}

const refused = (code: string, field: CustomerKey, given: string): Reason => ({ code, field, params: { given } })

function severalIn(values: Values, field: CustomerKey, read: (written: string) => string | undefined) {
  const written = textOf(values[field])?.split(SEVERAL).filter(Boolean) ?? []
  return {
    right: written.flatMap((one) => read(one) ?? []),
    wrong: written.filter((one) => read(one) === undefined),
  }
}

/** 3-2-1201, from one column or three. */
function unitOf(values: Values): string | null {
  const parts = [values.building, values.entrance, values.unitNo].flatMap((value) => textOf(value) ?? [])
  return textOf(values.unitNo) ? parts.join('-') : null
}

const FIRM = /(?:公司|集团|银行|商行|事务所|工作室|幼儿园|合作社|协会|店)$/u

const plateOf = (written: string) => {
  const plate = normalisePlate(written)
  return plateKindOf(plate) ? plate : undefined
}

type Paper = { idKind: IdKind; idNumber: string } | { idKind: null; idNumber: null }
/** What kind of paper it is shows in the number itself; undefined for one that can be none. */
function paperOf(written: string | null): Paper | undefined {
  if (!written) return { idKind: null, idNumber: null }
  const idNumber = normaliseResidentId(written)
  if (isResidentId(idNumber)) return { idKind: 'resident_id', idNumber }
  if (isCreditCode(idNumber)) return { idKind: 'credit_code', idNumber }
  if (/^[HM]\d{8,10}$/.test(idNumber)) return { idKind: 'hk_macao_permit', idNumber }
  return /^(?=.*[A-Z])[A-Z0-9]{6,12}$/.test(idNumber) ? { idKind: 'passport', idNumber } : undefined
}

const ROLE_WORDS: Record<string, Role> = {
  业主: 'owner',
  产权人: 'owner',
  房主: 'owner',
  户主: 'owner',
  租户: 'tenant',
  租客: 'tenant',
  承租人: 'tenant',
  使用人: 'tenant',
  家属: 'family',
  家庭成员: 'family',
  配偶: 'family',
  子女: 'family',
  父母: 'family',
  联系人: 'contact',
  紧急联系人: 'contact',
  单位员工: 'staff_of_firm',
  员工: 'staff_of_firm',
}
const ROLES: readonly Role[] = ['owner', 'tenant', 'family', 'contact', 'staff_of_firm']
function roleOf(written: string | null): Role | undefined {
  if (!written) return 'owner'
  const plain = written.normalize('NFKC').toLowerCase()
  return ROLE_WORDS[plain] ?? ROLES.find((role) => role === plain)
}
