// The header: the estate looked at, the search box, notifications, language, oneself.
import { LogoutOutlined, UserOutlined } from '@ant-design/icons'
import { Button, Dropdown, Select } from 'antd'
import { useWrite } from '../../ui/api.ts'
import { useEstate, useMe } from '../../ui/me.tsx'
import { useGo } from '../../ui/pages.ts'
import { usePhone } from '../../ui/phone.ts'
import { useWords } from '../../ui/words.ts'
import { Bell } from './Bell.tsx'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { SampleMark } from './SampleMark.tsx'
import { SearchBox } from './SearchBox.tsx'
import { shell } from './shell-words.ts'
import { sessionApi, useEnter } from './who.ts'

export function Header() {
  const phone = usePhone()
  const me = useMe()
  const change = useWrite(sessionApi.change)
  return (
    <header className="shell-header">
      <div className="shell-header-start">
        <EstateSwitch />
        {phone && me.isSample ? <SampleMark /> : null}
      </div>
      <SearchBox />
      <div className="shell-header-end">
        {phone ? null : <LanguageSwitch onChange={(locale) => void change.run({ locale })} />}
        <Bell />
        <UserMenu />
      </div>
    </header>
  )
}

function EstateSwitch() {
  const t = useWords(shell)
  const me = useMe()
  const { estateId, estates, choose } = useEstate()
  if (estates.length < 2) return <span className="shell-estate">{estates[0]?.name ?? me.companyName}</span>
  return (
    <Select
      className="shell-estate"
      variant="borderless"
      value={estateId ?? ''}
      aria-label={t('header.estate')}
      popupMatchSelectWidth={false}
      options={[
        { value: '', label: t('header.allEstates') },
        ...estates.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={(id) => choose(id || undefined)}
    />
  )
}

function UserMenu() {
  const t = useWords(shell)
  const me = useMe()
  const go = useGo()
  const phone = usePhone()
  const { leave } = useEnter()
  const end = useWrite(sessionApi.end, { onDone: leave })
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          {
            key: 'who',
            type: 'group',
            label: (
              <span className="shell-who">
                <strong>{me.name}</strong>
                <span>{me.posts.map(({ title }) => title).join('、')}</span>
                {me.actingFor.map(({ principalName, postId, postTitle }) => (
                  <span key={postId}>{t('account.acting', { name: principalName, post: postTitle })}</span>
                ))}
                <span>{me.companyName}</span>
              </span>
            ),
          },
          { type: 'divider' },
          { key: '/account', icon: <UserOutlined />, label: t('account.title') },
          { key: 'out', icon: <LogoutOutlined />, label: t('account.signOut') },
        ],
        onClick: ({ key }) => (key === 'out' ? void end.run({}) : go(key)),
      }}
    >
      <Button type="text" icon={<UserOutlined />} aria-label={`${t('header.user')}: ${me.name}`}>
        {phone ? null : me.name}
      </Button>
    </Dropdown>
  )
}
