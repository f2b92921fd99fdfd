// One's own account: who one is here, the language, the devices one is signed in on.
import { DesktopOutlined, MobileOutlined } from '@ant-design/icons'
import { Button, Segmented } from 'antd'
import type { z } from 'zod'
import { type OpenSession, sessions } from '../../platform/session/contract.ts'
import { apiOf, useRead, useWrite } from '../../ui/api.ts'
import { ask } from '../../ui/ask.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { useMe } from '../../ui/me.tsx'
import { PageHeader, Panel } from '../../ui/Panel.tsx'
import { Chip } from '../../ui/StatusTag.tsx'
import { To } from '../../ui/To.tsx'
import { tell } from '../../ui/tell.ts'
import { Maybe, When } from '../../ui/values.tsx'
import { languageNow, speak, useWords } from '../../ui/words.ts'
import { shell } from './shell-words.ts'
import { sessionApi, useEnter } from './who.ts'

const sessionsApi = apiOf(sessions)

export function AccountPage() {
  const t = useWords(shell)
  return (
    <>
      <PageHeader title={t('account.title')} />
      <Profile />
      <Devices />
    </>
  )
}

function Profile() {
  const t = useWords(shell)
  const me = useMe()
  const change = useWrite(sessionApi.change)
  const choose = (next: 'zh' | 'en') => {
    void speak(next)
    void change.run({ locale: next === 'zh' ? 'zh-CN' : 'en' })
  }
  return (
    <Panel
      title={t('account.profile')}
      extra={
        <To href="/account/password" className="kit-link-button">
          {t('password.title')}
        </To>
      }
    >
      <dl className="kit-fields" style={{ '--columns': 2 }}>
        <div>
          <dt>{t('account.name')}</dt>
          <dd>{me.name}</dd>
        </div>
        <div>
          <dt>{t('account.login')}</dt>
          <dd>{me.login}</dd>
        </div>
        <div>
          <dt>{t('account.phone')}</dt>
          <dd>
            <Maybe>{me.phone}</Maybe>
          </dd>
        </div>
        <div>
          <dt>{t('account.posts')}</dt>
          <dd>{me.posts.length > 0 ? me.posts.map(({ title }) => title).join('、') : t('account.noPosts')}</dd>
        </div>
        <div>
          <dt id="language-label">{t('account.language')}</dt>
          <dd>
            <Segmented<'zh' | 'en'>
              aria-labelledby="language-label"
              value={languageNow()}
              options={[
                { value: 'zh', label: '中文' },
                { value: 'en', label: 'English' },
              ]}
              onChange={choose}
            />
          </dd>
        </div>
      </dl>
    </Panel>
  )
}

function Devices() {
  const t = useWords(shell)
  const list = useRead(sessionsApi.list, {})
  const { leave } = useEnter()
  const everywhere = useWrite(sessionApi.endEverywhere, { onDone: leave })
  const endAll = async () => {
    const sure = await ask({ title: t('account.endEverywhereSure'), yes: t('account.endEverywhere'), danger: true })
    if (sure) await everywhere.run({})
  }
  return (
    <Panel
      title={t('account.sessions')}
      extra={
        <Button danger loading={everywhere.running} onClick={() => void endAll()}>
          {t('account.endEverywhere')}
        </Button>
      }
    >
      <p className="quiet">{t('account.sessionsHint')}</p>
      <Loaded of={list}>
        {({ items }) => (
          <ul className="shell-devices">
            {items.map((device) => (
              <Device key={device.id} of={device} />
            ))}
          </ul>
        )}
      </Loaded>
    </Panel>
  )
}

function Device({ of }: { of: z.output<typeof OpenSession> }) {
  const t = useWords(shell)
  const end = useWrite(sessionsApi.end, { onDone: () => tell.done(t('account.ended')) })
  return (
    <li>
      <span className="shell-device-icon" aria-hidden="true">
        {/Mobile|Android|iPhone/.test(of.device ?? '') ? <MobileOutlined /> : <DesktopOutlined />}
      </span>
      <div className="shell-device-words">
        <div>
          {deviceName(of.device) ?? t('account.unknownDevice')}{' '}
          {of.current ? <Chip tone="good">{t('account.thisDevice')}</Chip> : null}
        </div>
        <div className="quiet">
          {t('account.seen')} <When at={of.seenAt} /> · {t('account.since')} <When at={of.createdAt} />
          {of.address ? ` · ${of.address}` : ''}
        </div>
      </div>
      {of.current ? null : (
        <Button loading={end.running} onClick={() => void end.run({ id: of.id })}>
          {t('account.end')}
        </Button>
      )}
    </li>
  )
}

const BROWSERS: readonly [RegExp, string][] = [
  [/MicroMessenger/, '微信 WeChat'],
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const SYSTEMS: readonly [RegExp, string][] = [
  [/iPhone|iPad/, 'iOS'],
  [/Android/, 'Android'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
]
function deviceName(device: string | null): string | undefined {
  if (!device) return undefined
  const named = (table: readonly [RegExp, string][]) => table.find(([pattern]) => pattern.test(device))?.[1]
  const names = [named(BROWSERS), named(SYSTEMS)].filter((name) => name !== undefined)
  return names.length > 0 ? names.join(' · ') : device.slice(0, 60)
}
