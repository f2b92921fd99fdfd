// What a person leaves of a reading: which posts and duties are used, as what, and in which words. Pure.

import type { InputOf } from '../../../../../ui/api.ts'
import type { DEPARTMENT_KINDS } from '../../../posts/contract.ts'
import type { JobDocument, jobDocuments, ReadDuty, ReadPost, StandardDuty, Stretch } from '../../contract.ts'

export type DepartmentKind = (typeof DEPARTMENT_KINDS)[number]
export type DutyDraft = {
  key: string
  isUsed: boolean
  text: string
  cadence: ReadDuty['cadence']
  capability: string[]
  code: string | null
  measure: string
  proofs: string[]
  source: readonly Stretch[]
  cadenceWords: readonly string[]
  capabilityWords: readonly string[]
}
/** `superior`: the id of a post, or the key of another new one. */
export type NewPost = { title: string; departmentKind: DepartmentKind; superior: string | null }
export type PostDraft = {
  key: string
  read: Omit<ReadPost, 'duties'>
  isUsed: boolean
  postId: string | null
  newPost: NewPost | null
  keep: boolean
  duties: readonly DutyDraft[]
}
export type Draft = readonly PostDraft[]

const KINDS: readonly [RegExp, DepartmentKind][] = [
  [/大客户|销售|业务|市场|渠道/, 'sales'],
  [/客户|客服|前台|管家|接待/, 'customer_service'],
  [/工程|维修|设备|水电/, 'engineering'],
  [/秩序|保安|安保|消防|门岗/, 'security'],
  [/环境|环卫|保洁|绿化/, 'environment'],
  [/餐|酒|厨/, 'food_and_beverage'],
  [/行政|人事|财务|出纳|会计|收费|收款|办公|文员|资料/, 'office'],
  [/总经理|管理处|项目经理/, 'management'],
]
const kindOf = (post: Pick<ReadPost, 'title' | 'department'>): DepartmentKind =>
  KINDS.find(([pattern]) => pattern.test(`${post.department ?? ''}${post.title}`))?.[1] ?? 'other'

/** `客户服务主管（项目）` is what a document calls 客户服务主管. */
const plain = (title: string) => title.replace(/[（(].*?[）)]/g, '')
const isTitle = (one: string, other: string) => plain(one).endsWith(plain(other)) || plain(other).endsWith(plain(one))

/** As it was read: everything used, but duties of a whole department, which are no post's. */
export function draftOf(document: JobDocument, mayMakePosts: boolean): Draft {
  const standards = new Map(document.standardDuties.map((duty) => [duty.code, duty]))
  return document.posts.map(({ duties, postId, ...read }, at) => {
    const superior = read.reportsTo ? superiorIn(document, read.reportsTo, at) : null
    const title = read.title.slice(0, 40)
    return {
      key: `p${at}`,
      read,
      isUsed: duties.length > 0 && read.kind === 'post' && (postId !== null || mayMakePosts),
      postId,
      newPost: postId === null && mayMakePosts ? { title, departmentKind: kindOf(read), superior } : null,
      keep: true,
      duties: duties.map((duty, place) => dutyOf(duty, `d${at}-${place}`, standards.get(duty.code ?? ''))),
    }
  })
}

function superiorIn({ posts, knownPosts }: JobDocument, title: string, below: number): string | null {
  const same =
    knownPosts.find((post) => plain(post.title) === plain(title)) ??
    knownPosts.find((post) => isTitle(post.title, title))
  if (same) return same.id
  const at = posts.findIndex((post, place) => place !== below && post.postId === null && isTitle(post.title, title))
  return at < 0 ? null : `p${at}`
}

const dutyOf = (duty: ReadDuty, key: string, standard: StandardDuty | undefined): DutyDraft => ({
  key,
  isUsed: true,
  text: duty.text,
  cadence: duty.cadence,
  capability: capabilitiesOf(duty, standard),
  code: duty.code,
  measure: standard?.measure ?? '',
  proofs: standard?.proofs.map(({ of }) => of) ?? [],
  source: duty.source,
  cadenceWords: duty.cadenceWords,
  capabilityWords: duty.capabilityWords,
})

/** What was read leads; the catalogue knows what else serves such a duty. */
function capabilitiesOf({ capability }: ReadDuty, standard: StandardDuty | undefined): string[] {
  const all = [...(capability ? [capability] : []), ...(standard?.capability ?? [])]
  return [...new Set(all)].slice(0, 4)
}

