// Reads a job-responsibility document: clean, unfold, cut, outline, gather, merge, propose. Pure: text in, posts out.
import { cleaned } from './clean-text.ts'
import { unfolded } from './columns.ts'
import { draftsOf } from './drafts.ts'
import type { JobDocument, ReadDuty, ReadPost, SourceRange } from './job-document.ts'
import { modelRead } from './models.ts'
import { namedByFile } from './named-by-file.ts'
import { outlined } from './outline.ts'
import { type Named, withoutHeadcount } from './post-titles.ts'
import { type DutyDraft, type PostDraft, postsOf } from './posts.ts'
import { proposed } from './propose.ts'
import { withoutRepeats } from './repeated.ts'
import { originalOf, rangesOf, type Script } from './script.ts'
import { segmentsOf } from './segments.ts'
import { subjectOf } from './subject.ts'
import { withoutTables } from './tables.ts'
import { partedWithoutSigns } from './unpunctuated.ts'

export type Hints = {
  /** Of the file: says whose duties they are when the text does not. */
  name?: string
}

export function readJobDocument(text: string, { name = '' }: Hints = {}): JobDocument {
  const outline = outlined(segmentsOf(partedWithoutSigns(unfolded(withoutTables(cleaned(text))))))
  const drafts = draftsOf(outline)
  const posts = withoutRepeats(postsOf(drafts.posts)).map((post) => postRead(titled(post, name, text), text))
  return { posts, models: drafts.models.map(modelRead) }
}

/** A text that names no post is of whom its file is called after, or of the department it speaks of. */
function titled(post: PostDraft, name: string, text: string): PostDraft {
  if (post.title !== '') return { ...post, title: withoutHeadcount(post.title) }
  const { title, kind } = namedByFile(name) ??
    subjectOf(text) ??
    departmentOf(post) ?? { title: UNNAMED, kind: 'post' as const }
  return { ...post, title, kind }
}

const departmentOf = ({ department }: PostDraft): Named | undefined =>
  department ? { title: department, kind: 'department' } : undefined

const UNNAMED = '未写明的岗位'

function postRead(post: PostDraft, text: string): ReadPost {
  const { department, reportsTo, supervises, authorities, summary } = post
  const original = (script: Script) => originalOf(script, text)
  return {
    title: post.title,
    ...(department && { department }),
    kind: post.kind === 'department' ? 'department' : 'post',
    ...(reportsTo && { reportsTo }),
    ...(supervises && { supervises }),
    ...(authorities.length > 0 && { authorities: authorities.map(original) }),
    ...(summary && { summary: original(summary) }),
    duties: post.duties.map((duty) => dutyRead(duty, text)),
    source: inOrder([...post.headings.flatMap(rangesOf), ...post.duties.flatMap(({ body }) => rangesOf(body))]),
  }
}

function dutyRead({ body, twins, scheduled }: DutyDraft, text: string): ReadDuty {
  return {
    text: originalOf(body, text),
    ...proposed(body.text, scheduled),
    source: inOrder([body, ...twins].flatMap(rangesOf)),
  }
}

const inOrder = (ranges: SourceRange[]) => ranges.sort(([one], [other]) => one - other)
