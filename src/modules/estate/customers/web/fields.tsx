// How each field of a customer is seen and filled in.
import { InputNumber } from 'antd'
import { apiOf, callOf } from '../../../../ui/api.ts'
import { choice, day, flag, phone, search, textArea, textLine } from '../../../../ui/controls.tsx'
import { anyOf, type ControlProps, controlOf, fieldsOf } from '../../../../ui/fields.tsx'
import { Masked } from '../../../../ui/Masked.tsx'
import { useMay } from '../../../../ui/me.tsx'
import { optionsOf } from '../../../../ui/options.ts'
import { Chip } from '../../../../ui/StatusTag.tsx'
import { Maybe, When } from '../../../../ui/values.tsx'
import { lookUp } from '../../../../ui/words.ts'
import { places } from '../../premises/contract/places.ts'
import {
  CUSTOMER_KINDS,
  type Customer,
  type CustomerRow,
  customers,
  GENDERS,
  ID_KINDS,
  ROLES,
  SOURCES,
} from '../contract.ts'
import { STATES } from '../states.ts'
import { lines } from './Lines.tsx'
import { words } from './words.ts'

export const api = apiOf(customers)
const placeApi = apiOf(places)

export const wordIn = (branch: string, value: string | null | undefined) =>
  value ? (lookUp('customers', `${branch}.${value}`) ?? value) : undefined

type Revealed = { id: string; value: string | null; what: 'phone' | 'id_number'; phoneId?: string }
/** Masked, with the whole number for whoever may see it. */
export function PrivateNumber({ id, value, what, phoneId }: Revealed) {
  const may = useMay('customers.reveal')
  const look = () => callOf(api.reveal, { id, what, ...(phoneId ? { phoneId } : {}) }).then((answer) => answer.value)
  return <Masked value={value} reveal={may ? look : undefined} dial={what === 'phone'} />
}

type UnitOf = { placeId: string; code: string; pathName: string; role: string }
const Units = ({ of }: { of: readonly UnitOf[] }) => (
  <Maybe>{of.map(({ code, role }) => `${code} ${wordIn('roles', role)}`).join('、')}</Maybe>
)

export const unitPick = (shown?: string) =>
  search(placeApi.search, ({ id, pathName }) => ({ value: id, label: pathName }), {
    inputOf: (q) => ({ q, kind: ['unit'] }),
    eager: false,
    ...(shown ? { shown } : {}),
  })
const customerPick = search(
  api.list,
  ({ id, name, mainPhone, units }) => ({
    value: id,
    label: name,
    hint: [mainPhone, units[0]?.code].filter(Boolean).join(' · '),
  }),
  { eager: false },
)

function Percent({ value, onChange, ...rest }: ControlProps<number>) {
  return (
    <InputNumber
      {...rest}
      value={value ?? null}
      min={0}
      max={100}
      precision={2}
      inputMode="decimal"
      suffix="%"
      style={{ width: '100%' }}
      onChange={(next) => onChange?.(next)}
    />
  )
}

const roleOptions = optionsOf(words, 'roles', ROLES)
export const fields = fieldsOf<CustomerRow>()(words, {
  name: {
    column: { width: 180, phone: 'title' },
    control: textLine({ max: 80 }),
  },
  kind: {
    column: { width: 72, phone: 'aside' },
    show: (kind) => wordIn('kinds', kind),
    filter: anyOf(optionsOf(words, 'kinds', CUSTOMER_KINDS)),
    control: choice(optionsOf(words, 'kinds', CUSTOMER_KINDS), { clearable: false }),
  },
  mainPhone: {
    column: { width: 180 },
    show: (masked, { id }) => <PrivateNumber id={id} value={masked} what="phone" />,
  },
  units: { column: { grow: true }, show: (units) => <Units of={units} /> },
  status: {
    column: { width: 90, hidden: true },
    show: (status) => wordIn('states', status),
    filter: anyOf(optionsOf(words, 'states', STATES)),
  },
  createdAt: { column: { width: 130, phone: 'hide' }, show: (at) => <When at={at} /> },
  role: { filter: anyOf(roleOptions), control: choice(roleOptions, { clearable: false }) },
  gender: { control: choice(optionsOf(words, 'genders', GENDERS)) },
  namePinyin: { control: textLine({ max: 120 }), help: 'create.pinyinHint' },
  phones: { control: lines({ type: 'tel', most: 10 }) },
  vehicles: { control: lines({ most: 20 }) },
  phone: { control: phone() },
  plate: { control: textLine({ max: 20 }) },
  label: { control: textLine({ max: 20 }) },
  main: { control: flag() },
  placeId: { control: unitPick() },
  share: { control: controlOf(Percent, {}) },
  fromOn: { control: day() },
  toOn: { control: day() },
  idKind: { control: choice(optionsOf(words, 'idKinds', ID_KINDS)) },
  idNumber: { control: textLine({ max: 40 }), help: 'create.idHint' },
  note: { control: textArea({ max: 500, rows: 2 }), wide: true },
  intoId: { control: customerPick, required: true },
  reason: { control: textArea({ max: 200, rows: 2 }), required: true },
})

export const facts = fieldsOf<Customer>()(words, {
  kind: { show: (kind) => wordIn('kinds', kind) },
  gender: { show: (gender) => <Maybe>{wordIn('genders', gender)}</Maybe> },
  namePinyin: {},
  idNumber: {
    show: (idNumber, { id, idKind }) => (
      <>
        <PrivateNumber id={id} value={idNumber} what="id_number" />
        {idKind ? <Chip>{wordIn('idKinds', idKind)}</Chip> : null}
      </>
    ),
  },
  source: { show: (source) => optionsOf(words, 'sources', SOURCES)().find(({ value }) => value === source)?.label },
  createdAt: { show: (at) => <When at={at} absolute /> },
  note: { wide: true },
})
