// The commands about job documents: what is read in one, and how right the reading is where a person has marked it.
import { readdir, readFile, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { LIMITS } from '../../modules/organisation/duties/reading/extraction/extracted.ts'
import { documentFault, faultWords, isDocumentFault } from '../../modules/organisation/duties/reading/faults.ts'
import type { ReadDuty, ReadPost } from '../../modules/organisation/duties/reading/job-document.ts'
import { scorerWithout } from '../../modules/organisation/duties/reading/leave-one-out.ts'
import { type MatchedPost, matchToCatalogue } from '../../modules/organisation/duties/reading/match-to-catalogue.ts'
import { type ReadFile, readJobFile } from '../../modules/organisation/duties/reading/read-job-file.ts'
import {
  type Figures,
  figuresOf,
  type Score,
  scoreOf,
  spelled,
  total,
} from '../../modules/organisation/duties/reading/score.ts'
import { isMarkedIn, markedDocuments, type TrueDocument } from '../../modules/organisation/duties/reading/truth.ts'
import { standardPosts } from '../../modules/organisation/posts/module.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type Answer, CommandRefused } from './telling.ts'

export async function readPosts(path: string): Promise<Answer> {
  const read = await readFrom(path)
  const { posts, models } = read.document
  const matched = matchToCatalogue(posts, Object.values(standardPosts))
  return {
    lines: [...matched.flatMap(postLines), ...models.map(({ title }) => `胜任力模型 · competency model: ${title}`)],
    json: { posts: matched.map(postJson), models, kind: read.kind },
  }
}

async function readFrom(path: string): Promise<ReadFile> {
  try {
    // A file that is too large is not even opened.
    const { size } = await stat(path)
    if (size > LIMITS.fileBytes) throw documentFault('document.too_large')
    return await readJobFile(await readFile(path), basename(path))
  } catch (error) {
    throw error instanceof Refusal ? refusedBy(error, path) : unreadable(error, path)
  }
}

const refusedBy = ({ code }: Refusal, path: string) =>
  new CommandRefused(
    isDocumentFault(code) ? `${path}: ${faultWords.zh[code]} ${faultWords.en[code]}` : `${path}: ${code}`,
  )

const unreadable = (error: unknown, path: string) =>
  error instanceof Error && 'syscall' in error ? new CommandRefused(`The file ${path} cannot be read.`) : error

function postLines({ post, key, duties }: MatchedPost): string[] {
  const about = [
    post.kind === 'department' ? '部门' : undefined,
    post.reportsTo && `上级：${post.reportsTo}`,
    post.supervises?.length ? `下属：${post.supervises.join('、')}` : undefined,
    key && `≈ ${key}`,
  ].filter((one) => one)
  const lines = duties.map(({ duty, code, score }, at) => {
    const known = code ? ` ≈ ${code} ${score.toFixed(2)}` : ''
    return `  ${at + 1}. ${duty.text}\n     [${duty.capability ?? '–'}, ${duty.cadence}${wordsOf(duty)}${known}]`
  })
  const authorities = (post.authorities ?? []).map((authority) => `  权限：${authority}`)
  return [`${post.title}${about.length > 0 ? `（${about.join('；')}）` : ''}`, ...authorities, ...lines, '']
}

const wordsOf = ({ proposedFrom }: ReadDuty) => {
  const words = [...proposedFrom.capability, ...proposedFrom.cadence]
  return words.length > 0 ? ` ← ${words.join('、')}` : ''
}

function postJson({ post, key, duties }: MatchedPost): ReadPost & { catalogue?: string; duties: object[] } {
  return {
    ...post,
    ...(key && { catalogue: key }),
    duties: duties.map(({ duty, code, score }) => ({ ...duty, ...(code && { catalogue: { code, score } }) })),
  }
}

export async function scorePosts(folder: string): Promise<Answer> {
  const read = await markedIn(folder)
  if (read.length === 0) throw new CommandRefused(`${folder} holds none of the documents that a person has marked.`)
  const own = Object.values(standardPosts).flatMap(({ duties }) => duties.map(({ zh }) => zh))
  const texts = read.map(({ text }) => spelled(text))
  const scores = read.map(({ truth, text, document }) => scoreOf(truth, text, document))
  const leftOut = read.map(({ truth, text, document }, at) =>
    scoreOf(truth, text, document, scorerWithout(texts[at] ?? '', [...texts.toSpliced(at, 1), ...own])),
  )
  const rows = [...scores, total(scores)].map((score, at) => {
    const { capabilityRight, accepted } = figuresOf([...leftOut, total(leftOut)][at] ?? score)
    return { ...score, ...figuresOf(score), leftOut: { capabilityRight, accepted } }
  })
  return { lines: [HEAD, ...rows.map(rowOf)], json: { documents: rows } }
}

async function markedIn(folder: string) {
  const marked = markedDocuments()
  const read: (ReadFile & { truth: TrueDocument })[] = []
  for (const name of (await namesIn(folder)).sort()) {
    const bytes = await readFile(join(folder, name))
    const truth = marked.find((one) => isMarkedIn(one, bytes))
    if (truth) read.push({ truth, ...(await readJobFile(bytes, name)) })
  }
  return read
}

const namesIn = (folder: string) =>
  readdir(folder).catch(() => {
    throw new CommandRefused(`The folder ${folder} cannot be read.`)
  })

const HEAD =
  'document  posts     recall  duties                 F1     capability  accepted  left out       cadence\n' +
  '                                                           right first  as well  first / well   as said'
const percent = (share: number) => share.toFixed(3)

type Row = Score & Figures & { leftOut: Pick<Figures, 'capabilityRight' | 'accepted'> }

function rowOf({ document, posts, duties, leftOut, ...figures }: Row): string {
  return [
    document.padEnd(9),
    `${posts.found} of ${posts.wanted}`.padEnd(9),
    percent(figures.postRecall).padEnd(7),
    `${duties.found} of ${duties.wanted}, read ${duties.read}`.padEnd(22),
    percent(figures.f1).padEnd(6),
    percent(figures.capabilityRight).padEnd(11),
    percent(figures.accepted).padEnd(9),
    `${percent(leftOut.capabilityRight)} / ${percent(leftOut.accepted)}`.padEnd(14),
    percent(figures.cadenceRight),
  ].join(' ')
}
