// Parts text without numbers into the sentences of single duties, and heals those that were broken across lines.
import { cutAt, EMPTY, joined, type Script, trimmed } from './script.ts'

/** Words that a duty begins with. */
const OPENING =
  '负责|协助|配合|参与|熟悉|掌握|了解|受理|接待|接听|接受|处理|组织|指导|督导|监督|检查|巡查|制定|制订|拟定|编制|编写|建立|维护|管理|收取|收缴|整理|汇总|统计|登记|办理|定期|及时|每日|每天|每周|每月|严格|认真|积极|贯彻|执行|遵守|落实|做好|保持|保证|确保|完成|协调|培训|对|根据|按照|向|主持|审核|审批|跟进|跟踪|开展|安排|策划|引导|迎送|提供|热情|坚守|服从|爱护|发放|清洁|清扫|保管|入户|统筹|牵头|策划|推动|联动|对接|营造|搞好|抓好|认证|收发|迎接|打扫|清理|维持|遇|发现|直接|全面|具体'
const OPENS = new RegExp(`^(?:${OPENING})`)
export const opensDuty = (text: string): boolean => OPENS.test(text)
const CLOSING = /完成.{0,12}(?:交办|布置|安排|分派|指派|交代|交给|下达).{0,12}$/

export function sentencesOf(lines: readonly Script[]): Script[] {
  return healed(withoutHeads(lines))
    .flatMap(sentencesIn)
    .map((sentence) => trimmed(sentence, /[\s;。,、]/))
    .filter(({ text }) => text.length >= 4 && !/[:]$/.test(text))
}

const isHead = ({ text }: Script) => text.length >= 4 && text.length <= 14 && !/[,;。!:、(]$/.test(text)

/** A few words and a paragraph that explains them, again and again: each two are one duty. */
export function headedParagraphs(lines: readonly Script[]): Script[] | undefined {
  const tells = (line: Script | undefined) => line !== undefined && line.text.length >= 30 && /[。;!]$/.test(line.text)
  const heads = lines.filter((line, at) => isHead(line) && !OPENS.test(line.text) && tells(lines[at + 1]))
  if (heads.length < 3 || heads.length * 2 < lines.length - 2) return undefined
  return heads.flatMap((head) => {
    const told = lines[lines.indexOf(head) + 1]
    return told ? [joined([head, told], '：')] : []
  })
}

/** A few words between two sentences, alone on a line, head what follows. */
function withoutHeads(lines: readonly Script[]): Script[] {
  return lines.filter(({ text }, at) => {
    const before = lines[at - 1]?.text ?? '。'
    const after = lines[at + 1]?.text ?? ''
    return !(
      isHead(lines[at] ?? EMPTY) &&
      !OPENS.test(text) &&
      /[。;!:]$/.test(before) &&
      after.length >= 20 &&
      OPENS.test(after)
    )
  })
}

/** Lines that were one sentence become one again; a list of lines without any stops stays a list. */
function healed(lines: readonly Script[]): Script[] {
  const stopped = lines.filter(({ text }) => /[。;!]$/.test(text)).length
  const opening = lines.filter(({ text }) => OPENS.test(text)).length
  const isList = lines.length >= 2 && stopped < lines.length / 3 && opening >= lines.length / 2
  const whole: Script[] = []
  for (const line of lines) {
    const last = whole.at(-1)
    if (
      !last ||
      /[。;!:]$/.test(last.text) ||
      (isList && OPENS.test(line.text) && !/[,、(和与及的]$/.test(last.text))
    ) {
      whole.push(line)
    } else {
      whole[whole.length - 1] = joined([last, line])
    }
  }
  return isList ? whole : glued(whole)
}

/** One text, since where a line ended says nothing. */
const glued = (lines: readonly Script[]): Script[] => [joined(lines)]

function sentencesIn(text: Script): Script[] {
  const hasSemicolons = (text.text.match(/;/g)?.length ?? 0) >= 2
  const places: number[] = []
  for (const match of text.text.matchAll(/[。;!]\s*|[)]\s*(?=负责)|\s+(?=\S)/g)) {
    const end = match.index + match[0].length
    if (parts(text.text, match, { end, hasSemicolons })) places.push(end)
  }
  return withFragmentsJoined(cutAt(text, places))
}

type Parting = { end: number; hasSemicolons: boolean }

function parts(text: string, match: RegExpMatchArray, { end, hasSemicolons }: Parting): boolean {
  const sign = match[0].charAt(0)
  if (sign === ';' || sign === ')' || sign === '!') return true
  const next = /^[^。;]*/.exec(text.slice(end, end + 40))?.[0] ?? ''
  return sign === '。' ? partsAtStop(next, hasSemicolons) : partsAtBlank(next, text.slice(0, end).trimEnd())
}

/** Where semicolons part the duties, a full stop may stand within one. */
const partsAtStop = (next: string, hasSemicolons: boolean) =>
  !hasSemicolons || CLOSING.test(next) || !GOES_ON.test(next)
const GOES_ON = /^(?:完成|确保|做到|保证|并|同时|如)/
const partsAtBlank = (next: string, before: string) => OPENS.test(next) && next.length >= 6 && !/[,、:(]$/.test(before)

/** A name behind a semicolon does nothing of itself: it goes on with what stands before it. */
function withFragmentsJoined(pieces: readonly Script[]): Script[] {
  const whole: Script[] = []
  for (const piece of pieces) {
    const last = whole.at(-1)
    const isFragment = !OPENS.test(piece.text) && piece.text.length <= 14 && !DOES.test(piece.text)
    if (last && isFragment && /;\s*$/.test(last.text)) whole[whole.length - 1] = joined([last, piece])
    else whole.push(piece)
  }
  return whole
}

const DOES = /工作|管理|处理|协调|培训|检查|收|接|填|报|办|做/
