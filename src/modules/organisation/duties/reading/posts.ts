// Makes posts of the drafts: duties, authorities and summary of each; lists that columns tore apart go back to their post.
import type { Draft } from './drafts.ts'
import { ended, type Item, type Itemised, itemised } from './items.ts'
import { isSameTitle } from './post-titles.ts'
import { asksFor } from './prose.ts'
import { joined, part, type Script, stretchesOf, without } from './script.ts'
import { tellsDuty } from './sentences.ts'
import { isName } from './topics.ts'

export type DutyDraft = { body: Script; marked: boolean; scheduled?: string; twins: Script[] }
export type PostDraft = Omit<Draft, 'sections'> & {
  duties: DutyDraft[]
  authorities: Script[]
  summary?: Script
  /** The list stops in the middle: its last piece does not end as the last of a list does. */
  open: boolean
}

export function postsOf(drafts: readonly Draft[]): PostDraft[] {
  const told = drafts.map(postOf)
  return closed(told.filter(isTold))
}

function postOf({ sections, ...draft }: Draft): PostDraft {
  const post: PostDraft = { ...draft, duties: [], authorities: [], open: false }
  const hasMarked = sections.some(({ section, pieces }) => section === 'duties' && pieces.some(({ mark }) => mark))
  const told: Script[] = []
  for (const [at, one] of sections.entries()) {
    if (one.pieces.length === 0) continue
    const read = itemised(one.pieces)
    // Text above the section of numbered duties tells about the post.
    const isPreface = at === 0 && hasMarked && sections.length > 1 && read.items.every(({ marked }) => !marked)
    if (one.section === 'summary' || isPreface) told.push(read.intro, ...read.items.map(({ body }) => body))
    else told.push(...takeSection(post, one, read))
  }
  const summary = joined(told)
  return { ...post, ...(summary.text && { summary }) }
}

/** Answers what is no duty of the section but tells about the post. */
function takeSection(
  post: PostDraft,
  { section, pieces, named }: Draft['sections'][number],
  { items, intro }: Itemised,
): Script[] {
  if (section === 'authorities') post.authorities.push(...items.flatMap(({ body }) => clausesOf(body)))
  if (section === 'schedule')
    post.duties.push(...items.map((item) => ({ ...dutyOf(item), scheduled: named ?? '每天' })))
  if (section !== 'duties') return []
  post.duties.push(...items.filter(({ body }) => !asksFor(body.text)).map(dutyOf))
  post.open = endsOpen(pieces.at(-1)?.body.text ?? '')
  return [intro]
}

const dutyOf = ({ body, marked }: Item): DutyDraft => ({ body: tidied(body), marked, twins: [] })

/** Blanks that a broken line left between characters. */
const BLANKS = /(?<=[\p{Script=Han},。;:、()])\s+|\s+(?=[\p{Script=Han},。;:、()])|\n/gu
export const tidied = (script: Script): Script => ended(without(script, stretchesOf(script.text, BLANKS)))

const clausesOf = (script: Script): Script[] => {
  const places = [...script.text.matchAll(/[;。]/g)].map(({ index }) => index + 1)
  const pieces: Script[] = []
  let from = 0
  for (const place of [...places, script.text.length]) {
    const clause = tidied(part(script, from, place))
    if (clause.text) pieces.push(clause)
    from = place
  }
  return pieces
}

function isTold(post: PostDraft, at: number, posts: readonly PostDraft[]): boolean {
  const { kind, duties } = post
  if (duties.length === 0) return isKnownOtherwise(post)
  if (post.title === '' && posts.length > 1 && mostlyNames(duties)) return false
  if (kind === 'group') return isGroupTold(post, posts)
  return !isPreface(post, posts[at + 1]) && !(isProse(post) && posts.some(isListed))
}

const isGroupTold = (post: PostDraft, { length }: readonly PostDraft[]) =>
  post.duties.length > 1 && !isProse(post) && (isListed(post) || post.duties.length > 2 || length === 1)

const isProse = (post: PostDraft) => !post.asked && !isListed(post) && !mostlyOpens(post.duties)

const isKnownOtherwise = ({ kind, title, authorities, reportsTo, supervises }: PostDraft) =>
  kind === 'post' && title !== '' && (authorities.length > 0 || (reportsTo !== undefined && supervises !== undefined))

/** A list of departments or of topics, above the posts. */
const mostlyNames = (duties: readonly DutyDraft[]) =>
  duties.filter(({ body }) => isName(body.text)).length >= duties.length * 0.8

const isListed = ({ duties }: PostDraft) => duties.some(({ marked }) => marked)

const mostlyOpens = (duties: readonly DutyDraft[]) =>
  duties.filter(({ body }) => tellsDuty(body.text)).length >= duties.length / 2

/** Prose about a post whose numbered duties stand below under a heading of their own. */
const isPreface = ({ title, duties }: PostDraft, next: PostDraft | undefined) =>
  next !== undefined &&
  duties.every(({ marked }) => !marked) &&
  next.duties.some(({ marked }) => marked) &&
  isSameTitle(title, next.title)

const endsOpen = (text: string) => !/[。!]\s*$/.test(text)
const CLOSING = /^(?:认真|按时)?(?:完成|执行).{0,14}(?:交办|布置|安排|分派|指派|交代|交给|下达|交予)/
export const isClosing = (text: string) => CLOSING.test(text)

/**
 * In a page of two columns the end of one list stands under the heading of the next. It shows: the list above stops without an end,
 * and the list below has two ends. A duty that speaks of the post above as somebody else shows that it was in place.
 */
function closed(posts: readonly PostDraft[]): PostDraft[] {
  const healed = posts.map((post) => ({ ...post, duties: [...post.duties] }))
  for (const [at, post] of healed.entries()) {
    const above = healed[at - 1]
    if (!above?.open || above.duties.length < 3 || above.duties.some(({ body }) => isClosing(body.text))) continue
    const end = post.duties.findIndex(({ body }) => isClosing(body.text))
    const again = post.duties.findLastIndex(({ body }) => isClosing(body.text))
    if (end < 0 || again <= end || again < post.duties.length - 1) continue
    const moved = post.duties.slice(0, end + 1)
    if (moved.some(({ body, marked }) => marked || speaksOf(body.text, above.title))) continue
    post.duties.splice(0, end + 1)
    above.duties.push(...moved)
  }
  return healed
}

/** Nobody's own list tells to follow or to help them. */
function speaksOf(text: string, title: string): boolean {
  const role = /(?:经理|主管|主任|领班|班长|队长|管家|秘书|助理|前台)[^部]{0,2}$/.exec(title)?.[0]
  return role !== undefined && new RegExp(`(?:协助|配合|根据|按照|服从|向|报|对)[^,;。]{0,6}${role}(?!部)`).test(text)
}
