// All requests within reach: how many need what, found by words and filters, most urgent first when asked.
import { CloseOutlined, PhoneOutlined } from '@ant-design/icons'
import { Button, Select } from 'antd'
import { apiOf } from '../../../../ui/api.ts'
import { EntityTable } from '../../../../ui/EntityTable.tsx'
import { GoButton } from '../../../../ui/GoButton.tsx'
import { useMay, useZone } from '../../../../ui/me.tsx'
import { PageHeader } from '../../../../ui/Panel.tsx'
import { oneIn, useUrlState } from '../../../../ui/url-state.ts'
import { useWords } from '../../../../ui/words.ts'
import { requests } from '../contract/requests.ts'
import { Counts } from './Counts.tsx'
import { fields } from './fields.tsx'
import { givenIn, instantsOf, NARROWINGS, wordsBehind } from './narrowing.ts'
import './requests.css'
import { words } from './words.ts'

const api = apiOf(requests)
const SORTS = ['newest', 'oldest', 'due'] as const

export function ListPage() {
  const t = useWords(words)
  const zone = useZone()
  const mayCreate = useMay('requests.create')
  const { query } = useUrlState()
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
        filters={[
          'open',
          'overdue',
          'status',
          'kind',
          'urgency',
          'areaId',
          'handlerId',
          'owing',
          'channel',
          'receivedAt',
        ]}
        inputOf={(asked) => ({ ...asked, ...instantsOf(asked, zone) })}
        limit={30}
        open={(row) => `/requests/${row.id}`}
        exportAs="requests"
        given={givenIn(query)}
        extra={<SortPick />}
        empty={{ title: t('list.empty'), hint: t('list.emptyHint'), action: newButton }}
      />
    </>
  )
}

/** Came from a request, a customer, a place or a figure: shown until the person takes it off. */
function Narrowing() {
  const t = useWords(words)
  const { query, change } = useUrlState()
  const set = NARROWINGS.filter((one) => wordsBehind(one).some((word) => oneIn(query, word)))
  if (set.length === 0) return null
  return (
    <div className="rq-counts">
      {set.map((one) => {
        const behind = wordsBehind(one)
        const days = behind.map((word) => oneIn(query, word))
        const off = Object.fromEntries(behind.map((word) => [word, undefined]))
        return (
          <Button key={one} icon={<CloseOutlined />} onClick={() => change({ ...off, after: undefined })}>
            {one === 'estateId'
              ? t(days[0] === 'all' ? 'narrow.everyEstate' : 'narrow.oneEstate')
              : one === 'finish'
                ? t(days[0] === 'late' ? 'narrow.late' : 'narrow.onTime')
                : t(`narrow.${one}`, { from: days[0] ?? '', to: days[1] ?? '' })}
          </Button>
        )
      })}
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
