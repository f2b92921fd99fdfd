// Beside the intake: what is open for this caller, what happened at this place, and whether it is the same again.
import { Button, Input } from 'antd'
import { useState } from 'react'
import { normalisePhone } from '../../../../../platform/checks.ts'
import { type AnswerOf, apiOf, type InputOf, useRead, useWrite } from '../../../../../ui/api.ts'
import { DueChip } from '../../../../../ui/DueChip.tsx'
import { useMay } from '../../../../../ui/me.tsx'
import { Panel } from '../../../../../ui/Panel.tsx'
import { Chip } from '../../../../../ui/StatusTag.tsx'
import { useSettled } from '../../../../../ui/settled.ts'
import { When } from '../../../../../ui/values.tsx'
import { useWords } from '../../../../../ui/words.ts'
import { requests } from '../../contract/requests.ts'
import type { RequestRow } from '../../contract/shapes.ts'
import { isOpen } from '../../states.ts'
import { KindMark, placeOf, RequestLink, StateMark } from '../looks.tsx'
import { words } from '../words.ts'
import type { CallDraft, Linked, MatterDraft } from './draft.ts'

const api = apiOf(requests)
export type BesideAnswer = AnswerOf<(typeof requests.verbs)['beside']>

/** Asks again as the fields fill in. */
export function useBeside(call: CallDraft, matter: MatterDraft): BesideAnswer | undefined {
  const phone = normalisePhone(call.caller.phone)
  const settled = useSettled(JSON.stringify(questionOf(call, matter, phone)), 350)
  const question: Question = JSON.parse(settled)
  const knows = question.customerId || question.phone || question.placeId || (question.subject?.length ?? 0) > 1
  const answer = useRead(api.beside, question, { enabled: Boolean(knows), keep: true })
  return knows ? answer.data : undefined
}

type Question = InputOf<(typeof requests.verbs)['beside']>
function questionOf(call: CallDraft, matter: MatterDraft, phone: string | undefined): Question {
  const { customerId, anonymous } = call.caller
  const who = anonymous ? {} : { ...(customerId ? { customerId } : {}), ...(phone ? { phone } : {}) }
  const subject = matter.subjectOffered ? '' : matter.subject.trim()
  return {
    ...who,
    ...(call.estateId ? { estateId: call.estateId } : {}),
    ...(matter.placeId ? { placeId: matter.placeId } : {}),
    kind: matter.kind,
    ...(matter.categoryId ? { categoryId: matter.categoryId } : {}),
    ...(subject ? { subject } : {}),
  }
}

export type BesideProps = {
  answer: BesideAnswer | undefined
  matter: MatterDraft
  onLink(linked: Linked): void
  onNudged(row: RequestRow): void
}
export function Beside({ answer, matter, onLink, onNudged }: BesideProps) {
  const t = useWords(words)
  if (!answer) return <Nothing>{t('intake.beside.nothing')}</Nothing>
  const likely = new Set(answer.likely.map(({ id }) => id))
  const open = answer.openOfCaller.filter(({ id }) => !likely.has(id))
  const shown = new Set([...likely, ...open.map(({ id }) => id)])
  const history = answer.historyOfPlace.filter(({ id }) => !shown.has(id))
  const acts = { matter, onLink, onNudged }
  if (shown.size + history.length === 0) return <Nothing>{t('intake.beside.none')}</Nothing>
  return (
    <>
      {answer.likely.length > 0 ? (
        <Panel title={<span className="rq-likely-title">{t('intake.beside.likely')}</span>}>
          <ul className="rq-beside">
            {answer.likely.map((row) => (
              <BesideRow key={row.id} row={row} why={row.why} {...acts} />
            ))}
          </ul>
        </Panel>
      ) : null}
      <BesidePart title={t('intake.beside.openOfCaller')} rows={open} {...acts} />
      <BesidePart title={t('intake.beside.history')} rows={history} {...acts} />
    </>
  )
}

