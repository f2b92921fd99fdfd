// Cuts lines where something begins: a number, a label, a heading that stands in the middle of a line.
import { type Counting, count, goesOn, type Mark, markAt } from './numbering.ts'
import { isPostTitle, namedIn, titleOpening } from './post-titles.ts'
import { cutAt, part, type Script, trimmed } from './script.ts'
import { headedBy, type Label, labelOf, labelsIn } from './section-labels.ts'

export type Segment = {
  mark?: Mark
  label?: Label
  /** Without its mark and label. */
  body: Script
  opensLine: boolean
}

export function segmentsOf(lines: readonly Script[]): Segment[] {
  const counting: Counting = new Map()
  const full = lines.map((line) => trimmed(line)).filter(({ text }) => text !== '')
  const segments = full.flatMap((line, at) => segmentsOfLine(line, full[at + 1]?.text ?? '', counting))
  return withoutCutEnd(withStrayMarksCarried(segments))
}

function segmentsOfLine(whole: Script, nextLine: string, counting: Counting): Segment[] {
  const line = withoutStrayNumber(whole, nextLine, counting)
  const labels = openLabels(line.text)
  const marks = marksIn(line.text, counting)
  const begun = [...marks.keys(), ...labels.map(({ start }) => start)]
  const places = [...begun, ...headingPlaces(line, begun, marks)]
  let from = 0
  const segments = cutAt(line, places).map((piece) => {
    const mark = marks.get(from)
    const segment = segmentOf(piece, mark, from === 0)
    from += piece.text.length
    return segment
  })
  return segments.filter(({ mark, label, body }) => mark || label || body.text !== '')
}

function segmentOf(piece: Script, mark: Mark | undefined, opensLine: boolean): Segment {
  const marked = trimmed(part(piece, mark?.length ?? 0))
  const { label, end } = labelOpening(marked.text)
  return { ...(mark && { mark }), ...(label && { label }), body: trimmed(part(marked, end)), opensLine }
}

/** A label with a colon and what follows it, or a label that is all there is. */
function labelOpening(text: string): { label?: Label | undefined; end: number } {
  const found = labelsIn(text)[0]
  if (found?.start === 0) return found
  const label = labelOf(text)
  if (label) return { label, end: text.length }
  const [whole = '', word = ''] = text.length <= SHORT_FORM ? (WITH_BLANK.exec(text) ?? []) : []
  const named = labelOf(word)
  return named?.kind === 'attribute' ? { label: named, end: whole.length } : { end: 0 }
}

/** `直接上级 工程经理`, alone on its line. */
const WITH_BLANK = /^(\p{Script=Han}{4,6})\s+(?=\p{Script=Han}{2,12}$)/u
const SHORT_FORM = 24

function openLabels(text: string): ReturnType<typeof labelsIn> {
  const open: ReturnType<typeof labelsIn> = []
  for (const found of labelsIn(text)) {
    const before = text.slice(0, found.start)
    if (isOpen(before) || isStuck(found, text, open.at(-1))) open.push(found)
    else if (opensPowers(found, text)) open.push({ ...found, start: found.end - POWERS })
  }
  return open
}

type Found = ReturnType<typeof labelsIn>[number]

/** `职位:保洁员直接上级:主管职责范围:…`: where blanks were lost, labels that no sentence holds stand right behind the value before. */
function isStuck({ start, end, label }: Found, text: string, last: Found | undefined): boolean {
  const word = text.slice(start, end)
  if (/[的各其向对由与和为按]/.test(text.charAt(start - 1))) return false
  if (label.kind === 'attribute')
    return label.attribute === 'title'
      ? titleOpening(text.slice(end, end + 18)) !== undefined
      : /上级|下属|下级|上司|部下/.test(word)
  const value = last?.label.kind === 'attribute' ? text.slice(last.end, start) : undefined
  if (value !== undefined && value.length <= 24 && !/[。;]/.test(value)) return true
  return label.section === 'aside' && STUCK_ASIDE.test(word)
}

