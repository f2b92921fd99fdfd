// Parts text without numbers into the sentences of single duties, and heals those that were broken across lines.
import { ANNOUNCES, closesText, describes, doingIn, isRemark, withoutLink } from './prose.ts'
import { cutAt, EMPTY, joined, part, type Script, trimmed } from './script.ts'

/** Words that a duty begins with. */
const OPENING =
  '负责|协助|配合|参与|熟悉|掌握|了解|受理|接待|接听|接受|处理|组织|指导|督导|监督|检查|巡查|制定|制订|拟定|编制|编写|建立|维护|管理|收取|收缴|整理|汇总|统计|登记|办理|定期|及时|每日|每天|每周|每月|严格|认真|积极|贯彻|执行|遵守|落实|做好|保持|保证|确保|完成|协调|培训|对|根据|按照|向|主持|审核|审批|跟进|跟踪|开展|安排|策划|引导|迎送|提供|热情|坚守|服从|爱护|发放|清洁|清扫|保管|入户|统筹|牵头|策划|推动|联动|对接|营造|搞好|抓好|认证|收发|迎接|打扫|清理|维持|遇|发现|直接|全面|具体'
const OPENS = new RegExp(`^(?:${OPENING})`)
export const opensDuty = (text: string): boolean => OPENS.test(text)
/** Opens what is done once its link, its subject and its 需要 are taken off. */
export const tellsDuty = (text: string): boolean => {
  const doing = doingIn(text)
  return OPENS.test(text) || OPENS.test(doing) || VERBS.test(doing)
}
/** Further verbs that a duty begins with; heads of a few words begin with them as well, so they tell less about a line. */
const VERBS =
  /^(?:收付|撰写|起草|拟订|签订|签收|签发|审查|核对|核算|核实|核查|开具|打印|编排|分析|研究|调查|收集|搜集|汇集|开发|开拓|拓展|拜访|回访|走访|推广|宣传|传达|汇报|报告|上报|报送|填写|填报|录入|更新|归档|盘点|清点|验收|采购|申购|领用|巡视|巡逻|巡检|监控|监视|关注|疏导|疏散|指挥|维修|保养|检修|抢修|修剪|浇水|运送|驾驶|催缴|催收|追缴|结算|对账|报销|控制|降低|提高|提升|加强|优化|改进|改善|解决|解答|回答|答复|反馈|洽谈|谈判|签约|招聘|面试|考核|评估|评价|激励|关心|带领|带教|辅导|分解|达成|实现|促成|推进|促进|防止|预防|排查|消除|制止|劝阻|纠正|查验|查看|盘查|放行|代收|代办|使用|操作|调试|安装|更换|寻找|挖掘|联系|联络|交接|值班|值守|执勤|布置|摆放|陈列|补货|配送|装卸|搬运|发送|转接|预订|引领|问候|组建|选拔|推荐|推介|介绍|讲解|展示|比价|询价|报价|调配|调度|派发|张贴|发布|公示|通知|设计|规划|筹备|筹划|举办|承办|主办|参加|出席|召开|配备|设置|树立|出具|确定|确认|记录|抄录|登录|跟单|养护|专注于|致力于|确立|打造|构建|塑造|运营|经营|销售|保障|承担)/
const CLOSING = /完成.{0,12}(?:交办|布置|安排|分派|指派|交代|交给|下达).{0,12}$/

export function sentencesOf(lines: readonly Script[]): Script[] {
  return healed(withoutHeads(lines))
    .flatMap(sentencesIn)
    .flatMap(withoutAnnouncement)
    .map((sentence) => withoutLink(trimmed(sentence, /[\s;。,、]/)))
    .map((sentence) => trimmed(withoutDescription(sentence), /[\s;。,、]/))
    .filter(
      ({ text }) =>
        text.length >= 4 &&
        !/[:?]$|^(?:他们?|她们?|其)?主要?负责$/.test(text) &&
        !isRemark(text) &&
        !onlyDescribes(text),
    )
}

/** `他是…的负责人,主要职责包括组织巡逻`: what stands before the list only leads to it. */
function withoutAnnouncement(sentence: Script): Script[] {
  const found = ANNOUNCES.exec(sentence.text)
  if (!found || found.index > 60) return [sentence]
  const before = sentence.text.slice(0, found.index)
  const rest = part(sentence, found.index + found[0].length)
  if (rest.text.length < 4) return [sentence]
  if (!tellsDuty(before)) return [rest]
  return tellsDuty(rest.text) ? [part(sentence, 0, found.index), rest] : [sentence]
}

/** `店长是门店的核心,负责日常运营` tells from the second clause on. */
function withoutDescription(sentence: Script): Script {
  const end = sentence.text.indexOf(',')
  const rest = part(sentence, end + 1)
  const first = sentence.text.slice(0, Math.max(0, end))
  const isTold = (describes(first) || IS.test(first)) && !tellsDuty(first)
  return isTold && tellsDuty(rest.text.split(',')[0] ?? '') ? rest : sentence
}

/** `前台接待员是酒店的门面` */
const IS = /^[^,;。]{2,14}?(?:是|作为|属于)[^,;。]{2,40}$/

const onlyDescribes = (text: string): boolean =>
  describes(text) && !text.split(/[,;]/).some((clause) => tellsDuty(clause))

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
    if (!last || begins(line.text, last.text, isList)) {
      whole.push(line)
    } else {
      whole[whole.length - 1] = joined([last, line])
    }
  }
  return isList ? whole : glued(whole)
}

const begins = (line: string, last: string, isList: boolean) =>
  /[。;!:]$/.test(last) || closesText(line) || (isList && OPENS.test(line) && !/[,、(和与及的]$/.test(last))

/** One text, since where a line ended says nothing. */
const glued = (lines: readonly Script[]): Script[] => [joined(lines)]

function sentencesIn(text: Script): Script[] {
  const hasSemicolons = (text.text.match(/;/g)?.length ?? 0) >= 2
  const places: number[] = []
  for (const match of text.text.matchAll(/[。;!?]\s*|[)]\s*(?=负责)|\s+(?=\S)/g)) {
    const end = match.index + match[0].length
    if (parts(text.text, match, { end, hasSemicolons })) places.push(end)
  }
  return withFragmentsJoined(cutAt(text, places))
}

type Parting = { end: number; hasSemicolons: boolean }

function parts(text: string, match: RegExpMatchArray, { end, hasSemicolons }: Parting): boolean {
  const sign = match[0].charAt(0)
  if (sign === ';' && /^(?:或者|以及|并且|或)/.test(text.slice(end, end + 4))) return false
  if (sign === ';' || sign === ')' || sign === '!' || sign === '?') return true
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
    const isFragment = !tellsDuty(piece.text) && piece.text.length <= 14 && !DOES.test(piece.text)
    if (last && isFragment && /;\s*$/.test(last.text)) whole[whole.length - 1] = joined([last, piece])
    else whole.push(piece)
  }
  return whole
}

const DOES = /工作|管理|处理|协调|培训|检查|收|接|填|报|办|做/
