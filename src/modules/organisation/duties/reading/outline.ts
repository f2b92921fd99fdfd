// Says of every segment what it is: the heading of a post, a section, an attribute, or a piece of what is done.
import type { Mark } from './numbering.ts'
import { isPostTitle, type Named, namedIn } from './post-titles.ts'
import { subjectOpening, unlinked } from './prose.ts'
import { EMPTY, part, type Script, trimmed } from './script.ts'
import { type Attribute, bare, type Headed, headedBy, type Section } from './section-labels.ts'
import type { Segment } from './segments.ts'
import { opensDuty } from './sentences.ts'
import { isGroupName, namedInTurn, titleInOneLine, titlesInTurn } from './turns.ts'

export type Piece = { mark?: Mark; body: Script; opensLine: boolean }
export type Outlined =
  | { kind: 'post'; named: Named; heading: Script }
  | { kind: 'group'; named: Named; heading: Script }
  | { kind: 'model'; title: string; heading: Script }
  | { kind: 'section'; section: Section; named?: string; piece?: Piece }
  | { kind: 'attribute'; attribute: Attribute; value: Script }
  | { kind: 'piece'; piece: Piece }

export function outlined(segments: readonly Segment[]): Outlined[] {
  const subjects = paragraphsOf(segments)
  const titles = titlesInTurn(segments)
  const asked = askedIn(segments)
  return segments.flatMap((segment, at) => {
    if (titles.has(segment)) return [{ kind: 'post', named: namedInTurn(segment), heading: segment.body }]
    // Among such titles one that has its line behind it is another of them.
    const told = titles.size > 0 ? toldInOneLine(segment, [segment]) : undefined
    if (told) return told
    const section = asked.get(segment)
    if (section) return [{ kind: 'section', section }]
    const subject = subjects.get(segment)
    if (!subject) return outlinedOne(segment, segments[at - 1], segments[at + 1])
    const from = segment.body.text.indexOf(subject)
    const heading: Outlined = {
      kind: 'post',
      named: { title: subject, kind: 'post' },
      heading: part(segment.body, from, from + subject.length),
    }
    return [heading, { kind: 'piece', piece: segment }]
  })
}

/** Of a text in chapters of questions: what the post is, what it asks for, what there is to do. Alone each may head anything. */
function askedIn(segments: readonly Segment[]): Map<Segment, Section> {
  const found = new Map<Segment, Section>()
  for (const segment of segments) {
    const section = CHAPTERS.get(segment.body.text)
    if (section && !segment.mark) found.set(segment, section)
  }
  return new Set(found.values()).size === 3 ? found : new Map()
}

const CHAPTERS = new Map<string, Section>([
  ['岗位职责是什么', 'summary'],
  ['岗位职责要求', 'aside'],
  ['有哪些内容', 'duties'],
])

/** Of a text that gives each post a paragraph without a heading, which begin with whom they are about. */
function paragraphsOf(segments: readonly Segment[]): Map<Segment, string> {
  const found = new Map<Segment, string>()
  for (const [at, segment] of segments.entries()) {
    const { body, mark, label, opensLine } = segment
    if (mark || label || !opensLine || body.text.length < SHORTEST_PARAGRAPH) continue
    const subject = subjectOpening(unlinked(body.text))
    if (subject && !isHeaded(segments[at - 1], subject)) found.set(segment, subject)
  }
  return new Set(found.values()).size >= 2 ? found : new Map()
}

const SHORTEST_PARAGRAPH = 26

const isHeaded = (before: Segment | undefined, subject: string) =>
  before !== undefined &&
  (before.label !== undefined ||
    headedBy(before.body.text) !== undefined ||
    (before.body.text.length <= 24 && bare(before.body.text).includes(subject)))

