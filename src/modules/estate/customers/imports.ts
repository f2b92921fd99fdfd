// Takes over a roll of owners and tenants. Whoever is on record already gets the unit linked instead of a second record.
import { createHash } from 'node:crypto'
import { z } from 'zod'
import { mustReach } from '../../../platform/access.ts'
import type { Ctx } from '../../../platform/context.ts'
import {
  type ImportField,
  importer,
  type Judged,
  type MappedRow,
  type Take,
} from '../../../platform/imports/importer.ts'
import { getEstateInUse } from '../../organisation/estates/module.ts'
import { findUnitsWritten } from '../premises/module.ts'
import { enter } from './actions/create.ts'
import { linkTo } from './actions/links.ts'
import type { LinkDraft } from './contract.ts'
import { type KnownCustomer, listKnownCustomers } from './queries/imports.ts'
import { refreshKeys } from './queries/writing.ts'
import { type CustomerKey, type CustomerRow, customerRowOf } from './rules/customer-rows.ts'

const line = (key: CustomerKey, zh: string, en: string, aliases: string[] = []): ImportField<CustomerKey> => ({
  key,
  label: { zh, en },
  aliases,
  required: false,
  kind: 'line',
  longest: 120,
})
const FIELDS: readonly ImportField<CustomerKey>[] = [
  {
    ...line('name', '姓名', 'Name', ['业主姓名', '客户名称', '业主', '住户姓名', '名称', '租户姓名']),
    required: true,
    longest: 80,
  },
  line('phone', '电话', 'Phone', ['联系电话', '手机', '手机号', '联系方式', '业主电话']),
  line('building', '楼栋', 'Building', ['楼号', '栋', '栋号']),
  line('entrance', '单元', 'Entrance', ['单元号']),
  line('unitNo', '房号', 'Unit', ['室号', '房间号', '房屋编号', '门牌号', '户号']),
  line('role', '身份', 'Role', ['客户类型', '住户类型', '关系', '与业主关系']),
  line('idNumber', '证件号码', 'ID number', ['身份证号', '身份证', '身份证号码', '证件号', '统一社会信用代码']),
  line('plate', '车牌', 'Number plate', ['车牌号', '车牌号码', '车辆']),
  { ...line('fromOn', '起始日期', 'From', ['入住日期', '入伙日期', '起租日期', '交房日期']), kind: 'day' },
  { ...line('note', '备注', 'Note', ['说明']), longest: 500 },
]

const Options = z.object({ estateId: z.uuid() })
type Options = z.output<typeof Options>
type Draft = CustomerRow & { placeId: string | null }

async function prepare(
  ctx: Ctx,
  rows: readonly MappedRow<CustomerKey>[],
  { estateId }: Options,
): Promise<Judged<Draft>[]> {
  mustReach(ctx.user, 'customers.create', { estateId })
  await getEstateInUse(ctx.tx, estateId)
  const read = rows.map(customerRowOf)
  const written = read.flatMap((one) => ('row' in one ? (one.row.unit ?? []) : []))
  const units = await findUnitsWritten(ctx.tx, estateId, written)
  const placed = read.map((one) => ('row' in one ? { row: withUnit(one.row, units) } : one))
  const known = await knownOf(
    ctx,
    placed.flatMap((one) => ('row' in one ? [one.row] : [])),
  )
  return placed.map((one) => ('row' in one ? judge(ctx, one.row, known) : { verdict: 'reject', reasons: one.reasons }))
}

const withUnit = (row: CustomerRow, units: ReadonlyMap<string, { id: string }>): Draft => ({
  ...row,
  placeId: row.unit ? (units.get(row.unit)?.id ?? null) : null,
})

function judge(ctx: Ctx, draft: Draft, known: readonly KnownCustomer[]): Judged<Draft> {
  const { unit, placeId, name } = draft
  if (unit && !placeId) {
    return { verdict: 'reject', reasons: [{ code: 'customer.unit_unknown', field: 'unitNo', params: { given: unit } }] }
  }
  const holder = known.find(({ idHash }) => idHash !== null && idHash === hashOf(ctx, draft)?.toString('hex'))
  if (holder && holder.name !== name) {
    return {
      verdict: 'reject',
      reasons: [{ code: 'customer.id_of_another', field: 'idNumber', params: { name: holder.name } }],
    }
  }
  const same = sameOf(ctx, draft, known)
  return same && isLinked(same, draft) ? { verdict: 'same' } : { verdict: 'take', key: keyOf(draft), draft }
}