/** `…运营管理权限:1、…`: whatever word is in front of 权限, a count begins behind it. */
const opensPowers = ({ start, end, label }: Found, text: string) =>
  label.kind === 'section' &&
  label.section === 'authorities' &&
  text.slice(start, end).endsWith('权限:') &&
  markAt(text, end, 'inline')?.number === 1
const POWERS = '权限:'.length

const STUCK_ASIDE = /^(?:任职要求|任职资格|任职条件|岗位要求|薪资待遇|福利待遇|工作时间|工作地点|联系方式|联系电话):$/

/** A label may begin where a line, a clause or a numbered piece begins. */
const isOpen = (before: string) =>
  before === '' || /[\s。;,.:)】\]!、|\t]$/.test(before) || (markAt(before, 0, 'start')?.length ?? -1) === before.length

function marksIn(text: string, counting: Counting): Map<number, Mark> {
  const marks = new Map<number, Mark>()
  const first = markAt(text, 0, 'start')
  if (first) {
    marks.set(0, first)
    count(counting, first)
  }
  let place = first?.length ?? 0
  while (place < text.length) {
    const mark = inlineMarkAt(text, place, counting)
    if (mark) {
      marks.set(place, mark)
      count(counting, mark)
    }
    place += mark?.length ?? stepAt(text, place)
  }
  return marks
}

function inlineMarkAt(text: string, place: number, counting: Counting): Mark | undefined {
  if (!MAY_BEGIN.test(text.charAt(place))) return undefined
  const mark = markAt(text, place, 'inline')
  return mark && goesOn(counting, mark, text.slice(Math.max(0, place - 6), place)) ? mark : undefined
}

/** A number is taken whole or not at all. */
const stepAt = (text: string, place: number) => Math.max(1, /^\d*/.exec(text.slice(place, place + 6))?.[0].length ?? 1)

