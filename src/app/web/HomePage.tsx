// The start page: what the rooms have for this person today, else the way to everything they may open.
import { Suspense } from 'react'
import { useNow } from '../../ui/clock.ts'
import { Guarded } from '../../ui/Guarded.tsx'
import { Waiting } from '../../ui/Loaded.tsx'
import { useMe } from '../../ui/me.tsx'
import { wallOf, weekday } from '../../ui/moments.ts'
import { Columns, PageHeader } from '../../ui/Panel.tsx'
import type { HomePiece } from '../../ui/pages.ts'
import { To } from '../../ui/To.tsx'
import { languageNow, useWords } from '../../ui/words.ts'
import { homePieces, wingWords } from './rooms.ts'
import { useMenu } from './SideMenu.tsx'
import { shell } from './shell-words.ts'

export function HomePage() {
  const t = useWords(shell)
  const me = useMe()
  const { day, clock } = wallOf(useNow(), me.zone)
  const pieces = homePieces.filter(({ needs }) => needs === null || me.permissions.has(needs))
  const acting = me.actingFor.map(({ principalName, postTitle }) =>
    t('account.acting', { name: principalName, post: postTitle }),
  )
  const posts = [...me.posts.map(({ title }) => title), ...acting].join('、')
  return (
    <>
      <PageHeader
        title={t(greetingAt(Number(clock.slice(0, 2))), { name: me.name })}
        line={`${day} ${weekday(day)} · ${posts || t('account.noPosts')}`}
      />
      {pieces.length > 0 ? <Pieces of={pieces} /> : <Ways />}
    </>
  )
}

function Pieces({ of }: { of: readonly HomePiece[] }) {
  const main = of.filter(({ side }) => !side)
  const side = of.filter(({ side }) => side)
  if (side.length === 0) return <PieceList of={main} />
  return <Columns main={<PieceList of={main} />} side={<PieceList of={side} />} />
}
const PieceList = ({ of }: { of: readonly HomePiece[] }) =>
  of.map(({ key, piece: Piece }) => (
    <Guarded key={key}>
      <Suspense fallback={<Waiting rows={3} />}>
        <Piece />
      </Suspense>
    </Guarded>
  ))

function Ways() {
  const t = useWords(shell)
  const groups = useMenu()
  const language = languageNow()
  return (
    <nav className="shell-ways" aria-label={t('home.go')}>
      {groups.map(({ wing, items }) => (
        <section key={wing}>
          <h2>{wingWords(wing)[language]}</h2>
          <ul>
            {items.map(({ path, label, icon }) => (
              <li key={path}>
                <To href={path}>
                  <span aria-hidden="true">{icon}</span> {label[language]}
                </To>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </nav>
  )
}

function greetingAt(hour: number) {
  if (hour < 11) return 'home.morning' as const
  if (hour < 13) return 'home.noon' as const
  return hour < 18 ? ('home.afternoon' as const) : ('home.evening' as const)
}
