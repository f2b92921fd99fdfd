// What a company or an estate sets for its requests; each part says in one sentence what it is for.
import { Segmented } from 'antd'
import { useState } from 'react'
import { useRead } from '../../../../../ui/api.ts'
import { Loaded } from '../../../../../ui/Loaded.tsx'
import { useEstate } from '../../../../../ui/me.tsx'
import { PageHeader, Panel } from '../../../../../ui/Panel.tsx'
import { To } from '../../../../../ui/To.tsx'
import { oneIn, useUrlState } from '../../../../../ui/url-state.ts'
import { useWords } from '../../../../../ui/words.ts'
import type { RequestSettings } from '../../contract/settings.ts'
import '../requests.css'
import { settingWords } from '../words.ts'
import { Categories } from './Categories.tsx'
import { Ladder } from './Ladder.tsx'
import { Limits } from './Limits.tsx'
import { Numbers } from './Numbers.tsx'
import { Reasons } from './Reasons.tsx'
import { settingsApi } from './shared.tsx'

const PARTS = { categories: Categories, limits: Limits, reasons: Reasons, ladder: Ladder, numbers: Numbers }
const TABS = ['categories', 'limits', 'reasons', 'ladder', 'numbers'] as const

export function SettingsPage() {
  const t = useWords(settingWords)
  const { estateId, estates } = useEstate()
  const settings = useRead(settingsApi.list, estateId ? { estateId } : {})
  const estate = estates.find(({ id }) => id === estateId)
  const [own, setOwn] = useState(false)
  const scope = estate ? (
    <Segmented
      aria-label={t('scope')}
      value={own ? 'own' : 'company'}
      options={[
        { value: 'company', label: t('wholeCompany') },
        { value: 'own', label: estate.name },
      ]}
      onChange={(value) => setOwn(value === 'own')}
    />
  ) : null
  return (
    <>
      <PageHeader title={t('title')} actions={scope} />
      <Loaded of={settings}>{(found) => <Parts settings={found} estateId={own && estate ? estate.id : null} />}</Loaded>
    </>
  )
}

function Parts({ settings, estateId }: { settings: RequestSettings; estateId: string | null }) {
  const t = useWords(settingWords)
  const { query } = useUrlState()
  const asked = oneIn(query, 'tab')
  const tab = TABS.find((one) => one === asked) ?? 'categories'
  const mayChange = settings.can.includes('change')
  const Part = PARTS[tab]
  return (
    <>
      <nav className="rq-tabs" aria-label={t('title')}>
        {TABS.map((key) => (
          <To key={key} href={`/settings/requests?tab=${key}`} className={key === tab ? 'rq-tab rq-tab-on' : 'rq-tab'}>
            {t(`tabs.${key}`)}
          </To>
        ))}
      </nav>
      <p className="rq-explain">
        {t(`explain.${tab}`)}
        {mayChange ? null : ` ${t('readOnly')}`}
      </p>
      <Panel>
        <Part key={estateId ?? 'company'} settings={settings} estateId={estateId} mayChange={mayChange} />
      </Panel>
    </>
  )
}
