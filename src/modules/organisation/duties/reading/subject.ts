// Of whom a text speaks that has no heading which says so.
import { isPostTitle, type Named, namedIn } from './post-titles.ts'
import { opensDuty } from './sentences.ts'

/** The post that its sentences name again and again, or else the department whose tasks it tells. */
export function subjectOf(text: string): Named | undefined {
  const named = new Map<string, number>()
  for (const [, words = ''] of [...text.matchAll(OF_WHOM), ...text.matchAll(WHO)]) {
    const title = titleEnding(words)
    if (title) named.set(title, (named.get(title) ?? 0) + 1)
  }
  const [best] = [...named].sort(([one, times], [other, more]) => more - times || other.length - one.length)
  // `收银岗位` is where the 收银员 works.
  const full = [...named.keys()].find(
    (title) => best && title.startsWith(best[0]) && title.length === best[0].length + 1,
  )
  if (best) return { title: full ?? best[0], kind: 'post' }
  const department = DEPARTMENT.exec(text)?.[1]
  return department ? { title: namedIn(department).title, kind: 'department' } : undefined
}

/** `…是收银员的岗位职责` */
const OF_WHOM =
  /([\p{Script=Han}]{2,16}?)(?:岗位)?的?(?:(?:主要|核心|岗位|工作|具体|日常)*职责|(?:主要|具体|日常)?工作内容)/gu
/** `仓库管理员需要…` */
const WHO =
  /(?:^|[\n,。;:、])\s*([\p{Script=Han}]{2,12}?)(?=(?:还|也|主要|通常)?(?:是|属于|在|需|要|应|必须|负责|扮演|承担|肩负|作为|不仅|可以|会|的(?:日常|主要|具体)?工作))/gu
const DEPARTMENT =
  /([\p{Script=Han}]{2,4}部)门?(?:的(?:首要|主要|具体|日常)|是[^,。]{2,30}之一|需要|还需|应当|必须|负责|承担|扮演)/u

/** `以下是酒水管理员` ends in a title; the longest that is one, without its company. */
function titleEnding(clause: string): string | undefined {
  const words = clause.slice(clause.lastIndexOf('的') + 1)
  for (let from = 0; from <= words.length - 2; from += 1) {
    // `执行前厅部经理的工作指令` speaks of somebody else.
    if (opensDuty(words.slice(from))) return undefined
    const { title, kind } = namedIn(
      words.slice(from).replace(/^(?:以下(?:是|为)|关于|一个|一名|作为|对于?|首先|其次|此外|最后)+/, ''),
    )
    if (kind === 'post' && isPostTitle(title)) return title
  }
  return undefined
}
