// One post that was read, with its duties.
import { MergeOutlined } from '@ant-design/icons'
import { Button, Checkbox } from 'antd'
import { memo } from 'react'
import { Chip } from '../../../../../ui/StatusTag.tsx'
import { useWords } from '../../../../../ui/words.ts'
import { words } from '../words.ts'
import { DutyRow } from './DutyRow.tsx'
import { type PostDraft, usedDuties } from './draft.ts'
import { PostTarget } from './PostTarget.tsx'
import { useReviewing } from './reviewing.ts'

export type PostSectionProps = {
  post: PostDraft
  isFirst: boolean
  openDuty: string | null
  newOnes: readonly { key: string; title: string }[]
  others: readonly { key: string; title: string }[] | undefined
}
export const PostSection = memo(function PostSection({ post, isFirst, openDuty, newOnes, others }: PostSectionProps) {
  const t = useWords(words)
  const { change } = useReviewing()
  const { key, read, duties, isUsed } = post
  return (
    <section className={isUsed ? 'jd-post' : 'jd-post jd-unused'} data-post={key}>
      <header>
        <Checkbox
          checked={isUsed}
          disabled={duties.length === 0}
          aria-label={t('review.takePost', { title: read.title })}
          onChange={({ target }) => change({ do: 'setPost', post: key, to: { isUsed: target.checked } })}
        />
        <h3>{read.title}</h3>
        {read.kind === 'department' ? <Chip tone="neutral">{t('review.department')}</Chip> : null}
        <span className="quiet jd-count">
          {t('review.taking', { taken: usedDuties(post).length, all: duties.length })}
        </span>
        {isFirst ? null : (
          <Button
            type="text"
            size="small"
            icon={<MergeOutlined />}
            title={t('review.mergePost')}
            aria-label={t('review.mergePost')}
            onClick={() => change({ do: 'mergePost', post: key })}
          />
        )}
      </header>
      <AboutPost read={read} />
      {isUsed ? <PostTarget post={post} newOnes={newOnes} /> : null}
      <ol className="jd-duties">
        {duties.map((duty, at) => (
          <DutyRow
            key={duty.key}
            duty={duty}
            isFirst={at === 0}
            isOpen={duty.key === openDuty}
            post={key}
            others={duty.key === openDuty ? others : undefined}
          />
        ))}
      </ol>
    </section>
  )
})

export function AboutPost({ read }: { read: PostDraft['read'] }) {
  const t = useWords(words)
  const said = [
    read.reportsTo ? t('review.reportsTo', { title: read.reportsTo }) : null,
    read.supervises.length > 0 ? t('review.supervises', { titles: read.supervises.join('、') }) : null,
    read.authorities.length > 0 ? t('review.authorities', { words: read.authorities.join('；') }) : null,
    read.summary,
  ].filter((one) => one !== null)
  return said.length > 0 ? <p className="jd-about">{said.join(' · ')}</p> : null
}
