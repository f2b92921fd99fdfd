// The questions of a visit as big answers: by click, by thumb, or wholly by keyboard.
import { Button, Input } from 'antd'
import { useState } from 'react'
import { useWrite } from '../../../../ui/api.ts'
import { Drawer } from '../../../../ui/Drawer.tsx'
import { useEstate } from '../../../../ui/me.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { useGo } from '../../../../ui/pages.ts'
import { Keys, useShortcut } from '../../../../ui/shortcuts.tsx'
import { VerbBar } from '../../../../ui/VerbBar.tsx'
import { useWords } from '../../../../ui/words.ts'
import { type ReturnVisit, VisitWay } from '../contract.ts'
import { life } from '../states.ts'
import { api, nextVisit } from './calls.ts'
import { fields } from './fields.tsx'
import { type Done, withDone } from './LastDone.tsx'
import { NotReached } from './NotReached.tsx'
import { Pick, PickScore, YesOrNo } from './picks.tsx'
import { words } from './words.ts'

type Question = ReturnVisit['questions'][number]
type Said = Partial<Record<Question, boolean>>

/** Onwards to the next in the queue, which says what became of this one. */
function useOnwards(visit: ReturnVisit) {
  const go = useGo()
  const { estateId } = useEstate()
  return async (done?: Done) => {
    const next = await nextVisit(estateId, visit.id).catch(() => undefined)
    const href = next ? `/return-visits/${next.id}` : '/return-visits'
    go(done ? withDone(href, done, visit.no) : href, { replace: next !== undefined })
    window.scrollTo({ top: 0 })
  }
}

export function Ask({ visit }: { visit: ReturnVisit }) {
  const t = useWords(words)
  const onwards = useOnwards(visit)
  const [said, setSaid] = useState<Said>({})
  const [score, setScore] = useState<number>()
  const [way, setWay] = useState<string>('phone')
  const [opinion, setOpinion] = useState('')
  const [spokeWith, setSpokeWith] = useState('')
  const [trying, setTrying] = useState(false)
  const making = useWrite(api.make, { onDone: ({ reopened }) => void onwards(reopened ? 'reopened' : 'kept') })
  const open = visit.questions.filter((question) => said[question] === undefined)
  const answer = (question: Question | undefined, yes: boolean) =>
    question && setSaid((now) => ({ ...now, [question]: yes }))
  const missing = [
    ...open.map((question) => t(`questions.${question}`)),
    ...(score === undefined ? [t('page.score')] : []),
  ]
  const discontent = (score !== undefined && score <= 2) || said.solved === false
  const save = () => {
    if (missing.length > 0 || score === undefined || making.running) return
    const chosen = VisitWay.options.find((one) => one === way) ?? 'phone'
    const { solved = false, ...others } = said
    void making.run({
      id: visit.id,
      way: chosen,
      score,
      solved,
      ...others,
      opinion: opinion || null,
      spokeWith: spokeWith || null,
    })
  }
  useShortcut('y', () => answer(open[0], true), !trying)
  useShortcut('n', () => answer(open[0], false), !trying)
  useShortcut('u', () => setTrying(true), !trying)
  useShortcut('ctrl+enter', save, !trying)
  return (
    <Panel title={t('page.ask')} extra={<span className="quiet rv-keys">{t('page.keys')}</span>}>
      {visit.questions.map((question) => (
        <YesOrNo
          key={question}
          label={t(`questions.${question}`)}
          value={said[question]}
          current={question === open[0]}
          onChange={(yes) => answer(question, yes)}
        />
      ))}
      <PickScore value={score} onChange={setScore} enabled={!trying} />
      <Input.TextArea
        value={opinion}
        maxLength={1000}
        autoSize={{ minRows: 2, maxRows: 6 }}
        placeholder={t('page.opinionHint')}
        aria-label={t('fields.opinion')}
        onChange={({ target }) => setOpinion(target.value)}
      />
      <div className="rv-how">
        <Pick
          label={t('fields.way')}
          options={VisitWay.options.map((one) => ({ value: one, label: t(`ways.${one}`) }))}
          value={way}
          onChange={setWay}
        />
        <Input
          className="rv-spoke"
          value={spokeWith}
          maxLength={60}
          placeholder={`${t('fields.spokeWith')} · ${t('page.spokeHint')}`}
          aria-label={t('fields.spokeWith')}
          onChange={({ target }) => setSpokeWith(target.value)}
        />
      </div>
      {discontent ? <p className="rv-warning">{t('page.willReopen')}</p> : null}
      <div className="rv-foot">
        <Button type="primary" size="large" disabled={missing.length > 0} loading={making.running} onClick={save}>
          {t('page.save')} <Keys of="ctrl+enter" />
        </Button>
        <Button size="large" onClick={() => setTrying(true)}>
          {t('verbs.attempt')} <Keys of="u" />
        </Button>
        <Button type="text" size="large" onClick={() => void onwards()}>
          {t('page.skip')}
        </Button>
        <Waive visit={visit} onDone={() => void onwards()} />
      </div>
      {missing.length > 0 && missing.length <= visit.questions.length ? (
        <p className="quiet rv-missing">{t('page.missing', { what: missing.join(' ') })}</p>
      ) : null}
      <Drawer title={t('verbs.attempt')} open={trying} onClose={() => setTrying(false)}>
        <NotReached visit={visit} onDone={() => void onwards('tried')} />
      </Drawer>
    </Panel>
  )
}

function Waive({ visit, onDone }: { visit: ReturnVisit; onDone(): void }) {
  if (!visit.can.includes('waive')) return null
  return (
    <VerbBar
      record={visit}
      api={api}
      words={words}
      life={life}
      sticky={false}
      verbs={{ waive: { fields, of: ['reason'], danger: true, after: onDone } }}
    />
  )
}
