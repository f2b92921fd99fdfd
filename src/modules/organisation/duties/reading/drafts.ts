// Gathers under each post what is told of it, section by section.
import type { Outlined, Piece } from './outline.ts'
import { isPostTitle, isSameTitle, type Named, qualified, titleOpening } from './post-titles.ts'
import { EMPTY, type Script, trimmed } from './script.ts'
import { type Attribute, labelOf, type Section } from './section-labels.ts'

export type Draft = {
  title: string
  department?: string
  kind: 'post' | 'department' | 'group'
  /** By the form's own word for it, so that it is a post however its duties are told. */
  asked?: boolean
  reportsTo?: string
  supervises?: string[]
  headings: Script[]
  sections: { section: Section; pieces: Piece[]; named?: string }[]
}
export type ModelDraft = { title: string; headings: Script[]; pieces: Script[] }
export type Drafts = { posts: Draft[]; models: ModelDraft[] }

type State = Drafts & {
  current: Draft
  model?: ModelDraft
  reportsTo?: string
  department?: string
  /** Named on a line of its own; its value is on the next one. */
  awaited?: Attribute
}

export function draftsOf(outline: readonly Outlined[]): Drafts {
  const opening = draftFor({ title: '', kind: 'group' })
  const state: State = { posts: [opening], models: [], current: opening }
  for (const one of outline) {
    if (one.kind !== 'piece') delete state.awaited
    if (one.kind === 'post') openPost(state, one.named, one.heading)
    else if (one.kind === 'group') openGroup(state, one.named, one.heading)
    else if (one.kind === 'model') openModel(state, one.title, one.heading)
    else if (one.kind === 'section') openSection(state, one)
    else if (one.kind === 'attribute') nameAttribute(state, one.attribute, one.value)
    else takeLine(state, one.piece)
  }
  return { posts: state.posts, models: state.models }
}

const draftFor = ({ title, kind, department }: Named): Draft => ({
  title,
  kind,
  ...(department && { department }),
  headings: [],
  sections: [{ section: 'duties', pieces: [] }],
})

function openPost(state: State, named: Named, heading: Script): void {
  if (opensArticle(heading.text)) delete state.department
  const own = named.kind === 'department' ? named.title : named.department
  const department = own || state.department
  if (department) state.department = department
  const title = named.kind === 'department' ? (department ?? '') : qualified(named.title, department)
  const draft = { ...draftFor({ ...named, title }), headings: [heading], ...(department && { department }) }
  inherit(state, draft)
  begin(state, draft)
}

/** One of several documents in one file: what was said above holds no longer. */
const opensArticle = (heading: string) => /篇[一二三四五六七八九十\d]|[一二三四五六七八九十\d]篇/.test(heading)

/** What was said of a post above its heading, or under a heading of it that told nothing to do. */
function inherit(state: State, draft: Draft): void {
  const { current } = state
  const said =
    state.reportsTo ?? (isUntold(current) && isSameTitle(current.title, draft.title) ? current.reportsTo : undefined)
  if (said && said !== draft.title) draft.reportsTo = said
  delete state.reportsTo
}

const isUntold = ({ sections }: Draft) =>
  sections.every(({ section, pieces }) => section !== 'duties' || pieces.length < 3)

/** `应急处理职责` under a post is a part of what it does. */
const isTopicOf = ({ current, posts }: State, topic: string, heading: string) =>
  (posts.length === 1 || (current.kind === 'post' && current.title !== '')) &&
  topic.length <= 8 &&
  !/岗位/.test(heading) &&
  !OF_SEVERAL.test(topic)
const OF_SEVERAL = /公司|集团|中心|项目|小区|大厦|酒店|物业|管理处|部|处$|层$|各|人员|员工/

function openGroup(state: State, named: Named, heading: Script): void {
  if (!opensArticle(heading.text) && isTopicOf(state, named.title, heading.text)) {
    state.current.sections.push({ section: 'duties', pieces: [] })
    return
  }
  const within = /(.{2,10}部)(?:门|员工)?$/.exec(named.title)?.[1]?.replace(/^物业(?:公司)?/, '')
  if (within || opensArticle(heading.text)) delete state.department
  if (within) state.department = within
  begin(state, { ...draftFor(named), headings: [heading] })
}

function begin(state: State, draft: Draft): void {
  delete state.model
  state.posts.push(draft)
  state.current = draft
}

/** Headings inside a model belong to it; the one that calls itself a model names it. */
function openModel(state: State, title: string, heading: Script): void {
  if (!state.model) {
    state.model = { title, headings: [heading], pieces: [] }
    state.models.push(state.model)
    return
  }
  const isBetter = /模型$/.test(title) && (!/模型$/.test(state.model.title) || title.length > state.model.title.length)
  if (isBetter) state.model.title = title
  state.model.pieces.push(heading)
}

