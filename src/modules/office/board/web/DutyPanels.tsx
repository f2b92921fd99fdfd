// How the month's duties were fulfilled, by post and by person; a post narrows the people, a person opens the report.
import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { inLanguage } from '../../../../ui/bilingual.ts'
import { Panel } from '../../../../ui/Panel.tsx'
import { To } from '../../../../ui/To.tsx'
import { useWords } from '../../../../ui/words.ts'
import type { BoardDuties } from '../contract.ts'
import { type Bar, Bars, percent } from './parts.tsx'
import { words } from './words.ts'

export function DutyPanels({ of: { month, posts, people } }: { of: BoardDuties }) {
  const t = useWords(words)
  const [postId, setPostId] = useState<string>()
  const chosen = posts.find((post) => post.postId === postId)
  const postBars = posts
    .filter(({ rate }) => rate !== null)
    .map(
      (post): Bar => ({
        ...{ key: post.postId, label: inLanguage(post.title, post.titleEn), share: (post.rate ?? 0) / 100 },
        ...{ value: percent(post.rate), note: t('hints.kept', post.sum), onPick: () => setPostId(post.postId) },
      }),
    )
  const personBars = people
    .filter((person) => person.rate !== null && (!chosen || person.postIds.includes(chosen.postId)))
    .map(
      (person): Bar => ({
        ...{ key: person.staffId, label: person.name, share: (person.rate ?? 0) / 100 },
        value: (
          <To href={person.opens} className="bd-count">
            {percent(person.rate)}
            <span className="sr-only"> {person.name}</span>
          </To>
        ),
        note: t('hints.kept', person.sum),
      }),
    )
  const narrowed = chosen ? (
    <Button size="small" icon={<CloseOutlined />} onClick={() => setPostId(undefined)}>
      {t('hints.onePost', { post: inLanguage(chosen.title, chosen.titleEn) })}
    </Button>
  ) : (
    <span className="quiet">{t('hints.ofMonth', { month })}</span>
  )
  return (
    <div className="bd-grid">
      <Panel title={t('parts.dutiesByPost')}>
        <Bars of={postBars} label={t('parts.dutiesByPost')} empty={t('hints.noDuties')} />
      </Panel>
      <div className="bd-wide">
        <Panel title={t('parts.dutiesByPerson')} extra={narrowed}>
          <Bars of={personBars} label={t('parts.dutiesByPerson')} empty={t('hints.noDuties')} />
        </Panel>
      </div>
    </div>
  )
}