function Nothing({ children }: { children: string }) {
  const t = useWords(words)
  return (
    <Panel title={t('intake.beside.title')}>
      <p className="quiet rq-nothing">{children}</p>
    </Panel>
  )
}

type Acts = Pick<BesideProps, 'matter' | 'onLink' | 'onNudged'>
const SHORT = 4
function BesidePart({ title, rows, ...acts }: Acts & { title: string; rows: readonly RequestRow[] }) {
  const t = useWords(words)
  const [whole, setWhole] = useState(false)
  const shown = whole ? rows : rows.slice(0, SHORT)
  if (rows.length === 0) return null
  return (
    <Panel title={title} extra={<span className="quiet">{rows.length}</span>}>
      <ul className="rq-beside">
        {shown.map((row) => (
          <BesideRow key={row.id} row={row} {...acts} />
        ))}
      </ul>
      {rows.length > shown.length ? (
        <Button type="link" size="small" onClick={() => setWhole(true)}>
          {t('intake.beside.more', { count: rows.length })}
        </Button>
      ) : null}
    </Panel>
  )
}

type RowProps = Acts & { row: RequestRow; why?: BesideAnswer['likely'][number]['why'] }
function BesideRow({ row, why, matter, onLink, onNudged }: RowProps) {
  const t = useWords(words)
  const mayNudge = useMay('requests.nudge')
  const [asking, setAsking] = useState(false)
  const open = isOpen(row.status)
  const linked = matter.linked?.id === row.id
  return (
    <li>
      <div className="rq-beside-head">
        <RequestLink {...row} />
      </div>
      <div className="rq-beside-line">
        <KindMark kind={row.kind} />
        <StateMark state={row.status} />
        {why ? <Chip tone="warn">{t(`intake.beside.why.${why}`)}</Chip> : null}
        {open && row.dueAt ? <DueChip due={row.dueAt} /> : null}
      </div>
      <div className="rq-beside-line quiet">
        <span>{placeOf(row)}</span>
        <When at={row.receivedAt} />
        {row.handlerName ? <span>{row.handlerName}</span> : null}
      </div>
      {asking ? (
        <Nudge row={row} matter={matter} onNudged={onNudged} onCancel={() => setAsking(false)} />
      ) : (
        <div className="rq-beside-acts">
          {open && mayNudge ? (
            <Button size="small" onClick={() => setAsking(true)}>
              {t('intake.beside.nudge')}
            </Button>
          ) : null}
          <Button
            size="small"
            type="text"
            disabled={linked}
            onClick={() => onLink({ id: row.id, no: row.no, as: open ? 'duplicate' : 'previous' })}
          >
            {linked ? t('intake.linked', { no: row.no }) : t('intake.beside.link')}
          </Button>
        </div>
      )}
    </li>
  )
}

type NudgeProps = Pick<RowProps, 'row' | 'matter' | 'onNudged'> & { onCancel(): void }
function Nudge({ row, matter, onNudged, onCancel }: NudgeProps) {
  const t = useWords(words)
  const nudge = useWrite(api.nudge)
  const [note, setNote] = useState(matter.body.trim() || (matter.subjectOffered ? '' : matter.subject.trim()))
  const send = async () => {
    const done = await nudge.run({ id: row.id, note: note.trim().slice(0, 500) || null })
    if (done) onNudged(done)
  }
  return (
    <div className="rq-nudge">
      <Input.TextArea
        autoFocus
        value={note}
        maxLength={500}
        autoSize={{ minRows: 1, maxRows: 5 }}
        placeholder={t('intake.beside.nudgeNote')}
        aria-label={t('intake.beside.nudgeNote')}
        onChange={({ target }) => setNote(target.value)}
      />
      <div className="rq-beside-acts">
        <Button size="small" type="primary" loading={nudge.running} onClick={() => void send()}>
          {t('intake.beside.sure')}
        </Button>
        <Button size="small" type="text" onClick={onCancel}>
          {t('intake.hide')}
        </Button>
      </div>
    </div>
  )
}
