// The review: the text on one side, what was read in it on the other, and the counts above both.
import { Segmented } from 'antd'
import { useCallback, useMemo, useReducer, useRef, useState } from 'react'
import { LeaveGuard } from '../../../../../ui/LeaveGuard.tsx'
import { useMay } from '../../../../../ui/me.tsx'
import { usePhone } from '../../../../../ui/phone.ts'
import { useWords } from '../../../../../ui/words.ts'
import type { JobDocument } from '../../contract.ts'
import { words } from '../words.ts'
import { draftOf, titleOf } from './draft.ts'
import { type Side, show, useMarking } from './marking.ts'
import { PostSection } from './PostSection.tsx'
import { type Reviewing, ReviewProvider, reviewed, reviewOf } from './reviewing.ts'
import { SourceText } from './SourceText.tsx'
import { TakeBar } from './TakeBar.tsx'

export function Board({ document }: { document: JobDocument }) {
  const t = useWords(words)
  const mayMakePosts = useMay('posts.create')
  const [{ draft, marks, newOnes, isTouched }, change] = useReducer(reviewed, undefined, () =>
    reviewOf(draftOf(document, mayMakePosts)),
  )
  const [openDuty, setOpenDuty] = useState<string | null>(null)
  const [side, setSide] = useState<Side>('posts')
  const isPhone = usePhone()
  const isOver = useRef(false)
  const board = useRef<HTMLDivElement>(null)
  useMarking(board, setSide)
  const seeText = useCallback((key: string) => {
    setSide('text')
    if (board.current) show(board.current, key, 'text')
  }, [])
  const { knownPosts, standardDuties } = document
  const reviewing = useMemo<Reviewing>(
    () => ({
      change,
      known: new Map(knownPosts.map((post) => [post.id, post])),
      standards: new Map(standardDuties.map((duty) => [duty.code, duty])),
      mayMakePosts,
      openDuty: setOpenDuty,
      seeText,
    }),
    [knownPosts, standardDuties, mayMakePosts, seeText],
  )
  const others = draft.map((post) => ({ key: post.key, title: titleOf(post) }))
  return (
    <ReviewProvider value={reviewing}>
      <LeaveGuard isActive={() => isTouched && !isOver.current} />
      <TakeBar
        document={document}
        draft={draft}
        onTaken={() => {
          isOver.current = true
        }}
      />
      {isPhone ? (
        <Segmented
          className="jd-sides"
          block
          value={side}
          options={[
            { value: 'posts', label: t('page.posts') },
            { value: 'text', label: t('page.text') },
          ]}
          onChange={setSide}
        />
      ) : null}
      <div className="jd-board" data-shown={side} ref={board}>
        <SourceText text={document.text} marks={marks} />
        <div className="jd-posts" data-side="posts">
          {draft.length === 0 ? <p className="quiet">{t('review.nothingFound')}</p> : null}
          {draft.map((post, at) => (
            <PostSection
              key={post.key}
              post={post}
              isFirst={at === 0}
              openDuty={post.duties.some(({ key }) => key === openDuty) ? openDuty : null}
              newOnes={newOnes}
              others={post.duties.some(({ key }) => key === openDuty) ? others : undefined}
            />
          ))}
        </div>
      </div>
    </ReviewProvider>
  )
}
