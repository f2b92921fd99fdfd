// Which post of the company a read one is, or what the new one is to be.
import { Alert, Checkbox, Input, Select } from 'antd'
import { inLanguage } from '../../../../../ui/bilingual.ts'
import { To } from '../../../../../ui/To.tsx'
import { lookUp, useWords } from '../../../../../ui/words.ts'
import { DEPARTMENT_KINDS } from '../../../posts/contract.ts'
import { Field } from '../Field.tsx'
import { words } from '../words.ts'
import type { NewPost, PostDraft } from './draft.ts'
import { carriedOver } from './faults.ts'
import { useReviewing } from './reviewing.ts'

const NEW = 'new'
export type PostTargetProps = { post: PostDraft; newOnes: readonly { key: string; title: string }[] }

export function PostTarget({ post, newOnes }: PostTargetProps) {
  const t = useWords(words)
  const { change, known, mayMakePosts } = useReviewing()
  const existing = [...known.values()].map(({ id, title, titleEn }) => ({
    value: id,
    label: inLanguage(title, titleEn),
  }))
  const choose = (value: string) => {
    const title = post.read.title.slice(0, 40)
    const fresh: NewPost = { title, departmentKind: 'other', superior: null }
    const to = value === NEW ? { newPost: post.newPost ?? fresh } : { postId: value, newPost: null }
    change({ do: 'setPost', post: post.key, to })
  }
  return (
    <div className="jd-target">
      <Field label={t('review.target')} className="jd-target-which">
        {(id) => (
          <Select
            id={id}
            value={post.newPost ? NEW : post.postId}
            placeholder={t('review.noTarget')}
            showSearch={{ optionFilterProp: 'label' }}
            popupMatchSelectWidth={false}
            options={mayMakePosts ? [{ value: NEW, label: t('review.newPost') }, ...existing] : existing}
            onChange={choose}
          />
        )}
      </Field>
      {post.newPost ? <NewPostFields post={post} newPost={post.newPost} newOnes={newOnes} /> : <InForce post={post} />}
    </div>
  )
}

type NewPostFieldsProps = PostTargetProps & { newPost: NewPost }
function NewPostFields({ post, newPost, newOnes }: NewPostFieldsProps) {
  const t = useWords(words)
  const { change, known } = useReviewing()
  const set = (to: Partial<NewPost>) =>
    change({ do: 'setPost', post: post.key, to: { newPost: { ...newPost, ...to } } })
  const superiors = [
    ...newOnes
      .filter(({ key }) => key !== post.key)
      .map(({ key, title }) => ({ value: key, label: `${title}${t('review.newMark')}` })),
    ...[...known.values()].map(({ id, title, titleEn }) => ({ value: id, label: inLanguage(title, titleEn) })),
  ]
  return (
    <>
      <Field label={t('review.title')}>
        {(id) => (
          <Input id={id} value={newPost.title} maxLength={40} onChange={({ target }) => set({ title: target.value })} />
        )}
      </Field>
      <Field label={t('review.departmentKind')}>
        {(id) => (
          <Select
            id={id}
            value={newPost.departmentKind}
            options={DEPARTMENT_KINDS.map((value) => ({
              value,
              label: lookUp('posts', `departmentKinds.${value}`) ?? value,
            }))}
            onChange={(departmentKind) => set({ departmentKind })}
          />
        )}
      </Field>
      <Field label={t('review.superior')}>
        {(id) => (
          <Select
            id={id}
            value={newPost.superior}
            allowClear
            placeholder={t('review.noSuperior')}
            showSearch={{ optionFilterProp: 'label' }}
            popupMatchSelectWidth={false}
            options={superiors}
            onChange={(superior?: string | null) => set({ superior: superior ?? null })}
          />
        )}
      </Field>
    </>
  )
}

/** What becomes of the sheet in force. */
function InForce({ post }: { post: PostDraft }) {
  const t = useWords(words)
  const { change, known } = useReviewing()
  if (!post.postId) return null
  const draftId = known.get(post.postId)?.draftId
  const carried = carriedOver(post, known)
  const { all, kept, rest } = carried
  return (
    <div className="jd-in-force">
      <span className="quiet">{all > 0 ? t('review.inForce', { all, kept, rest }) : t('review.noneInForce')}</span>
      {rest > 0 ? (
        <Checkbox
          checked={post.keep}
          onChange={({ target }) => change({ do: 'setPost', post: post.key, to: { keep: target.checked } })}
        >
          {t('review.keep', { rest })}
        </Checkbox>
      ) : null}
      {draftId && post.isUsed ? (
        <Alert
          type="warning"
          showIcon
          title={t('faults.draft_exists', { title: known.get(post.postId)?.title ?? post.read.title })}
          action={<To href={`/duty-sheets/${draftId}`}>{t('hints.openDraft')}</To>}
        />
      ) : null}
    </div>
  )
}