function outlinedOne(segment: Segment, before: Segment | undefined, next: Segment | undefined): Outlined[] {
  const { label, body } = segment
  if (label?.kind === 'attribute') return [{ kind: 'attribute', attribute: label.attribute, value: body }]
  if (label) {
    // What follows a label on its line begins anew, whatever number the label had.
    const piece = body.text === '' ? undefined : { body, opensLine: true }
    return [{ kind: 'section', section: label.section, ...(piece && { piece }) }]
  }
  const piece: Outlined[] = [{ kind: 'piece', piece: segment }]
  return isValueOf(before, segment) ? piece : (openingOf(segment, before, next) ?? piece)
}

/** A value on its own line, below the word that asks for it, heads nothing. */
const isValueOf = (before: Segment | undefined, { mark }: Segment) =>
  before?.label?.kind === 'attribute' && before.body.text === '' && !mark

const openingOf = (segment: Segment, before: Segment | undefined, next: Segment | undefined) =>
  headingOf(segment, before, next) ??
  recruited(segment) ??
  toldInOneLine(segment, [before, next]) ??
  toldInParagraph(segment)

function headingOf(segment: Segment, before: Segment | undefined, next: Segment | undefined): Outlined[] | undefined {
  const headed = headedBy(segment.body.text)
  if (headed) return headedAs(headed, segment, before)
  const title = bare(segment.body.text)
  if (isGroupName(segment) && isNoun(title) && !opensDuty(title))
    return [{ kind: 'group', named: { title, kind: 'group' }, heading: segment.body }]
  const isTitle = isPostTitle(title) && standsAlone(segment, before, next)
  return isTitle || headsDepartment(segment, next) ? [headingNamed(title, segment.body)] : undefined
}

function headedAs(
  { what, named }: Headed,
  { body, mark }: Segment,
  before: Segment | undefined,
): Outlined[] | undefined {
  if (what === 'model') return [{ kind: 'model', title: named, heading: body }]
  if (what === 'authorities') return [{ kind: 'section', section: 'authorities', named }]
  // A line of the one word may also be the end of a broken sentence.
  if (what === 'below') return mark || hasEnded(before) ? [{ kind: 'section', section: 'aside', named }] : undefined
  if (!isNoun(named)) return undefined
  return what === 'aside' ? [{ kind: 'section', section: 'aside', named }] : [headingNamed(named, body)]
}

/** `3.客房部:•负责…` */
const headsDepartment = ({ body, mark, opensLine }: Segment, next: Segment | undefined) =>
  /^[\p{Script=Han}]{2,8}(?:部|中心|办公室):$/u.test(body.text) &&
  isNoun(body.text) &&
  (opensLine || mark !== undefined) &&
  next?.mark !== undefined &&
  next.mark.style !== mark?.style

function headingNamed(text: string, heading: Script): Outlined {
  if (text === '' || /^(?:本|各|该)?(?:岗位|职位)$/.test(text)) return { kind: 'section', section: 'duties' }
  if (TOPIC.test(text)) return { kind: 'section', section: 'duties' }
  const named = namedIn(text)
  return { kind: named.kind === 'group' ? 'group' : 'post', named, heading }
}

/** `其他职责`: a part of one post's duties, and nobody's title. */
const TOPIC =
  /^(?:其他|其它|附加|额外|通用|共同|基础|服务|团队|专业|行政|财务|业务|客户|沟通|培训|临时|辅助|补充|特殊|一般|经营|内部|对外|关键)(?:方面|类|性)?(?:工作|管理|服务)?$/

const SENTENCE =
  /^(?:以上|负责|制定|制订|完善|落实|明确|执行|遵守|履行|建立|健全|熟悉|掌握|了解|贯彻|认真|严格|做好|完成|组织|监督|协助|编写|编制|按照|根据|检查|修订|拟定|本着)/
const isNoun = (text: string) => !SENTENCE.test(text) && !/[,;。!?]/.test(text)

/** A title with nothing else on its line is a heading when something is told below it, not when it is one of a list. */
function standsAlone(segment: Segment, before: Segment | undefined, next: Segment | undefined): boolean {
  if (!next) return false
  if (next.label || segment.body.text.endsWith(':'))
    return next.label !== undefined || !segment.mark || segment.opensLine
  if (!segment.opensLine) return false
  return segment.mark ? headsBelow(segment, next) : next.mark?.number === 1 || isToldBelow(segment, before, next)
}

