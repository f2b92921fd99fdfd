// The first step: one spelling of every character, without stray pinyin, watermarks and page numbers.
import traditional from 'opencc-js/dict/TSCharacters'
import { linesOf, type Script, stretchesOf, without } from './script.ts'

export function cleaned(text: string): Script[] {
  const spelled = withoutPinyin(inOneSpelling(text))
  const lines = linesOf(spelled)
  const stamps = repeatedStamps(lines)
  return lines.filter((line) => !isStamp(line.text, stamps)).map(withoutStampsInside)
}

const SIMPLIFIED: ReadonlyMap<string, string> = new Map(
  traditional.split('|').map((entry) => {
    const [from = '', to = ''] = entry.split(' ')
    return [from, to] as const
  }),
)

/** One character for one, so that places hold; line ends of every kind become one line feed. */
function inOneSpelling(text: string): Script {
  const signs: string[] = []
  const at: number[] = []
  for (let place = 0; place < text.length; place += 1) {
    const sign = text.charAt(place)
    if (isWidthless(sign) || (sign === '\r' && text[place + 1] === '\n')) continue
    signs.push(spelled(sign))
    at.push(place)
  }
  return { text: signs.join(''), at: Int32Array.from(at) }
}

const WIDTHLESS = /[\u200b-\u200f\u2060\ufeff\u00ad]/
const isWidthless = (sign: string) => WIDTHLESS.test(sign) || sign < '\t' || (sign > '\r' && sign < ' ')
const CIRCLED = /[①-⑳❶-❿⑴-⒛]/

function spelled(sign: string): string {
  if (sign.charCodeAt(0) < 0x7f) return sign === '\r' || sign === '\f' || sign === '\v' ? '\n' : sign
  if (CIRCLED.test(sign)) return sign
  const plain = ALIKE.get(sign) ?? (LINE_END.test(sign) ? '\n' : sign.normalize('NFKC'))
  const one = plain.length === 1 ? plain : sign
  return SIMPLIFIED.get(one) ?? one
}

const LINE_END = /[\u2029\u0085]/
const ALIKE = new Map([
  ['．', '.'],
  ['﹑', '、'],
  ['､', '、'],
  ['〔', '('],
  ['〕', ')'],
  ['｡', '。'],
  ['∶', ':'],
  ['︰', ':'],
  ['\u3000', ' '],
  ['\u00a0', ' '],
])

const TONE = 'āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ'
/** A syllable behind the character it belongs to, in brackets or bare; tones tell it from a foreign word. */
const PINYIN = new RegExp(`\\([a-zü${TONE}ɡ]{1,6}\\s?\\)|[a-zü]{0,4}[${TONE}][a-zü]{0,3}`, 'gi')
const TONED = new RegExp(`[${TONE}]`, 'i')
const SYLLABLE = /^\((?:[bpmfdtnlgkhjqxrzcsyw]|zh|ch|sh)?(?:[aeiouü]{1,3})(?:n|ng|r)?\s?\)$/

function withoutPinyin(script: Script): Script {
  const found = [...script.text.matchAll(PINYIN)].filter(
    ({ index, 0: word }) =>
      (TONED.test(word) || SYLLABLE.test(word)) && /\p{Script=Han}/u.test(script.text.charAt(index - 1)),
  )
  // A lone "(a)" in a text without a single tone numbers something.
  if (!found.some(({ 0: word }) => TONED.test(word)) && found.length < 3) return script
  return without(
    script,
    found.map(({ index, 0: word }) => [index, index + word.length]),
  )
}

const PAGE_NUMBER =
  /^(?:[-–—·.]+\s*\d{1,4}\s*[-–—·.]*|\d{1,4}\s*[-–—·]*|(?:第\s*\d{1,4}\s*页|共\s*\d{1,4}\s*页|[,/\s])+|page\s*\d+(?:\s*(?:of|\/)\s*\d+)?|\d{1,4}\s*\/\s*\d{1,4})$/i
