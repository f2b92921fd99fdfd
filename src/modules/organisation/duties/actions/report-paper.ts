// The fulfilment report on paper.
import type { Ctx } from '../../../../platform/context.ts'
import type { FileAnswer, Input } from '../../../../platform/contract.ts'
import type { Block } from '../../../../platform/print/form.ts'
import { printForm } from '../../../../platform/print/print-form.ts'
import { getCompany } from '../../estates/module.ts'
import type { duties, PostTitle, Report } from '../contract/duties.ts'
import { report } from './report.ts'
import { REPORT_WORDS, type ReportWords } from './report-words.ts'

type Verbs = (typeof duties)['verbs']

export async function reportPdf(ctx: Ctx, given: Input<Verbs['reportPdf']>): Promise<FileAnswer> {
  const seen = await report(ctx, given)
  const language = ctx.user.locale === 'en' ? 'en' : 'zh'
  const words = REPORT_WORDS[language]
  const company = await getCompany(ctx.tx)
  const bytes = await printForm({
    title: words.title,
    company: company.name,
    number: seen.month,
    subtitle: seen.person.name,
    blocks: blocksOf(seen, words, language),
    language,
    printedAt: ctx.now,
    printedBy: ctx.user.name,
    zone: ctx.user.zone,
  })
  return { type: 'application/pdf', name: `${words.file}-${seen.person.name}-${seen.month}.pdf`, bytes, inline: true }
}

const titlesIn = (posts: readonly PostTitle[], language: 'zh' | 'en') =>
  posts.map(({ title, titleEn }) => (language === 'en' && titleEn ? titleEn : title)).join('、')

function blocksOf(
  { person, month, lines, total, rate, checks }: Report,
  words: ReportWords,
  language: 'zh' | 'en',
): Block[] {
  const counted = lines.filter(({ verdict }) => verdict !== 'kept' && verdict !== 'not_yet')
  const uncounted = lines.filter(({ verdict }) => verdict === 'kept' || verdict === 'not_yet')
  const said = (line: Report['lines'][number]) => (language === 'en' && line.textEn ? line.textEn : line.text)
  return [
    {
      kind: 'grid',
      cells: [
        { label: words.person, value: person.name },
        { label: words.month, value: month },
        { label: words.posts, value: titlesIn(person.posts, language), span: 2 },
        { label: words.due, value: String(total.due) },
        { label: words.met, value: String(total.met) },
        { label: words.late, value: String(total.late) },
        { label: words.missed, value: String(total.missed) },
        { label: words.rate, value: rate === null ? '—' : `${rate} %`, span: 2 },
      ],
    },
    {
      kind: 'table',
      columns: [
        { label: words.code, width: 2 },
        { label: words.duty, width: 11 },
        { label: words.verdict, width: 3 },
        { label: words.due, width: 2, align: 'right' },
        { label: words.met, width: 2, align: 'right' },
        { label: words.late, width: 2, align: 'right' },
        { label: words.missed, width: 2, align: 'right' },
      ],
      rows: counted.map((line) => [
        line.code,
        said(line),
        words.verdicts[line.verdict],
        ...[line.sum.due, line.sum.met, line.sum.late, line.sum.missed].map(String),
      ]),
    },
    { kind: 'heading', text: words.uncounted },
    {
      kind: 'table',
      columns: [
        { label: words.code, width: 2 },
        { label: words.duty, width: 15 },
        { label: words.verdict, width: 4 },
      ],
      rows: uncounted.map((line) => [line.code, said(line), words.verdicts[line.verdict]]),
    },
    {
      kind: 'text',
      label: words.checks,
      text: checks.map(({ at, byName, note }) => `${at.slice(0, 10)} ${byName} ${note}`).join('\n'),
      minLines: 3,
    },
    { kind: 'signatures', signatures: [{ label: words.signPerson }, { label: words.signSuperior }] },
  ]
}
