// What came of a visit that is over, or why this person does not make it.

import { useMe } from '../../../../ui/me.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { VerbBar } from '../../../../ui/VerbBar.tsx'
import { Maybe, When } from '../../../../ui/values.tsx'
import { useWords } from '../../../../ui/words.ts'
import type { ReturnVisit } from '../contract.ts'
import { life } from '../states.ts'
import { api } from './calls.ts'
import { fields, wordIn } from './fields.tsx'
import { Score, Solved } from './looks.tsx'
import { words } from './words.ts'

export function Answers({ visit }: { visit: ReturnVisit }) {
  const t = useWords(words)
  const me = useMe()
  const own = visit.handlers.some(({ id }) => id === me.id)
  const rows = [
    { key: 'score', label: t('fields.score'), value: visit.score === null ? null : <Score score={visit.score} /> },
    ...visit.questions.map((question) => ({
      key: question,
      label: t(`questions.${question}`),
      value: question === 'solved' ? <Solved solved={visit.solved} /> : <YesNo value={visit[question]} />,
    })),
    { key: 'opinion', label: t('fields.opinion'), value: visit.opinion },
    { key: 'spokeWith', label: t('fields.spokeWith'), value: visit.spokeWith },
    { key: 'way', label: t('fields.way'), value: wordIn('ways', visit.way) },
    { key: 'visitor', label: t('fields.visitorName'), value: visit.visitorName },
    { key: 'madeAt', label: t('fields.madeAt'), value: visit.madeAt ? <When at={visit.madeAt} both /> : null },
  ]
  return (
    <Panel title={t(visit.status === 'due' ? 'page.ask' : 'page.answers')}>
      {visit.status === 'due' && own ? <p>{t('page.ownWork')}</p> : null}
      {visit.waiveReason ? (
        <p>
          {t('page.waived')}: {visit.waiveReason}
        </p>
      ) : null}
      {visit.status === 'made' ? (
        <dl className="rv-matter">
          {rows.map(({ key, label, value }) => (
            <div key={key}>
              <dt>{label}</dt>
              <dd>
                <Maybe>{value}</Maybe>
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      <VerbBar
        record={visit}
        api={api}
        words={words}
        life={life}
        sticky={false}
        verbs={{ waive: { fields, of: ['reason'], danger: true, hidden: !visit.can.includes('waive') } }}
      />
    </Panel>
  )
}

function YesNo({ value }: { value: boolean | null }) {
  const t = useWords(words)
  if (value === null) return <span className="quiet">—</span>
  return t(value ? 'page.yes' : 'page.no')
}
