// Numbers that stand before duties and headings, in every style, at the start of a line and within it.

export type Mark = { style: MarkStyle; number: number; length: number }
export type MarkStyle =
  | 'article'
  | '1.1'
  | '1.1.1'
  | '(1)'
  | '1)'
  | '(一)'
  | '一)'
  | '1、'
  | '一、'
  | '①'
  | '[1]'
  | 'A、'
  | '•'
  | '1 '

const HAN = '一二三四五六七八九十'
type Style = { style: MarkStyle; pattern: RegExp; inline: boolean }
const STYLES: readonly Style[] = [
  { style: 'article', pattern: new RegExp(`第\\s?([${HAN}百\\d]{1,4})\\s?[条章节款项点][、.:]?`, 'y'), inline: true },
  { style: '1.1.1', pattern: /\d{1,2}(?:\.\d{1,2}){2,3}(?:[、.)]|(?=\s|\p{Script=Han}))/uy, inline: true },
  { style: '1.1', pattern: /\d{1,2}\.\d{1,2}(?:[、.)]|(?=\s|\p{Script=Han}))/uy, inline: true },
  { style: '(1)', pattern: /[(]\s?(\d{1,2})\s?[)][、.]?/y, inline: true },
  { style: '(一)', pattern: new RegExp(`[(]([${HAN}]{1,3})[)][、.]?`, 'y'), inline: true },
  { style: '[1]', pattern: /[【[](\d{1,2})[\]】][、.]?/y, inline: true },
  { style: '1)', pattern: /(\d{1,2})[)][、.]?/y, inline: true },
  { style: '一)', pattern: new RegExp(`([${HAN}]{1,3})[)]`, 'y'), inline: false },
  { style: '1、', pattern: /(\d{1,2})\s?(?:、|[.,:](?!\d))/y, inline: true },
  { style: '一、', pattern: new RegExp(`([${HAN}]{1,3})[、.:]`, 'y'), inline: true },
  { style: '①', pattern: /([①-⑳❶-❿⑴-⒛])[、.]?/y, inline: true },
  { style: 'A、', pattern: /([A-Ha-h])(?:[、)]|\.(?=\s|\p{Script=Han}))/uy, inline: false },
  { style: '•', pattern: /[•●◆■▪✓√➢○◇□※★▶►]/y, inline: true },
  { style: '•', pattern: /[-–—]\s(?=\p{Script=Han})/uy, inline: true },
  { style: '•', pattern: /[-–—·*>](?:\s?(?=\p{Script=Han})|$)/uy, inline: false },
  { style: '1 ', pattern: /(\d{1,2})\s+(?=\p{Script=Han})/uy, inline: true },
]

/** The mark at a place, or undefined. At the start of a line more styles count than within it. */
export function markAt(text: string, place: number, where: 'start' | 'inline'): Mark | undefined {
  for (const { style, pattern, inline } of STYLES) {
    if (where === 'inline' && !inline) continue
    pattern.lastIndex = place
    const match = pattern.exec(text)
    if (match) return { style, number: numberOf(match[1] ?? match[0]), length: match[0].length }
  }
  return undefined
}

const CIRCLES: readonly [first: string, last: string][] = [
  ['①', '⑳'],
  ['❶', '❿'],
  ['⑴', '⒇'],
  ['⒈', '⒛'],
]

function numberOf(written: string): number {
  if (/^\d+$/.test(written)) return Number(written)
  if (/^[\d.、)\s]+$/.test(written)) return Number(/(\d+)\D*$/.exec(written)?.[1] ?? 0)
  const code = written.codePointAt(0) ?? 0
  const circle = CIRCLES.find(([first, last]) => written >= first && written <= last)
  if (circle) return code - (circle[0].codePointAt(0) ?? 0) + 1
  if (/^[A-Ha-h]$/.test(written)) return code & 31
  return hanNumber(written)
}

function hanNumber(written: string): number {
  const [tens, ones] = written.includes('十') ? written.split('十') : ['', written]
  const digit = (sign: string | undefined) => (sign ? HAN.indexOf(sign) + 1 : 0)
  if (!written.includes('十')) return digit(ones?.at(-1))
  return (tens ? digit(tens.at(-1)) : 1) * 10 + digit(ones)
}

/** Follows how far each style has counted, since within a line a number is a mark only when it goes on counting. */
export type Counting = Map<MarkStyle, number>

/** Within a line "(三)" or "3、" is a mark when it is the next one, or the first one where one may begin. */
export function goesOn(counting: Counting, { style, number }: Mark, before: string): boolean {
  // A figure with a decimal point looks the same.
  if (style === '1.1' || style === '1.1.1') return BEHIND_HEAD.test(before)
  if (style === '•') return /(?:^|[\s。;:)])$/.test(before) || NAMED.test(before)
  if (number === 1) return style !== '1 ' && MAY_BEGIN.test(before)
  const ahead = number - (counting.get(style) ?? 0)
  return countsOn(ahead, number) && isClear(style === '1 ' || ahead === 2, before)
}

const countsOn = (ahead: number, number: number) => ahead === 1 || (ahead === 2 && number > 2)
const isClear = (needsEnd: boolean, before: string) =>
  needsEnd ? /[。;]\s*$/.test(before) : !/[\d第至到\-~和与]$/.test(before)

const BEHIND_HEAD = /(?:[。;:]|职责|内容|要求)\s*$/
/** `2.2 客服代表- 接听…` */
const NAMED = /(?:经理|主管|主任|代表|专员|助理|领班|班长|队长|员|工|师)$/

const MAY_BEGIN = /(?:[:。;)\s】\]]|职责|内容|要求|描述|说明书?|权限|制度|资格|条件)\s*$/

export function count(counting: Counting, { style, number }: Mark): void {
  counting.set(style, number)
}
