// The team (下属履职): how everybody below stands, those who slip first.
import { TeamOutlined } from '@ant-design/icons'
import { Button, Select, Switch } from 'antd'
import { useState } from 'react'
import { useRead } from '../../../../../ui/api.ts'
import { inLanguage } from '../../../../../ui/bilingual.ts'
import { EmptyState } from '../../../../../ui/EmptyState.tsx'
import { Loaded } from '../../../../../ui/Loaded.tsx'
import { PageHeader } from '../../../../../ui/Panel.tsx'
import { RowsTable } from '../../../../../ui/RowsTable.tsx'
import { oneIn, useUrlState } from '../../../../../ui/url-state.ts'
import { useWords } from '../../../../../ui/words.ts'
import type { TeamRow } from '../../contract/duties.ts'
import { api } from '../calls.ts'
import '../duties.css'
import { LOOK_EVERY_MS } from '../today/HomeToday.tsx'
import { words } from '../words.ts'
import { CheckButtons } from './Checking.tsx'
import { teamFields } from './fields.tsx'
import { chosenOf, postsOf } from './standing.ts'

const COLUMNS = ['name', 'posts', 'overdue', 'due', 'done', 'month', 'slipping', 'checkedToday'] as const

export function TeamPage() {
  const t = useWords(words)
  const team = useRead(api.team, {}, { every: LOOK_EVERY_MS })
  const people = team.data?.people ?? []
  const line = [
    t('hints.people', { count: people.length }),
    t('hints.peopleOverdue', { count: people.filter(({ overdue }) => overdue > 0).length }),
    t('hints.peopleUnchecked', { count: people.filter(({ checkedToday }) => !checkedToday).length }),
  ].join(' · ')
  return (
    <>
      <PageHeader title={t('page.team')} line={people.length > 0 ? line : null} />
      <Loaded of={team}>
        {({ people }) =>
          people.length === 0 ? (
            <EmptyState icon={<TeamOutlined />} title={t('hints.noTeam')} hint={t('hints.noTeamHint')} />
          ) : (
            <Team people={people} />
          )
        }
      </Loaded>
    </>
  )
}

const STEP = 50
function Team({ people }: { people: readonly TeamRow[] }) {
  const t = useWords(words)
  const { query, change } = useUrlState()
  const [most, setMost] = useState(STEP)
  const post = oneIn(query, 'post')
  const slippingOnly = oneIn(query, 'slipping') === 'true'
  const chosen = chosenOf(people, { post, slippingOnly })
  const left = chosen.length - most
  return (
    <>
      <div className="duty-filters">
        <Select
          aria-label={t('fields.posts')}
          allowClear
          showSearch
          placeholder={t('hints.everyPost')}
          value={post ?? null}
          options={postsOf(people).map(({ title, titleEn }) => ({ value: title, label: inLanguage(title, titleEn) }))}
          onChange={(next: string | undefined) => change({ post: next })}
        />
        {/* biome-ignore lint/a11y/noLabelWithoutControl: antd's switch is a button, which a label may hold */}
        <label className="duty-switch">
          <Switch checked={slippingOnly} onChange={(on) => change({ slipping: on ? 'true' : undefined })} />
          {t('hints.slippingOnly')}
        </label>
      </div>
      <RowsTable
        fields={teamFields}
        columns={COLUMNS}
        rows={chosen.slice(0, most)}
        open={({ id }) => `/duties/people/${id}`}
        rowActions={({ id, name }) => <CheckButtons of={{ staffId: id, name }} />}
        label={t('page.team')}
        empty={<EmptyState title={t('hints.noMatch')} hint={t('hints.noMatchHint')} />}
      />
      {left > 0 ? (
        <p className="duty-more">
          <Button onClick={() => setMost(most + STEP)}>{t('hints.more50', { count: Math.min(left, STEP) })}</Button>
        </p>
      ) : null}
    </>
  )
}