function openSection(state: State, { section, named, piece }: Extract<Outlined, { kind: 'section' }>): void {
  if (state.model) {
    if (piece) state.model.pieces.push(piece.body)
    return
  }
  if (named && namesOther(state.current, section, named)) openPost(state, { title: named, kind: 'post' }, EMPTY)
  state.current.sections.push({ section, pieces: piece ? [piece] : [], ...(named && { named }) })
}

/** Powers headed with a title are of that post; what it must bring along only when no other is told. */
const namesOther = ({ title }: Draft, section: Section, named: string) =>
  isPostTitle(named) && (title === '' || (section === 'authorities' && !isSameTitle(title, named)))

function nameAttribute(state: State, attribute: Attribute, value: Script): void {
  if (value.text.trim() === '') state.awaited = attribute
  else takeAttribute(state, attribute, value)
}

function takeLine(state: State, piece: Piece): void {
  const { awaited } = state
  delete state.awaited
  if (awaited && !piece.mark && piece.body.text.length <= 30) takeAttribute(state, awaited, piece.body)
  else takePiece(state, piece)
}

const NOBODY = /^(?:无|没有|\/|-)?$/

function takeAttribute(state: State, attribute: Attribute, value: Script): void {
  const said = trimmed(value, /[\s;。,]/).text
  const first = nameIn(said)
  const { current } = state
  if (attribute === 'title') {
    takeTitle(state, first, value)
  } else if (attribute === 'reportsTo') {
    if (!NOBODY.test(first)) current.reportsTo = first
  } else if (attribute === 'supervises') {
    current.supervises = NOBODY.test(said) ? [] : said.split(/[、/,;\s]+/).filter((one) => one.length >= 2)
  } else if (attribute === 'department' && first !== '') {
    current.department = first
    state.department = first
  }
}

/** The first name; of a name in two languages the Chinese one. */
const nameIn = (said: string): string => {
  const names = said.split(/[\s,;]/)
  const first = names[0] ?? ''
  return /^[A-Za-z]/.test(first) ? (names.find((name) => /^\p{Script=Han}{2}/u.test(name)) ?? said) : first
}

/** "职位名称:…" under a heading of the same post names it; anywhere else it opens a post. */
function takeTitle(state: State, said: string, value: Script): void {
  const { current } = state
  const title = titleOpening(said) ?? said
  if (labelOf(title)) return
  if (title.length < 2 || title.length > 20) return
  if (isSameTitle(current.title, title) && isUntold(current)) current.title = title
  else {
    openPost(state, { title, kind: 'post' }, value)
    state.current.asked = true
  }
}

const ANSWERS_TO: readonly RegExp[] = [
  /(?:直接)?向([^,;。]{2,14}?)(?:直接)?(?:负责|汇报工作|报告工作)(?!.{0,3}(?:情况|结果))/,
  /(?:^|[,;])(?:直接)?对([^,;。]{2,14}?(?:经理|主任|主管|总监|领班|班长|队长|部长|处长|负责人))(?:直接)?负责/,
  /在([^,;。]{2,20}?(?:经理|主任|主管|总监|领班|班长|队长|部长|处长|负责人|店长))的?(?:直接|统一|具体)?(?:领导|督导|带领|指挥|管理)(?:和[^,;。]{2,4})?(?:下|之下)/,
  /接受([^,;。]{2,14}?(?:经理|主任|主管|总监|领班|班长|队长|部长|处长))的?(?:直接)?(?:领导|督导|管理|指挥)/,
]

/** Of whom a sentence says that the holder answers to them. */
export function superiorIn(text: string): string | undefined {
  for (const pattern of ANSWERS_TO) {
    const found = pattern
      .exec(text)?.[1]
      ?.replace(/^(?:公司的|本)/, '')
      .trim()
    if (found && /(?:经理|主任|主管|总监|领班|班长|队长|长|负责人)$/.test(found)) return found
  }
  return undefined
}

function takePiece(state: State, piece: Piece): void {
  const { current, model } = state
  const last = current.sections.at(-1)
  if (model) model.pieces.push(piece.body)
  else if (last) {
    const superior = last.pieces.length < 3 ? superiorIn(piece.body.text) : undefined
    // Said above all posts, it is meant for the next one.
    const isAbove = superior !== undefined && current.kind === 'group' && piece.body.text.startsWith('直接向')
    if (isAbove) state.reportsTo = superior
    else last.pieces.push(piece)
    if (superior && !isAbove) current.reportsTo ??= superior
  }
}
