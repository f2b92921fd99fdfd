// Who must still be asked, the most urgent first; who was asked, and what they said.
import { CloseOutlined, PhoneOutlined } from '@ant-design/icons'
import { Button, Checkbox } from 'antd'
import { useRead } from '../../../../ui/api.ts'
import { EntityTable } from '../../../../ui/EntityTable.tsx'
import { useEstate, useMay, useZone } from '../../../../ui/me.tsx'
import { PageHeader } from '../../../../ui/Panel.tsx'
import { useGo } from '../../../../ui/pages.ts'
import { Tabs, useTab } from '../../../../ui/Tabs.tsx'
import { tell } from '../../../../ui/tell.ts'
import { oneIn, useUrlState } from '../../../../ui/url-state.ts'
import { useWords } from '../../../../ui/words.ts'
import { api, nextVisit } from './calls.ts'
import { fields } from './fields.tsx'
import { LastDone } from './LastDone.tsx'
import { NARROWING_WORDS, narrowedBy, TABS } from './narrowing.ts'
import './return-visits.css'
import { words } from './words.ts'

export function QueuePage() {
  const t = useWords(words)
  const tab = useTab(TABS, 'due')
  return (
    <>
      <PageHeader title={t('list.title')} actions={<StartButton />} />
      <LastDone />
      <Counts />
      <Tabs
        label={t('list.title')}
        of={TABS.map((key) => ({ key, label: t(`list.tabs.${key}`) }))}
        now={tab}
        usual="due"
        leaving={unnarrowed}
      />
      <Narrowing />
      {tab === 'due' ? <Due /> : <Past key={tab} tab={tab} />}
    </>
  )
}

const unnarrowed = Object.fromEntries(NARROWING_WORDS.map((word) => [word, undefined]))
/** Came from a figure of another page: shown until the person takes it off. */
function Narrowing() {
  const t = useWords(words)
  const { query, change } = useUrlState()
  if (!NARROWING_WORDS.some((word) => oneIn(query, word))) return null
  return (
    <p>
      <Button icon={<CloseOutlined />} onClick={() => change({ ...unnarrowed, after: undefined, page: undefined })}>
        {t('list.narrowed')}
      </Button>
    </p>
  )
}

function StartButton() {
  const t = useWords(words)
  const go = useGo()
  const { estateId } = useEstate()
  if (!useMay('return-visits.make')) return null
  const start = async () => {
    const next = await nextVisit(estateId, '')
    if (next) go(`/return-visits/${next.id}`)
    else tell.note(t('list.empty'))
  }
  return (
    <Button type="primary" icon={<PhoneOutlined />} onClick={() => void start()}>
      {t('list.start')}
    </Button>
  )
}

function Counts() {
  const t = useWords(words)
  const { estateId } = useEstate()
  const counts = useRead(api.counts, estateId ? { estateId } : {}, { keep: true })
  const { due, overdue, madeThisMonth, averageScore } = counts.data ?? {}
  const figures = [
    { key: 'due', label: t('list.due'), value: due },
    { key: 'overdue', label: t('list.overdue'), value: overdue, bad: (overdue ?? 0) > 0 },
    { key: 'made', label: t('list.madeThisMonth'), value: madeThisMonth },
    { key: 'average', label: t('list.average'), value: averageScore?.toFixed(2) ?? '—' },
  ]
  return (
    <dl className="rv-counts">
      {figures.map(({ key, label, value, bad }) => (
        <div key={key}>
          <dt>{label}</dt>
          <dd className={bad ? 'rv-bad' : ''}>{value ?? '·'}</dd>
        </div>
      ))}
    </dl>
  )
}

function Due() {
  const t = useWords(words)
  const { query, change } = useUrlState()
  const zone = useZone()
  const forMe = oneIn(query, 'everybody') === undefined
  return (
    <EntityTable
      name="return-visits-due"
      label={t('list.tabs.due')}
      read={api.list}
      fields={fields}
      columns={['dueAt', 'subject', 'kind', 'placeName', 'contactName', 'attempts', 'nextTryAt', 'no', 'estateName']}
      filters={['kind', 'overdue']}
      given={narrowedBy(query, zone)}
      sort="due"
      limit={50}
      open={({ id }) => `/return-visits/${id}`}
      empty={{
        title: t('list.empty'),
        hint: forMe ? `${t('list.emptyHint')} ${t('list.notMine')}` : t('list.emptyHint'),
      }}
      extra={
        <Checkbox
          checked={forMe}
          onChange={({ target }) =>
            change({ everybody: target.checked ? undefined : '1', after: undefined, page: undefined })
          }
        >
          {t('list.forMe')}
        </Checkbox>
      }
    />
  )
}

function Past({ tab }: { tab: 'made' | 'other' }) {
  const t = useWords(words)
  const zone = useZone()
  const { query } = useUrlState()
  return (
    <EntityTable
      name={`return-visits-${tab}`}
      label={t(`list.tabs.${tab}`)}
      read={api.list}
      fields={fields}
      columns={
        tab === 'made'
          ? ['score', 'solved', 'subject', 'kind', 'placeName', 'contactName', 'visitorName', 'madeAt', 'dueAt', 'no']
          : ['status', 'subject', 'kind', 'placeName', 'contactName', 'attempts', 'visitorName', 'no']
      }
      filters={['kind']}
      given={narrowedBy(query, zone)}
      sort="newest"
      limit={50}
      open={({ id }) => `/return-visits/${id}`}
      empty={{ title: t('list.emptyMade'), hint: t('list.emptyHint') }}
    />
  )
}
