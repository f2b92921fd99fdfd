// Controls with which a sheet gets its worker, its witness and its reason to wait.
import { Select } from 'antd'
import { useRead } from '../../../../ui/api.ts'
import { inLanguage } from '../../../../ui/bilingual.ts'
import { search } from '../../../../ui/controls.tsx'
import { type ControlProps, controlOf } from '../../../../ui/fields.tsx'
import { useWords } from '../../../../ui/words.ts'
import type { WorkerLoad, WorkOrder } from '../contract/work-orders.ts'
import { api, settingsApi, staffApi } from './calls.ts'
import { tradeName } from './looks.tsx'
import { words } from './words.ts'

type Trade = WorkOrder['trade']
type Whose = { estateId: string; trade?: Trade | undefined; requestId?: string | null | undefined }

/** On duty first, then whoever has less on the plate. */
export const inOrder = (workers: readonly WorkerLoad[]) =>
  workers.toSorted(
    (a, b) =>
      Number(a.barred) - Number(b.barred) ||
      Number(b.onDuty) - Number(a.onDuty) ||
      a.assigned + a.working - (b.assigned + b.working) ||
      a.name.localeCompare(b.name, 'zh'),
  )

export const workerChoice = (whose: Whose) => controlOf(WorkerChoice, { whose })
function WorkerChoice({ value, onChange, whose, ...rest }: ControlProps<string> & { whose: Whose }) {
  const t = useWords(words)
  const { estateId, trade, requestId } = whose
  const found = useRead(
    api.workers,
    { estateId, ...(trade ? { trade } : {}), ...(requestId ? { requestId } : {}) },
    { enabled: estateId !== '' },
  )
  const options = inOrder(found.data?.items ?? []).map((worker) => ({
    value: worker.id,
    label: worker.name,
    disabled: worker.barred,
    hint: [
      t(worker.onDuty ? 'board.onDuty' : 'board.offDuty'),
      worker.trades.map(tradeName).join('、'),
      worker.barred ? t('board.barred') : String(worker.assigned + worker.working),
    ].join(' · '),
  }))
  return (
    <Select
      {...rest}
      value={value ?? null}
      loading={found.isFetching}
      options={options}
      showSearch={{ optionFilterProp: 'label' }}
      optionRender={({ data }) => (
        <span className="kit-pick-row">
          <span>{data.label}</span>
          <span className="quiet">{data.hint}</span>
        </span>
      )}
      style={{ width: '100%' }}
      onChange={(next: string | undefined) => onChange?.(next ?? null)}
    />
  )
}

type Colleagues = { estateId: string; trade?: Trade; permission?: string; hint: string; but?: string | null }
/** For those who do not dispatch but hand over or name a witness. */
export const colleague = ({ estateId, trade, permission, hint }: Colleagues) =>
  search(
    staffApi.pick,
    (person) => ({
      value: person.id,
      label: person.name,
      hint: person.trades.map(tradeName).join('、') || (person.posts[0]?.title ?? ''),
    }),
    {
      hint,
      inputOf: (typed) => ({
        search: typed || undefined,
        estateId,
        ...(trade && trade !== 'other' ? { trade } : {}),
        ...(permission ? { permission } : {}),
      }),
    },
  )

/** The reasons that the company keeps. */
export function useHoldReasons(estateId: string) {
  const settings = useRead(settingsApi.list, { estateId })
  return (settings.data?.reasons ?? [])
    .toSorted((a, b) => a.sort - b.sort)
    .map(({ id, name, nameEn }) => ({ value: id, label: inLanguage(name, nameEn) }))
}

export const reasonChoice = (estateId: string) => controlOf(ReasonChoice, { estateId })
function ReasonChoice({ value, onChange, estateId, ...rest }: ControlProps<string> & { estateId: string }) {
  const reasons = useHoldReasons(estateId)
  return (
    <Select
      {...rest}
      value={value ?? null}
      options={reasons}
      style={{ width: '100%' }}
      onChange={(next: string | undefined) => onChange?.(next ?? null)}
    />
  )
}
