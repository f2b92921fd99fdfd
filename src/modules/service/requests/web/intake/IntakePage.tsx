// Takes a call on one screen, without the mouse, and is ready for the next one at once.
import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { Alert, Button } from 'antd'
import { useState } from 'react'
import { apiOf, useWrite } from '../../../../../ui/api.ts'
import { ask } from '../../../../../ui/ask.ts'
import { Drawer } from '../../../../../ui/Drawer.tsx'
import { Problem } from '../../../../../ui/Loaded.tsx'
import { Columns, PageHeader, Panel } from '../../../../../ui/Panel.tsx'
import { usePhone } from '../../../../../ui/phone.ts'
import { Chip } from '../../../../../ui/StatusTag.tsx'
import { Keys, useShortcut } from '../../../../../ui/shortcuts.tsx'
import { useWords } from '../../../../../ui/words.ts'
import { requests } from '../../contract/requests.ts'
import type { RequestRow } from '../../contract/shapes.ts'
import '../requests.css'
import { words } from '../words.ts'
import { Beside, type BesideAnswer, useBeside } from './Beside.tsx'
import { CallerPart } from './CallerPart.tsx'
import { type CallDraft, inputOf, isUntouched, problemsIn, withAnother, withoutMatter } from './draft.ts'
import { focusField } from './Entry.tsx'
import { MatterPart } from './MatterPart.tsx'
import { Saved, type SavedLine } from './Saved.tsx'
import { type Intake, useIntake } from './useIntake.ts'

const api = apiOf(requests)

export function IntakePage() {
  const t = useWords(words)
  const intake = useIntake()
  const { call, matter, changeMatter, setCall } = intake
  const [saved, setSaved] = useState<readonly SavedLine[]>([])
  const answer = useBeside(call, matter)
  const save = useSave(intake, setSaved)
  const another = () => {
    setCall(withAnother)
    focusField('kind')
  }
  useShortcut('mod+enter', () => void save.run())
  useShortcut('alt+n', another)
  const nudged = (row: RequestRow) => {
    setSaved([{ ...row, nudges: row.nudgeCount, unhandled: row.handlerId === null }])
    if (call.matters.length > 1) setCall(withoutMatter(call, call.at))
    else intake.reset()
    focusField('caller')
  }
  const beside = (
    <Beside answer={answer} matter={matter} onLink={(linked) => changeMatter({ linked })} onNudged={nudged} />
  )
  return (
    <div className="rq-intake">
      <PageHeader title={t('intake.title')} actions={<ClearButton intake={intake} />} />
      <Saved lines={saved} onHide={() => setSaved([])} />
      <RestoredNote intake={intake} />
      <Columns
        main={
          <>
            <CallerPart intake={intake} />
            <BesideOnPhone answer={answer}>{beside}</BesideOnPhone>
            <Panel title={<Matters call={call} onChange={setCall} />} extra={<LinkedMark intake={intake} />}>
              <div className="rq-grid">
                <MatterPart intake={intake} />
              </div>
            </Panel>
            <div className="rq-foot kit-verbs-sticky">
              <Problem of={save.problem} />
              <Button type="primary" size="large" loading={save.running} onClick={() => void save.run()}>
                {t('intake.save')} <Keys of="ctrl+enter" />
              </Button>
              <AnotherButton onClick={another} />
            </div>
          </>
        }
        side={<OnDesk>{beside}</OnDesk>}
      />
    </div>
  )
}

function useSave(intake: Intake, onSaved: (lines: readonly SavedLine[]) => void) {
  const create = useWrite(api.create, { quiet: true })
  const { call, setTried, change, reset } = intake
  const run = async () => {
    if (create.running) return
    const problem = problemsIn(call)[0]
    if (problem) {
      setTried(true)
      if (problem.at !== undefined && problem.at !== call.at) change({ at: problem.at })
      return focusField(problem.key)
    }
    const done = await create.run(inputOf(call))
    if (!done) return
    onSaved(done.requests.map((made, at) => ({ ...made, subject: call.matters[at]?.subject ?? '' })))
    reset()
    window.scrollTo({ top: 0 })
    focusField('caller')
  }
  return { run, running: create.running, problem: create.problem }
}

