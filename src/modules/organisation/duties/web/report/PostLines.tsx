// The duties of one post in the report: what was counted with its figures, the rest folded away.
import { inLanguage } from '../../../../../ui/bilingual.ts'
import { Panel } from '../../../../../ui/Panel.tsx'
import { StatusTag, type Tone } from '../../../../../ui/StatusTag.tsx'
import { useWords } from '../../../../../ui/words.ts'
import type { Report } from '../../contract/duties.ts'
import { textOf } from '../today/DutyCard.tsx'
import { words } from '../words.ts'
import type { Asked } from './EvidenceDrawer.tsx'

type Line = Report['lines'][number]
const tones = {
  met: 'good',
  partly: 'warn',
  missed: 'bad',
  not_due: 'neutral',
  kept: 'active',
  not_yet: 'done',
} as const satisfies Record<Line['verdict'], Tone>
const COUNTED: readonly Line['verdict'][] = ['missed', 'partly', 'met']
const UNCOUNTED = ['not_due', 'kept', 'not_yet'] as const
const FIGURES = ['due', 'met', 'late', 'missed'] as const

type PostProps = { lines: readonly Line[]; onAsk(asked: Asked): void }
export function PostLines({ lines, onAsk }: PostProps) {
  const t = useWords(words)
  const [first] = lines
  const counted = lines.filter(({ verdict }) => COUNTED.includes(verdict))
  if (!first) return null
  const title = t('hints.ofPost', { post: inLanguage(first.postTitle, first.postTitleEn) })
  return (
    <Panel title={title} flush>
      {counted.length > 0 ? (
        <table className="duty-report" aria-label={title}>
          <thead>
            <tr>
              <th scope="col">{t('fields.lineId')}</th>
              <th scope="col">{t('fields.result')}</th>
              {FIGURES.map((figure) => (
                <th key={figure} scope="col" className="duty-figure">
                  {t(`figures.${figure}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {counted.map((line) => (
              <LineRow key={line.lineId} line={line} onAsk={onAsk} />
            ))}
          </tbody>
        </table>
      ) : null}
      <Uncounted lines={lines} />
    </Panel>
  )
}

function LineRow({ line, onAsk }: { line: Line; onAsk(asked: Asked): void }) {
  const t = useWords(words)
  const { code, verdict, sum, measure, measureEn } = line
  return (
    <tr>
      <th scope="row">
        <span className="duty-code">{code}</span> {textOf(line)}
        <span className="quiet duty-measure">{inLanguage(measure, measureEn)}</span>
      </th>
      <td>
        <StatusTag of={words} branch="verdicts" state={verdict} tones={tones} />
      </td>
      {FIGURES.map((figure) => (
        <td key={figure} className="duty-figure">
          <span className="duty-figure-name" aria-hidden="true">
            {t(`figures.${figure}`)}
          </span>
          {sum[figure] === 0 ? (
            <span className="quiet">0</span>
          ) : (
            <button
              type="button"
              className={`duty-figure-open duty-figure-${figure}`}
              aria-label={`${code} ${t(`figures.${figure}`)} ${sum[figure]}`}
              onClick={() => onAsk({ line, figure })}
            >
              {sum[figure]}
            </button>
          )}
        </td>
      ))}
    </tr>
  )
}

/** Neither met nor missed. */
function Uncounted({ lines }: { lines: readonly Line[] }) {
  const t = useWords(words)
  const kinds = UNCOUNTED.map((verdict) => ({ verdict, of: lines.filter((line) => line.verdict === verdict) }))
  const some = kinds.filter(({ of }) => of.length > 0)
  if (some.length === 0) return null
  const what = some.map(({ verdict, of }) =>
    t('hints.notCounted', { count: of.length, verdict: t(`verdicts.${verdict}`) }),
  )
  return (
    <details className="duty-group">
      <summary>
        <h3>{t('hints.uncounted', { what: what.join(' · ') })}</h3>
      </summary>
      <ul className="duty-list">
        {some.flatMap(({ verdict, of }) =>
          of.map((line) => (
            <li key={line.lineId} className="duty-card duty-card-quiet">
              <span className="duty-code">{line.code}</span>
              <p className="duty-text">{textOf(line)}</p>
              <StatusTag of={words} branch="verdicts" state={verdict} tones={tones} />
            </li>
          )),
        )}
      </ul>
    </details>
  )
}
