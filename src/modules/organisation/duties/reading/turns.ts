// Titles on lines of their own that take turns with what each does, without numbers or stops to tell them apart.
import { isPostTitle, type Named, namedIn } from './post-titles.ts'
import { closesText } from './prose.ts'
import { bare } from './section-labels.ts'
import type { Segment } from './segments.ts'

/** The segments that are such titles; below each stand one or two lines. */
export function titlesInTurn(segments: readonly Segment[]): Set<Segment> {
  const titles = new Set<Segment>()
  for (const [at, segment] of segments.entries()) {
    if (mayBeTitle(segment) && linesBelow(segments, at) > 0) titles.add(segment)
  }
  return titles.size >= FEWEST ? titles : new Set()
}

/** Fewer may be chance. */
const FEWEST = 3
const MOST_LINES = 2

const mayBeTitle = ({ body, label, opensLine }: Segment) => !label && opensLine && isTitleOrOffice(body.text)

function isTitleOrOffice(text: string): boolean {
  const title = bare(text)
  return isPostTitle(title) || /^[\p{Script=Han}/]{3,10}(?:部|办公室)$/u.test(title)
}

/** In turn with titles an office is one of them, whatever verb its name begins with. */
export function namedInTurn({ body }: Segment): Named {
  const title = bare(body.text)
  const named = namedIn(title)
  return named.kind === 'group' ? { title, kind: 'department' } : named
}

/** `门童 :迎送客人…` */
export function titleInOneLine(text: string): string | undefined {
  const title = /^([^:,;。\s]{2,12}\s?):(.{6,})$/.exec(text)?.[1]
  return title && isPostTitle(title.trim()) ? title : undefined
}

/** How many lines stand between a title and the next one, or none when it is more than belong to one of many titles. */
function linesBelow(segments: readonly Segment[], at: number): number {
  const below = segments.slice(at + 1, at + 2 + MOST_LINES)
  const until = below.findIndex(isOther)
  const lines = until < 0 ? below.length : until
  const isTold = below.slice(0, lines).every(({ opensLine, body }) => opensLine && body.text.length >= 5)
  return lines <= MOST_LINES && isTold ? lines : 0
}

const isOther = (segment: Segment) =>
  segment.label !== undefined ||
  isTitleOrOffice(segment.body.text) ||
  isGroupName(segment) ||
  titleInOneLine(segment.body.text) !== undefined ||
  closesText(segment.body.text)

/** `管理层`, `基层服务岗位`: several posts of one kind stand below. */
export const isGroupName = ({ body: { text }, opensLine }: Segment): boolean =>
  opensLine &&
  text.length <= 12 &&
  !/^(?:各|本|该|多个)/.test(text) &&
  /^[\p{Script=Han}、/]{2,8}(?:层|层级|人员类|岗位类|岗位|职位)$/u.test(text) &&
  !isPostTitle(text)
