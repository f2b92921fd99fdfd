// The bottom bar of phones: what this person's posts use most, the rest behind “more”.
import { AppstoreOutlined, HomeOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { Drawer } from '../../ui/Drawer.tsx'
import { To } from '../../ui/To.tsx'
import { languageNow, useWords } from '../../ui/words.ts'
import type { MenuItem } from './rooms.ts'
import { SideMenu, useCurrentPath, useMenu } from './SideMenu.tsx'
import { shell } from './shell-words.ts'

/** Beside home and “more”: six fit into 360 px with 60 for each thumb. */
const MOST = 4

export function PhoneBar() {
  const t = useWords(shell)
  const [opened, setOpened] = useState(false)
  const groups = useMenu()
  const language = languageNow()
  const home = { path: '/', label: { zh: t('home.title'), en: t('home.title') }, icon: <HomeOutlined /> }
  const items = groups
    .flatMap(({ items }) => items)
    .filter(({ phone }) => phone)
    .slice(0, MOST)
  const entries: Pick<MenuItem, 'path' | 'label' | 'icon'>[] = [home, ...items]
  const current = useCurrentPath(entries.map(({ path }) => path))
  return (
    <nav className="shell-bar" aria-label={t('header.main')}>
      {entries.map(({ path, label, icon }) => (
        <To key={path} href={path} className={current === path ? 'shell-bar-item shell-bar-current' : 'shell-bar-item'}>
          <span aria-hidden="true">{icon}</span>
          <span className="shell-bar-label">{label[language]}</span>
        </To>
      ))}
      <button type="button" className="shell-bar-item" aria-expanded={opened} onClick={() => setOpened(true)}>
        <span aria-hidden="true">
          <AppstoreOutlined />
        </span>
        <span className="shell-bar-label">{t('header.more')}</span>
      </button>
      <Drawer title={t('header.menu')} open={opened} onClose={() => setOpened(false)}>
        <SideMenu onGo={() => setOpened(false)} />
      </Drawer>
    </nav>
  )
}
