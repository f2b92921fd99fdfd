// The controls that the verbs of a request need beyond those of the kit.
import { Form, Radio, Select } from 'antd'
import { apiOf, useRead } from '../../../../../ui/api.ts'
import { useNow } from '../../../../../ui/clock.ts'
import { instant } from '../../../../../ui/controls.tsx'
import { ControlOf, type ControlProps, controlOf } from '../../../../../ui/fields.tsx'
import { useZone } from '../../../../../ui/me.tsx'
import { instantOf, wallOf } from '../../../../../ui/moments.ts'
import { SearchPick } from '../../../../../ui/SearchPick.tsx'
import { useWords } from '../../../../../ui/words.ts'
import { places } from '../../../../estate/premises/contract/places.ts'
import { staff } from '../../../../organisation/staff/contract.ts'
import { requests } from '../../contract/requests.ts'
import { requestSettings } from '../../contract/settings.ts'
import { KINDS, type Kind } from '../../contract/shapes.ts'
import { branchesOf } from '../categories.ts'
import { nameIn } from '../looks.tsx'
import { words } from '../words.ts'

const settingsApi = apiOf(requestSettings)
const requestsApi = apiOf(requests)
const staffApi = apiOf(staff)
const placesApi = apiOf(places)

type Here = { estateId: string }

/** Somebody of this estate who may take requests on. */
export const handlerPick = (here: Here) => controlOf(HandlerPick, here)
export function HandlerPick({ estateId, ...rest }: ControlProps<string> & Here) {
  const t = useWords(words)
  return (
    <SearchPick
      {...rest}
      read={staffApi.pick}
      inputOf={(typed) => ({ estateId, permission: 'requests.take', ...(typed ? { search: typed } : {}) })}
      itemOf={({ id, name, posts, onDuty }) => ({
        value: id,
        label: name,
        hint: `${posts.map((post) => nameIn({ name: post.title, nameEn: post.titleEn })).join('、')}${onDuty ? ` · ${t('page.onDuty')}` : ''}`,
      })}
    />
  )
}

type WithShown = Here & { shown: string | null }
export const placePick = (settings: WithShown) => controlOf(PlaceOfEstate, settings)
function PlaceOfEstate({ estateId, shown, ...rest }: ControlProps<string> & WithShown) {
  return (
    <SearchPick
      {...rest}
      read={placesApi.search}
      eager={false}
      {...(shown ? { shown } : {})}
      inputOf={(typed) => ({ q: typed, estateId })}
      itemOf={({ id, pathName, code }) => ({ value: id, label: pathName, hint: code })}
    />
  )
}

/** Another request of the estate, by any words of it. */
export const requestPick = (settings: Here & { kind?: Kind }) => controlOf(RequestPick, settings)
function RequestPick({ estateId, kind, ...rest }: ControlProps<string> & Here & { kind?: Kind }) {
  return (
    <SearchPick
      {...rest}
      read={requestsApi.list}
      inputOf={(typed) => ({ estateId, limit: 12, ...(typed ? { q: typed } : {}), ...(kind ? { kind: [kind] } : {}) })}
      itemOf={({ id, no, subject, contactName }) => ({ value: id, label: `${no} ${subject}`, hint: contactName ?? '' })}
    />
  )
}

/** Follows the kind chosen in the same form. */
export const categoryPick = (settings: Here & { kind: Kind }) => controlOf(CategoryOfKind, settings)
function CategoryOfKind({ estateId, kind, value, onChange, ...rest }: ControlProps<string> & Here & { kind: Kind }) {
  const form = Form.useFormInstance()
  const watched: unknown = Form.useWatch('kind', form)
  const wanted = KINDS.find((one) => one === watched) ?? kind
  const settings = useRead(settingsApi.list, { estateId })
  const branches = branchesOf(settings.data?.categories ?? [], wanted)
  const options = branches.map(({ category, path }) => ({
    value: category.id,
    label: path.map(nameIn).join(' / '),
  }))
  return (
    <Select
      {...rest}
      value={options.some((option) => option.value === value) ? value : null}
      options={options}
      showSearch={{ optionFilterProp: 'label' }}
      allowClear
      onChange={(next) => onChange?.(next ?? null)}
    />
  )
}

export const reasonPick = (here: Here) => controlOf(ReasonPick, here)
function ReasonPick({ estateId, value, onChange, ...rest }: ControlProps<string> & Here) {
  const t = useWords(words)
  const settings = useRead(settingsApi.list, { estateId })
  const options = (settings.data?.reasons ?? []).map((reason) => ({
    value: reason.id,
    label: `${nameIn(reason)}（${t(reason.stopsClock ? 'page.stopsClock' : 'page.clockRuns')}）`,
  }))
  return <Select {...rest} value={value ?? null} options={options} onChange={(next) => onChange?.(next)} />
}

const moment = instant({ minuteStep: 30 })
/** A moment to come: the usual ones by one click. */
export const laterPick = () => controlOf(LaterPick, {})
function LaterPick({ value, onChange, ...rest }: ControlProps<string>) {
  const t = useWords(words)
  const now = useNow()
  const zone = useZone()
  const dayIn = (days: number) => wallOf(new Date(now.getTime() + days * 86_400_000), zone).day
  const ways = [
    ['inTwoHours', new Date(now.getTime() + 2 * 3_600_000).toISOString()],
    ['laterToday', instantOf(dayIn(0), '17:00', zone)],
    ['tomorrow', instantOf(dayIn(1), '09:00', zone)],
    ['inThreeDays', instantOf(dayIn(3), '09:00', zone)],
  ] as const
  return (
    <div className="rq-later">
      <ControlOf
        control={moment}
        {...rest}
        value={value}
        onChange={(at) => onChange?.(typeof at === 'string' ? at : null)}
      />
      <div className="rq-choices">
        {ways
          .filter(([, at]) => new Date(at) > now)
          .map(([key, at]) => (
            <button key={key} type="button" className="rq-toggle" onClick={() => onChange?.(at)}>
              {t(`page.${key}`)}
            </button>
          ))}
      </div>
    </div>
  )
}

export const levelPick = () => controlOf(LevelPick, {})
function LevelPick({ value, onChange, ...rest }: ControlProps<number>) {
  const t = useWords(words)
  const options = ([0, 1, 2, 3] as const).map((level) => ({ value: level, label: t(`levels.${level}`) }))
  return <Select {...rest} value={value ?? null} options={options} onChange={(next) => onChange?.(next)} />
}

export const validPick = () => controlOf(ValidPick, {})
function ValidPick({ value, onChange, ...rest }: ControlProps<boolean>) {
  const t = useWords(words)
  return (
    <Radio.Group
      {...rest}
      value={value}
      options={[true, false].map((one) => ({ value: one, label: t(`valid.${one}`) }))}
      onChange={({ target }) => onChange?.(target.value === true)}
    />
  )
}
