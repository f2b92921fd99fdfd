// All requests within reach: how many need what, found by words and filters, most urgent first when asked.
import { PhoneOutlined } from '@ant-design/icons'
import { Select } from 'antd'
import { apiOf, useRead } from '../../../../ui/api.ts'
import { EntityTable } from '../../../../ui/EntityTable.tsx'
import { useEstate, useMay, useMe, useZone } from '../../../../ui/me.tsx'
import { instantOf, wallOf } from '../../../../ui/moments.ts'
import { PageHeader } from '../../../../ui/Panel.tsx'
import { To } from '../../../../ui/To.tsx'
import { oneIn, useUrlState } from '../../../../ui/url-state.ts'
import { useWords } from '../../../../ui/words.ts'
import { requests } from '../contract/requests.ts'
import { fields } from './fields.tsx'
import './requests.css'
import { words } from './words.ts'

const api = apiOf(requests)
const SORTS = ['newest', 'oldest', 'due'] as const

export function ListPage() {
  const t = useWords(words)
  const zone = useZone()
  const mayCreate = useMay('requests.create')
  const newButton = mayCreate ? (
    <To href="/requests/new" className="ant-btn ant-btn-primary ant-btn-color-primary ant-btn-variant-solid rq-new">
      <PhoneOutlined /> {t('list.new')}
    </To>
  ) : null
  return (
    <>
      <PageHeader title={t('list.title')} actions={newButton} />
      <Counts />
      <EntityTable
        name="requests"
        label={t('list.title')}
        read={api.list}
        fields={fields}
        columns={[
          'no',
          'subject',
          'kind',
          'urgency',
          'status',
          'dueAt',
          'place',
          'contact',
          'contactPhoneMasked',
          'categoryName',
          'handlerName',
          'receivedAt',
          'channel',
          'estateName',
          'receivedBy',
          'closedAt',
        ]}
        filters={['open', 'overdue', 'status', 'kind', 'urgency', 'areaId', 'handlerId', 'channel', 'receivedAt']}
        inputOf={(asked) => ({ ...asked, ...instantsOf(asked, zone) })}
        limit={30}
        open={(row) => `/requests/${row.id}`}
        extra={<SortPick />}
        empty={{ title: t('list.empty'), hint: t('list.emptyHint'), action: newButton }}
      />
    </>
  )
}

/** Both days of a range are meant whole. */
function instantsOf({ from, to }: Record<string, unknown>, zone: string | undefined) {
  const dayAfter = (day: string) => new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10)
  return {
    ...(typeof from === 'string' ? { from: instantOf(from, '00:00', zone) } : {}),
    ...(typeof to === 'string' ? { to: instantOf(dayAfter(to), '00:00', zone) } : {}),
  }
}

function SortPick() {
  const t = useWords(words)
  const { query, change } = useUrlState()
  return (
    <Select
      value={oneIn(query, 'sort') ?? 'newest'}
      options={SORTS.map((value) => ({ value, label: t(`sorts.${value}`) }))}
      aria-label={t('list.sort')}
      onChange={(sort) => change({ sort: sort === 'newest' ? undefined : sort, after: undefined })}
    />
  )
}

/** Each number leads to the list of what it counts. */
function Counts() {
  const t = useWords(words)
  const me = useMe()
  const zone = useZone()
  const { estateId } = useEstate()
  const counts = useRead(api.counts, estateId ? { estateId } : {}, { keep: true, every: 60_000 })
  const { day } = wallOf(new Date(), zone)
  const lines = [
    ['open', '?open=true'],
    ['overdue', '?overdue=true&sort=due'],
    ['mine', `?open=true&handlerId=${me.id}`],
    ['unaccepted', '?status=new'],
    ['toVisit', '?status=to_visit'],
    ['today', `?from=${day}&to=${day}`],
  ] as const
  return (
    <nav className="rq-counts" aria-label={t('list.counts')}>
      {lines.map(([key, query]) => {
        const count = counts.data?.[key]
        return (
          <To
            key={key}
            href={`/requests${query}`}
            className={key === 'overdue' && count ? 'rq-count rq-count-bad' : 'rq-count'}
          >
            <span className="rq-count-figure">{count ?? '·'}</span>
            <span>{t(`list.${key}`)}</span>
          </To>
        )
      })}
    </nav>
  )
}