export type Change =
  | { do: 'setPost'; post: string; to: Partial<Pick<PostDraft, 'isUsed' | 'postId' | 'newPost' | 'keep'>> }
  | { do: 'setDuty'; duty: string; to: Partial<Omit<DutyDraft, 'key' | 'source'>> }
  | { do: 'unlink'; duty: string }
  | { do: 'mergeDuty'; duty: string }
  | { do: 'moveDuty'; duty: string; post: string }
  | { do: 'mergePost'; post: string }

export function changed(draft: Draft, change: Change): Draft {
  if (change.do === 'setPost') {
    return draft.map((post) => (post.key === change.post ? { ...post, ...change.to } : post))
  }
  if (change.do === 'mergePost') return postMerged(draft, change.post)
  if (change.do === 'moveDuty') return dutyMoved(draft, change.duty, change.post)
  return draft.map((post) => {
    const at = post.duties.findIndex(({ key }) => key === change.duty)
    return at < 0 ? post : { ...post, duties: dutiesChanged(post.duties, at, change) }
  })
}

type DutyChange = Extract<Change, { do: 'setDuty' | 'unlink' | 'mergeDuty' }>
function dutiesChanged(duties: readonly DutyDraft[], at: number, change: DutyChange): readonly DutyDraft[] {
  if (change.do === 'mergeDuty') return dutyMerged(duties, at)
  const to = change.do === 'setDuty' ? change.to : { code: null, measure: '', proofs: [] }
  return duties.map((duty, place) => (place === at ? { ...duty, ...to } : duty))
}

/** One sentence of two: the first says what kind of duty it is. */
function dutyMerged(duties: readonly DutyDraft[], at: number): readonly DutyDraft[] {
  const [first, second] = [duties[at - 1], duties[at]]
  if (!first || !second) return duties
  const text = `${first.text.replace(/[，,；;。.]$/, '')}，${second.text}`
  const merged = { ...first, text, isUsed: true, source: [...first.source, ...second.source] }
  return [...duties.slice(0, at - 1), merged, ...duties.slice(at + 1)]
}

function dutyMoved(draft: Draft, duty: string, to: string): Draft {
  const moved = draft.flatMap(({ duties }) => duties).find(({ key }) => key === duty)
  if (!moved) return draft
  return draft.map((post) => {
    const rest = post.duties.filter(({ key }) => key !== duty)
    if (post.key === to) return { ...post, duties: [...rest, moved] }
    return rest.length === post.duties.length ? post : { ...post, duties: rest }
  })
}

function postMerged(draft: Draft, key: string): Draft {
  const at = draft.findIndex((post) => post.key === key)
  const [above, below] = [draft[at - 1], draft[at]]
  if (!above || !below) return draft
  const source = [...above.read.source, ...below.read.source]
  const merged = { ...above, read: { ...above.read, source }, duties: [...above.duties, ...below.duties] }
  return [...draft.slice(0, at - 1), merged, ...draft.slice(at + 1)]
}

export const usedDuties = ({ duties }: Pick<PostDraft, 'duties'>) => duties.filter(({ isUsed }) => isUsed)
export const titleOf = ({ read, newPost }: PostDraft) => newPost?.title || read.title

/** How far the draft has come, for the line above it. */
export function countsOf(draft: Draft) {
  const posts = draft.filter(({ isUsed }) => isUsed)
  const duties = posts.flatMap(usedDuties)
  return {
    posts: posts.length,
    allPosts: draft.length,
    duties: duties.length,
    allDuties: draft.flatMap((post) => post.duties).length,
    counted: duties.filter(({ proofs }) => proofs.length > 0).length,
  }
}

/** As the server takes it. */
export function takenOf(id: string, draft: Draft): InputOf<typeof jobDocuments.verbs.take> {
  const used = draft.filter(({ isUsed }) => isUsed)
  const placeOf = (key: string | null) => {
    const place = used.findIndex((post) => post.key === key && post.newPost !== null)
    return place < 0 ? null : place
  }
  const newPostOf = ({ title, departmentKind, superior }: NewPost) => {
    const reportsToPlace = placeOf(superior)
    const isKnown = superior !== null && !draft.some(({ key }) => key === superior)
    return { title, departmentKind, reportsToPlace, reportsToId: isKnown ? superior : null }
  }
  return {
    id,
    posts: used.map(({ postId, newPost, keep, ...post }) => ({
      postId: newPost ? null : postId,
      newPost: newPost && newPostOf(newPost),
      keep,
      duties: usedDuties(post).map(({ text, cadence, capability, code, measure, proofs }) => ({
        ...{ text, cadence, capability, code, measure, proofs },
      })),
    })),
  }
}
