// The menu: the wings of the house and, under each, what this person may open.

import { HomeOutlined } from '@ant-design/icons'
import { useLocation } from '@tanstack/react-router'
import { useId, useMemo } from 'react'
import { useMe } from '../../ui/me.tsx'
import { To } from '../../ui/To.tsx'
import { languageNow, useWords } from '../../ui/words.ts'
import { type MenuItem, menuFor, wingWords } from './rooms.ts'
import { shell } from './shell-words.ts'

export const useMenu = () => {
  const { permissions } = useMe()
  return useMemo(() => menuFor(permissions), [permissions])
}
/** The entry whose path is the longest beginning of the present one. */
export function useCurrentPath(paths: readonly string[]): string | undefined {
  const { pathname } = useLocation()
  return paths
    .filter((path) => path === pathname || (path !== '/' && pathname.startsWith(`${path}/`)))
    .toSorted((a, b) => b.length - a.length)[0]
}

export function SideMenu({ folded = false, onGo }: { folded?: boolean; onGo?: () => void }) {
  const t = useWords(shell)
  const id = useId()
  const groups = useMenu()
  const current = useCurrentPath(['/', ...groups.flatMap(({ items }) => items.map(({ path }) => path))])
  const language = languageNow()
  const entry = ({ path, label, icon }: Pick<MenuItem, 'path' | 'label' | 'icon'>) => (
    <li key={path} {...(onGo ? { onClick: onGo } : {})}>
      <MenuLink path={path} label={label[language]} icon={icon} current={current === path} folded={folded} />
    </li>
  )
  return (
    <nav className="shell-menu" aria-label={t('header.main')}>
      <ul>{entry({ path: '/', label: { zh: t('home.title'), en: t('home.title') }, icon: <HomeOutlined /> })}</ul>
      {groups.map(({ wing, items }) => (
        <section key={wing} aria-labelledby={`${id}${wing}`}>
          <h2 id={`${id}${wing}`} className="shell-wing">
            {wingWords(wing)[language]}
          </h2>
          <ul>{items.map(entry)}</ul>
        </section>
      ))}
    </nav>
  )
}

type LinkProps = { path: string; label: string; icon: React.ReactNode; current: boolean; folded: boolean }
const MenuLink = ({ path, label, icon, current, folded }: LinkProps) => (
  <To
    href={path}
    className={current ? 'shell-link shell-link-current' : 'shell-link'}
    {...(folded ? { title: label } : {})}
  >
    <span className="shell-link-icon" aria-hidden="true">
      {icon}
    </span>
    <span className={folded ? 'sr-only' : 'shell-link-label'}>{label}</span>
  </To>
)