const headsBelow = (segment: Segment, next: Segment) => next.mark?.style !== segment.mark?.style && !isActivity(segment)

/** `1. 客户接待` heads duties of one kind as well as it names a post. */
const isActivity = ({ mark, body }: Segment) =>
  !/^(?:前台|前厅|大堂|大厅|总台|门店)/.test(body.text) &&
  /\d/.test(mark?.style ?? '') &&
  /(?:接待|客服|采购|行政|人事|审计|运营|策划|销售|业务|招商|督导|保洁|收银|商务|法务)$/.test(body.text)

const isToldBelow = ({ body }: Segment, before: Segment | undefined, next: Segment) =>
  !next.mark &&
  next.opensLine &&
  hasEnded(before) &&
  (TELLS.test(next.body.text) || next.body.text.startsWith(body.text))

const hasEnded = (before: Segment | undefined) =>
  !before || before.body.text === '' || /[。;!?:)]$/.test(before.body.text)
const TELLS = /^(?:负责|协助|在|根据|按|严格|认真|接受|对|做好|完成|热情)/

/** `保洁主管:负责…` in a row of such lines: each names a post and what it is there for. */
function toldInOneLine({ body, mark }: Segment, around: readonly (Segment | undefined)[]): Outlined[] | undefined {
  const title = titleInOneLine(body.text)
  if (!title) return undefined
  const rest = trimmed(part(body, title.length + 1))
  // Alone it is a remark about somebody.
  if (!OPENS_TASK.test(rest.text) && !around.some((one) => one && titleInOneLine(one.body.text))) return undefined
  const piece: Piece = { body: rest, opensLine: true, ...(mark && { mark }) }
  return [headingNamed(title.trim(), part(body, 0, title.length)), { kind: 'piece', piece }]
}

const OPENS_PARAGRAPH =
  /^(?:然后是?|其次是?|接下来是?|接着是?|最后是?|首先是?|再来看看?)?([^:,;。\s]{2,10}?)(岗位?)?[,:]/

/** `保洁岗位,保洁人员每天…`: a paragraph for each post, which begins with its name. */
function toldInParagraph({ body, opensLine }: Segment): Outlined[] | undefined {
  const [whole = '', name = '', post] = OPENS_PARAGRAPH.exec(body.text) ?? []
  if (!opensLine || !post || !isPostTitle(`${name}岗`) || body.text.length < 30) return undefined
  const piece: Piece = { body: trimmed(part(body, whole.length)), opensLine: true }
  return [
    {
      kind: 'post',
      named: { title: isPostTitle(name) ? name : `${name}岗`, kind: 'post' },
      heading: part(body, 0, whole.length),
    },
    { kind: 'piece', piece },
  ]
}

const OPENS_TASK = /^(?:负责|主要负责|协助|全面|管理|统筹|根据|按照)/

const RECRUITED =
  /(?:招聘|诚聘|急聘|高薪聘|聘请|招募|诚招|急招|热招|聘)\s*[:】\]]?\s*((?:(?![聘招])[\p{Script=Han}/]){2,12}?)\s*(?:[(]?\d{1,3}\s*[名人位]?[)]?|若干名?|数名|一名|两名|多名)?(?=[\s,;。:!(【]|$|\d)/u

/** An advert names the post it looks for in passing. */
function recruited({ body, opensLine }: Segment): Outlined[] | undefined {
  const match = RECRUITED.exec(body.text)
  const title = match?.[1] ?? ''
  if (!match || match.index > 40 || !isPostTitle(title)) return undefined
  const end = match.index + match[0].length
  const rest = trimmed(part(body, end), /[\s,;。:!】)名人位]/)
  const heading: Outlined = { kind: 'post', named: { title, kind: 'post' }, heading: part(body, match.index, end) }
  return rest === EMPTY || rest.text === '' ? [heading] : [heading, { kind: 'piece', piece: { body: rest, opensLine } }]
}
