// How loud the words of a duty are: what is done, or only who does it, for whom, when and on what ground.
import { doingIn } from './prose.ts'

const CLAUSE = /[,;。:!]/
/** By whose order or on what ground something is done is not what is done. */
const GROUND = /^(?:在[^,]*(?:下|中|里|前提)|根据|按照|按(?!时)|依照|通过|为|为了|结合|从|对照|针对|随着)/
const LOUD = { first: 1, later: 0.7, ground: 0.4, aside: 0.45, subject: 0.25, somebody: 0.4, when: 0.6 }

/** For each character how much its words count: the first clause says what the duty is, brackets only give examples. */
export function loudnessIn(text: string): number[] {
  const loudness = clauseLoudness(text)
  const quiet = (from: number, until: number, share: number) => {
    for (let at = from; at < until; at += 1) loudness[at] = (loudness[at] ?? 1) * share
  }
  // Who does it, who it is done with and when say less than what is done.
  const doing = text.indexOf(doingIn(text))
  if (doing > 0) quiet(0, doing, LOUD.subject)
  for (const { index, 0: mention } of text.slice(Math.max(0, doing)).matchAll(SOMEBODY))
    quiet(Math.max(0, doing) + index, Math.max(0, doing) + index + mention.length, LOUD.somebody)
  for (const { index, 0: time } of text.matchAll(WHEN)) quiet(index, index + time.length, LOUD.when)
  return loudness
}

/** A post or a department that is spoken of. */
const SOMEBODY =
  /(?:保洁|清洁|绿化|保安|安保|秩序(?:维护)?|维修|工程|收费|收款|收银|客服|客户服务|前台|接待|仓库|仓管|采购|财务|人事|人力资源|行政|销售|展厅|门岗|监控|巡逻|档案|资料|渠道|市场|酒水|安全|消防|培训|招商|策划|营销|运营|物业|项目|区域|大堂|礼宾|总台|质检|品质|值班|抄表|售后|服务|业务|前厅|客房|餐饮)(?:管理|维护)?(?:人员|员(?!工)|工(?!作|程|具|资)|师|经理|主管|主任|领班|班长|队长|组长|专员|助理|部门?|岗(?!位|前|上))/gu
/** `装修时`, `接到报修后`, `停水前`. */
const WHEN =
  /(?<=^|[,;。:])[^,;。:]{2,10}?(?:以后|之后|以前|之前|期间|(?<![售善先前然今最滞])后(?!续|勤|期|台|备)|(?<![及随按准定同实临适当平小])时(?!间|效|刻|段|期)|(?<![提目餐门])前(?!台|厅|期|往))(?=[^,;。:]|,)/gu

function clauseLoudness(text: string): number[] {
  const loudness: number[] = []
  let isMain = true
  let depth = 0
  let inClause = loudnessOf(text, isMain)
  for (const [at, sign] of [...text].entries()) {
    if (sign === '(' || sign === '（') depth += 1
    loudness.push(depth > 0 ? inClause * LOUD.aside : inClause)
    if (sign === ')' || sign === '）') depth = Math.max(0, depth - 1)
    if (depth > 0 || !CLAUSE.test(sign)) continue
    // Behind a ground the main clause is yet to come.
    isMain = isMain && inClause === LOUD.ground
    inClause = loudnessOf(text.slice(at + 1, at + 31), isMain)
  }
  return loudness
}

const loudnessOf = (clause: string, isMain: boolean) => {
  const [head = ''] = clause.split(CLAUSE)
  return isMain && GROUND.test(head) && head.length < clause.length ? LOUD.ground : isMain ? LOUD.first : LOUD.later
}