const MAY_BEGIN = /[-–—\d(第【[一二三四五六七八九十①-⑳❶-❿⑴-⒛•●◆■▪✓√➢○◇□※★▶►]/
const MEASURE = /^\s*(?:小时|天|日|月|年|个|名|人|次|周|号|楼|层|栋|米|元|万|岁|点|分)/

/** The number of a page that slipped in front of a line: nothing counts up to it, nothing goes on from it. */
function withoutStrayNumber(line: Script, nextLine: string, counting: Counting): Script {
  const mark = markAt(line.text, 0, 'start')
  if (mark?.style !== '1 ' || MEASURE.test(line.text.slice(mark.length))) return line
  const reached = (['1、', '1 ', '(1)', '1)', '1.1'] as const).some((style) => counting.get(style) === mark.number - 1)
  const next = markAt(nextLine, 0, 'start')
  const goesOnBelow =
    (next?.style === '1 ' && next.number === mark.number + 1) || line.text.includes(`。${mark.number + 1} `)
  return (reached && mark.number > 1) || goesOnBelow ? line : part(line, mark.length)
}

/** Headings that lost their line: between blanks, or stuck to the sentence before or to the next heading. */
function headingPlaces(line: Script, begun: readonly number[], marks: ReadonlyMap<number, Mark>): number[] {
  let from = 0
  return cutAt(line, begun).flatMap(({ text }) => {
    const start = from
    from += text.length
    const own = text.slice(marks.get(start)?.length ?? 0)
    return headingsIn(own).map((place) => start + text.length - own.length + place)
  })
}

function headingsIn(text: string): number[] {
  const opening = [BRACKETED, LEADING].flatMap((pattern) => {
    const [whole = '', heading = ''] = pattern.exec(text) ?? []
    return isHeading(heading) ? [whole.length] : []
  })
  const between = [...text.matchAll(/\S+/g)].flatMap(({ index, 0: token }) => {
    const end = index + token.length
    if (token.length === text.length || standsInSentence(text, index, end)) return []
    const wanted = isPostTitle(token) ? WANTED.exec(text.slice(end, end + 12))?.[0] : undefined
    if (wanted) return [index, end + wanted.length]
    return isHeading(token) || isSection(token) ? [index, end] : []
  })
  const stuck = STUCK.exec(text)
  const row = [...text.matchAll(TWICE)].map(({ index, 0: head }) => index + head.length)
  return [
    ...opening,
    ...between,
    ...(stuck && isStuckHeading(stuck[1] ?? '') ? [stuck.index + 1] : []),
    ...(row.length > 0 && isStuckHeading(text.slice(row.at(-1))) ? row : []),
  ]
}

const BRACKETED = /^\s*[【[〖]([^【】[\]〖〗]{2,30})[】\]〗](?=\s*\S)/
/** `收费员岗位职责收费员在主任领导下…`: a sentence is stuck behind a heading. */
const LEADING =
  /^\s*([^,;。:!?、\s]{2,22}?(?:岗位|工作)职责)(?=\p{Script=Han}{3})(?!是|为|包括|涵盖|主要|的|和|与|及|有|要|如|以|范围|描述|内容|说明|细则|标准|任务|制度|明确|培训)(?=.{20})/u

/** `制定本部门  岗位职责  、规章制度`: blanks around a word that a page made a link of. */
const standsInSentence = (text: string, start: number, end: number) =>
  /^\s*[,、。;]/.test(text.slice(end, end + 8)) || /[,、的]\s*$/.test(text.slice(Math.max(0, start - 6), start))

/** `招商主管 2名 岗位职责:`, in an advert for several posts. */
const WANTED = /^\s*\(?(?:\d{1,3}|[一二两三四五六七八九十]|若干)\s*[名人位]\)?(?=\s|$)/

/** Between blanks, where a shorter word may be part of a sentence. */
const isSection = (token: string) =>
  (token.length >= 4 || /^(?:权力|权限|职权)$/.test(token)) && labelOf(token)?.kind === 'section'

const STUCK = /[。;!)](?=\s*([^。;,:!()]{2,22}(?::|职责:?))\s*$)/
/** `保洁岗位职责保洁主管岗位职责`, `销售部岗位职责销售经理:`. */
const TWICE = /[^:,;。\s]{2,16}?职责(?=[^:,;。\s]{2,30}(?::|职责)$)/g
const isStuckHeading = (heading: string) =>
  isPostTitle(heading.trim().replace(/:$/, '')) || isHeading(heading) || namesDepartment(heading)

function isHeading(token: string): boolean {
  const headed = headedBy(token)
  return (
    headed !== undefined && (headed.what === 'model' || (headed.named !== '' && namedIn(headed.named).kind !== 'group'))
  )
}

const namesDepartment = (text: string) => {
  const named = headedBy(text)?.named
  return named !== undefined && named !== '' && namedIn(named).kind === 'department'
}

/** A few characters behind the last number, where every other number has a whole sentence: the text was cut off there. */
function withoutCutEnd(segments: Segment[]): Segment[] {
  const last = segments.at(-1)
  const others = segments.filter(({ mark }) => mark && mark.style === last?.mark?.style).slice(-4, -1)
  const isCut =
    last?.mark !== undefined &&
    last.body.text.length <= SHORTEST_DUTY &&
    others.length === 3 &&
    others.every(({ body }) => ENDS.test(body.text)) &&
    !ENDS.test(last.body.text)
  return isCut ? segments.slice(0, -1) : segments
}

const SHORTEST_DUTY = 6
const ENDS = /[。;!]$/

/** "三、" alone on its line belongs to what stands on the next one. */
function withStrayMarksCarried(segments: readonly Segment[]): Segment[] {
  const carried: Segment[] = []
  let waiting: Mark | undefined
  for (const segment of segments) {
    const isAlone = segment.mark !== undefined && !segment.label && segment.body.text === ''
    if (isAlone) {
      waiting = segment.mark
    } else {
      carried.push(waiting && !segment.mark ? { ...segment, mark: waiting } : segment)
      waiting = undefined
    }
  }
  return carried
}