/** By the ID number; else the same name with the same phone; without either, the same name in the same unit. */
function sameOf(ctx: Ctx, draft: Draft, known: readonly KnownCustomer[]): KnownCustomer | undefined {
  const hash = hashOf(ctx, draft)?.toString('hex')
  return known.find(({ name, idHash, phones, links }) => {
    if (hash && idHash) return hash === idHash
    if (name !== draft.name) return false
    if (draft.phones.length > 0) return draft.phones.some((phone) => phones.includes(phone))
    return !hash && (draft.placeId === null || links.some((link) => link.startsWith(`${draft.placeId} `)))
  })
}
const isLinked = ({ links }: KnownCustomer, { placeId, role }: Draft) =>
  placeId === null || links.includes(`${placeId} ${role}`)

const hashOf = (ctx: Ctx, { idKind, idNumber }: CustomerRow) =>
  idKind ? ctx.sealer.hash(ctx.user.companyId, `${idKind} ${idNumber}`) : undefined

const knownOf = ({ tx, ...ctx }: Ctx, drafts: readonly Draft[]) =>
  listKnownCustomers(tx, {
    phones: drafts.flatMap(({ phones }) => phones),
    idHashes: drafts.flatMap((draft) => hashOf({ tx, ...ctx }, draft) ?? []),
    placeIds: drafts.flatMap(({ placeId }) => placeId ?? []),
  })

const keyOf = ({ name, phones, idNumber, placeId, role }: Draft) =>
  createHash('sha256')
    .update(JSON.stringify([name, phones, idNumber, placeId, role]))
    .digest('base64url')

/** One after the other: a later row may be of somebody whom an earlier one has put on record. */
async function write(ctx: Ctx, takes: readonly Take<Draft>[], { estateId }: Options): Promise<string[]> {
  const written: string[] = []
  for (const { key, draft } of takes) {
    const same = sameOf(ctx, draft, await knownOf(ctx, [draft]))
    if (!same) await enter(ctx, draftFor(estateId, draft))
    else if (isLinked(same, draft)) continue
    else await linkKnown(ctx, same.id, linkOf(draft))
    written.push(key)
  }
  return written
}

async function linkKnown(ctx: Ctx, id: string, links: readonly LinkDraft[]) {
  for (const link of links) await linkTo(ctx, id, link)
  await refreshKeys(ctx.tx, id)
}

const linkOf = ({ placeId, role, fromOn }: Draft): LinkDraft[] =>
  placeId ? [{ placeId, role, ...(fromOn ? { fromOn } : {}) }] : []

const draftFor = (estateId: string, draft: Draft) => ({
  estateId,
  kind: draft.kind,
  name: draft.name,
  namePinyin: null,
  idKind: draft.idKind,
  idNumber: draft.idNumber,
  note: draft.note,
  source: 'import' as const,
  phones: draft.phones.map((phone) => ({ phone, label: null })),
  vehicles: draft.plates.map((plate) => ({ plate, label: null })),
  units: linkOf(draft),
})

export const customerImporter = importer({
  kind: 'customers',
  label: { zh: '客户', en: 'Customers' },
  permission: 'customers.create',
  fields: FIELDS,
  options: Options,
  optionFields: [{ key: 'estateId', label: { zh: '项目', en: 'Estate' }, required: true, kind: 'estate' }],
  reasons: {
    'customer.phone_unclear': { zh: '“{{given}}”不是电话号码', en: '{{given}} is not a phone number' },
    'customer.plate_unclear': { zh: '“{{given}}”不是车牌号', en: '{{given}} is not a number plate' },
    'customer.id_unclear': { zh: '证件号码不对', en: 'This is no ID number' },
    'customer.role_unclear': { zh: '看不懂身份“{{given}}”', en: 'The role {{given}} is not understood' },
    'customer.unit_unknown': {
      zh: '没有房屋“{{given}}”，请先导入房屋',
      en: 'There is no unit {{given}}; import the units first',
    },
    'customer.id_of_another': { zh: '这个证件号码是“{{name}}”的', en: 'This ID number is that of {{name}}' },
  },
  prepare,
  write,
})