function AnotherButton({ onClick }: { onClick(): void }) {
  const t = useWords(words)
  const phone = usePhone()
  return (
    <Button size="large" icon={<PlusOutlined />} onClick={onClick}>
      {t(phone ? 'intake.anotherShort' : 'intake.another')} <Keys of="alt+n" />
    </Button>
  )
}

function Matters({ call, onChange }: { call: CallDraft; onChange(call: CallDraft): void }) {
  const t = useWords(words)
  if (call.matters.length === 1) return t('intake.matter')
  return (
    <span className="rq-matters">
      {call.matters.map((matter, at) => (
        <span key={matter.key} className={at === call.at ? 'rq-matter rq-matter-on' : 'rq-matter'}>
          <button type="button" aria-current={at === call.at} onClick={() => onChange({ ...call, at })}>
            {t('intake.matterN', { n: at + 1 })} {t(`kinds.${matter.kind}`)} {matter.subject.slice(0, 8)}
          </button>
          <button
            type="button"
            aria-label={t('intake.drop', { n: at + 1 })}
            title={t('intake.drop', { n: at + 1 })}
            onClick={() => onChange(withoutMatter(call, at))}
          >
            <CloseOutlined />
          </button>
        </span>
      ))}
    </span>
  )
}

function LinkedMark({ intake }: { intake: Intake }) {
  const t = useWords(words)
  const { linked } = intake.matter
  if (!linked) return null
  return (
    <Chip tone="waiting">
      {t('intake.linked', { no: linked.no })}
      <button
        type="button"
        className="rq-chip-drop"
        aria-label={t('intake.unlink')}
        title={t('intake.unlink')}
        onClick={() => intake.changeMatter({ linked: null })}
      >
        <CloseOutlined />
      </button>
    </Chip>
  )
}

function ClearButton({ intake }: { intake: Intake }) {
  const t = useWords(words)
  if (isUntouched(intake.call)) return null
  const clear = async () => {
    if (!(await ask({ title: t('intake.clearSure'), yes: t('intake.clear'), danger: true }))) return
    intake.reset()
    focusField('caller')
  }
  return (
    <Button type="text" onClick={() => void clear()}>
      {t('intake.clear')}
    </Button>
  )
}

function RestoredNote({ intake }: { intake: Intake }) {
  const t = useWords(words)
  const [hidden, setHidden] = useState(false)
  if (!intake.restored || hidden || isUntouched(intake.call)) return null
  return (
    <Alert
      type="info"
      showIcon
      className="rq-restored"
      title={t('intake.restored')}
      closable={{ onClose: () => setHidden(true), 'aria-label': t('intake.hide') }}
    />
  )
}

const OnDesk = ({ children }: { children: React.ReactNode }) => (usePhone() ? null : children)

/** On a phone the side would lie below everything; what matters of it is one line that opens. */
function BesideOnPhone({ answer, children }: { answer: BesideAnswer | undefined; children: React.ReactNode }) {
  const t = useWords(words)
  const phone = usePhone()
  const [opened, setOpened] = useState(false)
  if (!phone || !answer) return null
  const likely = answer.likely.length
  const count = new Set([...answer.likely, ...answer.openOfCaller, ...answer.historyOfPlace].map(({ id }) => id)).size
  if (count === 0) return null
  return (
    <>
      <button
        type="button"
        className={likely > 0 ? 'rq-aside rq-aside-likely' : 'rq-aside'}
        onClick={() => setOpened(true)}
      >
        {likely > 0 ? t('intake.beside.likelyCount', { count: likely }) : t('intake.beside.count', { count })}
      </button>
      <Drawer title={t('intake.beside.title')} open={opened} onClose={() => setOpened(false)}>
        {children}
      </Drawer>
    </>
  )
}