const COMPANY = /^[\p{Script=Han}()（）A-Za-z]{2,24}(?:有限公司|有限责任公司|股份公司|集团公司|分公司)$/u
const STAMP =
  /^(?:(?:[■□☑☐]\s?[^\s■□☑☐]{1,10}\s*){2,}|[•·-]?\s*(?:(?:作者|日期|时间|人气|阅读量?)[:].{0,40}|20\d\d-\d{1,2}-\d{1,2})|[-·]?\s*(?:目录|关\s?键\s?词[:].*|特殊限制:)|[-·]?\s*(?:格式|大小|页数|文档页数|文档编号|上传时间|更新时间|文件大小|文件名称|总页数|总字数|资源ID|阅读数|浏览次数|举报)[:].*|首页\s*>.*|[^。;]{0,24}(?:19|20)\d\d-\d{1,2}-\d{1,2}\s+\d{1,2}:\d{2}[^。;]{0,24}|.*推荐度.*|相关推荐.*|合集下载|精选范本|联系客服|在线客服|下载(?:文档|本文)?|返回(?:首页|顶部)|首页(?:范文)?(?:岗位职责)?|上一[页篇].*|下一[页篇].*|版权所有.*|内部(?:资料|文件|使用).*|机密.*|仅供参考.*|(?:本文)?(?:来源|来自|转载|整理)(?:于|自)?[:].*|.*(?:https?:|www\.|\.com\b|\.cn\b).*|.*(?:扫码|关注公众号|微信公众号|点击下载|文库|范文网|豆丁网|道客巴巴).{0,20}|受控(?:文件|状态).*|文件编号[: ].*|版本[号]?[:].*|\[?温馨提示\]?|【温馨提示】)$/i

/** Speaks of the page and of what the site asks for it. */
const SITE =
  /下载|文档|会员|VIP|版权|侵权|侵犯|著作权|本站|网站|网友|付费|充值|免费|举报|图标|珍藏版|搜索|讲稿|甄别|附加服务|您的权益|人工客服|PPT|免责|预览|退款|商用|发布于|阅读数|浏览|评论|转载|投稿/g
const speaksOfSite = (text: string) => text.length <= 240 && new Set(text.match(SITE)).size >= 3

function isStamp(line: string, repeated: ReadonlySet<string>): boolean {
  const text = line.trim()
  return (
    PAGE_NUMBER.test(text) ||
    speaksOfSite(text) ||
    COMPANY.test(text) ||
    (text.length <= 80 && STAMP.test(text)) ||
    repeated.has(stampKey(text))
  )
}

const stampKey = (text: string) => text.replace(/\d+/g, '#').replace(/\s+/g, '')
const NO_STAMP =
  /[:;。]$|^[(（]?(?:[\d一二三四五六七八九十]+[、.)]|[①-⑳•●-])|负责|完成|协助|职责|要求|权限|描述|内容|资格|待遇|岗位|职位|上级|下属/

/** A line that comes back again and again and says nothing that is done: the head or foot of pages. */
function repeatedStamps(lines: readonly Script[]): Set<string> {
  const counted = new Map<string, number>()
  for (const { text } of lines) {
    const line = text.trim()
    if (line === '' || line.length > 40 || NO_STAMP.test(line)) continue
    counted.set(stampKey(line), (counted.get(stampKey(line)) ?? 0) + 1)
  }
  return new Set([...counted].filter(([, times]) => times >= 3).map(([key]) => key))
}

const DAY_AT_START = /^\s*(?:19|20)\d\d[-/.年]\d{1,2}[-/.月]\d{1,2}日?\s+(?=\p{Script=Han})/gu

/** `职 责:`, as it is spaced out to fill a line. */
const SPACED = /(?<=[\s。;]职|^职)\s+(?=责)|(?<=岗)\s+(?=位)/g

function withoutStampsInside(line: Script): Script {
  const stretches = [...stretchesOf(line.text, DAY_AT_START), ...stretchesOf(line.text, SPACED)]
  return stretches.length > 0 ? without(line, stretches) : line
}
