// All requests within reach: how many need what, found by words and filters, most urgent first when asked.
import { CloseOutlined, PhoneOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { apiOf } from '../../../../ui/api.ts'
import { EntityTable } from '../../../../ui/EntityTable.tsx'
import { GoButton } from '../../../../ui/GoButton.tsx'
import { useMay, useZone } from '../../../../ui/me.tsx'
import { instantOf } from '../../../../ui/moments.ts'
import { PageHeader } from '../../../../ui/Panel.tsx'
import { oneIn, useUrlState } from '../../../../ui/url-state.ts'
import { useWords } from '../../../../ui/words.ts'
import { requests } from '../contract/requests.ts'
import { Counts } from './Counts.tsx'
import { fields } from './fields.tsx'
import './requests.css'
import { words } from './words.ts'

const api = apiOf(requests)
const SORTS = ['newest', 'oldest', 'due'] as const

export function ListPage() {
  const t = useWords(words)
  const zone = useZone()
  const mayCreate = useMay('requests.create')
  const { query } = useUrlState()
  const given = { customerId: oneIn(query, 'customerId'), placeId: oneIn(query, 'placeId') }
  const newButton = mayCreate ? (
    <GoButton href="/requests/new" type="primary" icon={<PhoneOutlined />}>
      {t('list.new')}
    </GoButton>
  ) : null
  return (
    <>
      <PageHeader title={t('list.title')} actions={newButton} />
      <Counts />
      <Narrowing />
      <EntityTable
        name="requests"
        label={t('list.title')}
        read={api.list}
        fields={fields}
        columns={[
          'no',
          'subject',
          'kind',
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
        exportAs="requests"
        given={given}
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

/** Came from a request, a customer or a place: shown until the person takes it off. */
function Narrowing() {
  const t = useWords(words)
  const { query, change } = useUrlState()
  const set = (['customerId', 'placeId'] as const).filter((key) => oneIn(query, key))
  if (set.length === 0) return null
  return (
    <div className="rq-counts">
      {set.map((key) => (
        <Button key={key} icon={<CloseOutlined />} onClick={() => change({ [key]: undefined, after: undefined })}>
          {t(key === 'customerId' ? 'page.sameCustomer' : 'page.samePlace')}
        </Button>
      ))}
    </div>
  )
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
