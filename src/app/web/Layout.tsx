// The frame around each page: menu at the side and header on desks, bottom bar on phones.
import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons'
import { Outlet, useLocation } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect, useState } from 'react'
import { useMe } from '../../ui/me.tsx'
import { usePhone } from '../../ui/phone.ts'
import { useWords } from '../../ui/words.ts'
import { Brand } from './Brand.tsx'
import { Header } from './Header.tsx'
import { LiveHint } from './LiveHint.tsx'
import { PhoneBar } from './PhoneBar.tsx'
import { isBare } from './rooms.ts'
import { SampleMark } from './SampleMark.tsx'
import { SideMenu } from './SideMenu.tsx'
import { shell } from './shell-words.ts'

const KEPT_FOLD = 'zhishou.menu.folded'

export function Layout() {
  const t = useWords(shell)
  const phone = usePhone()
  const me = useMe()
  const { pathname } = useLocation()
  const [folded, setFolded] = useState(() => localStorage.getItem(KEPT_FOLD) === 'true')
  const fold = () => {
    localStorage.setItem(KEPT_FOLD, String(!folded))
    setFolded(!folded)
  }
  // A new page is announced from its beginning.
  useEffect(() => {
    if (pathname) window.scrollTo(0, 0)
  }, [pathname])
  if (isBare(pathname)) return <Outlet />
  return (
    <div className={folded ? 'shell shell-folded' : 'shell'}>
      <a href="#main" className="shell-skip">
        {t('header.skip')}
      </a>
      {phone ? null : (
        <aside className="shell-side" aria-label={t('brand')}>
          <div className="shell-side-head">
            <Brand small />
          </div>
          <SideMenu folded={folded} />
          <div className="shell-side-foot">
            {me.isSample && !folded ? <SampleMark /> : null}
            <Button
              type="text"
              icon={folded ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
              aria-label={t(folded ? 'header.openMenu' : 'header.closeMenu')}
              title={t(folded ? 'header.openMenu' : 'header.closeMenu')}
              onClick={fold}
            />
          </div>
        </aside>
      )}
      <Header />
      <main id="main" className="shell-main" tabIndex={-1}>
        <LiveHint />
        <div className="kit-page">
          <Outlet />
        </div>
      </main>
      {phone ? <PhoneBar /> : null}
    </div>
  )
}
