// Writes a draft: its duties as rows that open to be edited, saved all together.

import { PlusOutlined, SaveOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useRef, useState } from 'react'
import { useRead, useWrite } from '../../../../../ui/api.ts'
import { inLanguage } from '../../../../../ui/bilingual.ts'
import { EmptyState } from '../../../../../ui/EmptyState.tsx'
import { GoButton } from '../../../../../ui/GoButton.tsx'
import { LeaveGuard } from '../../../../../ui/LeaveGuard.tsx'
import { Loaded, Problem } from '../../../../../ui/Loaded.tsx'
import { PageHeader, Panel } from '../../../../../ui/Panel.tsx'
import { useGo, useRecordId } from '../../../../../ui/pages.ts'
import { tell } from '../../../../../ui/tell.ts'
import { useWords } from '../../../../../ui/words.ts'
import type { Sheet } from '../../contract/sheets.ts'
import { sheetApi } from '../calls.ts'
import '../duties.css'
import { sheetWords } from '../words.ts'
import { inputOf, moved, newRow, problemIn, type Row, rowsOf } from './editing.ts'
import { RowEditor } from './RowEditor.tsx'

export function EditPage() {
  const t = useWords(sheetWords)
  const id = useRecordId()
  const sheet = useRead(sheetApi.get, { id })
  const back = `/duty-sheets/${id}`
  return (
    <Loaded of={sheet}>
      {(record) =>
        record.can.includes('change') ? (
          <Editor key={record.id} sheet={record} />
        ) : (
          <EmptyState title={t('edit.notDraft')} action={<GoButton href={back}>{t('verbs.read')}</GoButton>} />
        )
      }
    </Loaded>
  )
}

/** What is typed, and whether it has been saved. */
function useDraft(sheet: Sheet) {
  const [rows, setRows] = useState(() => rowsOf(sheet.duties))
  const [note, setNote] = useState(sheet.note)
  const [isDirty, setDirty] = useState(false)
  // The guard asks when it is too late for state.
  const dirty = useRef(false)
  const mark = (is: boolean) => {
    dirty.current = is
    setDirty(is)
  }
  const change = useWrite(sheetApi.change, { quiet: true })
  const submit = useWrite(sheetApi.submit, { quiet: true })
  return {
    rows,
    note,
    isDirty,
    dirty,
    running: change.running || submit.running,
    problem: change.problem ?? submit.problem,
    write(next: Row[]) {
      setRows(next)
      mark(true)
    },
    writeNote(next: string) {
      setNote(next)
      mark(true)
    },
    async save() {
      const saved = await change.run({ id: sheet.id, note, duties: inputOf(rows) })
      if (!saved) return false
      // New duties have their lines now; saved without them they would begin anew.
      setRows(
        rowsOf(
          saved.duties,
          rows.map(({ key }) => key),
        ),
      )
      mark(false)
      return true
    },
    submit: async () => (await submit.run({ id: sheet.id })) !== undefined,
  }
}
type Draft = ReturnType<typeof useDraft>

function Editor({ sheet }: { sheet: Sheet }) {
  const t = useWords(sheetWords)
  const draft = useDraft(sheet)
  const [opened, setOpened] = useState<readonly string[]>([])
  const { rows, write } = draft
  const open = (key: string) => setOpened((now) => [...now, key])
  const add = () => {
    const row = newRow(rows)
    write([...rows, row])
    open(row.key)
  }
  return (
    <>
      <LeaveGuard isActive={() => draft.dirty.current} />
      <PageHeader
        title={`${inLanguage(sheet.postTitle, sheet.postTitleEn)} · ${t('page.edit')}`}
        tags={<span className="quiet">{t('hints.version', { version: sheet.version })}</span>}
        line={t('edit.line')}
        back={`/duty-sheets/${sheet.id}`}
        actions={<Saving sheet={sheet} draft={draft} onProblem={open} />}
      />
      <Problem of={draft.problem} />
      <Panel title={`${t('page.duties')} · ${t('hints.items', { count: rows.length })}`} flush>
        {rows.length === 0 ? <p className="duty-group-hint quiet">{t('edit.empty')}</p> : null}
        <ol className="duty-rows">
          {rows.map((row, at) => (
            <RowEditor
              key={row.key}
              row={row}
              at={at}
              last={rows.length - 1}
              isOpen={opened.includes(row.key)}
              onToggle={() =>
                setOpened((now) => (now.includes(row.key) ? now.filter((key) => key !== row.key) : [...now, row.key]))
              }
              onChange={(next) => write(rows.with(at, next))}
              onMove={(by) => write(moved(rows, at, by))}
              onRemove={() => write(rows.toSpliced(at, 1))}
            />
          ))}
        </ol>
        <p className="duty-more">
          <Button icon={<PlusOutlined />} onClick={add}>
            {t('edit.add')}
          </Button>
        </p>
      </Panel>
      <Panel title={t('fields.note')}>
        <Input.TextArea
          aria-label={t('fields.note')}
          value={draft.note}
          maxLength={500}
          autoSize={{ minRows: 2, maxRows: 8 }}
          onChange={(event) => draft.writeNote(event.target.value)}
        />
      </Panel>
    </>
  )
}

type SavingProps = { sheet: Sheet; draft: Draft; onProblem(key: string): void }
function Saving({ sheet, draft, onProblem }: SavingProps) {
  const t = useWords(sheetWords)
  const go = useGo()
  const save = async () => {
    const problem = problemIn(draft.rows)
    if (problem) {
      onProblem(problem.key)
      tell.failure(t(`edit.${problem.why}`, problem))
      return false
    }
    return draft.save()
  }
  const saveOnly = async () => {
    if (await save()) tell.done(t('edit.saved'))
  }
  const handIn = async () => {
    if (draft.isDirty && !(await save())) return
    if (await draft.submit()) go(`/duty-sheets/${sheet.id}`)
  }
  return (
    <div className="kit-verbs kit-verbs-sticky">
      <span className="quiet duty-saved" aria-live="polite">
        {t(draft.isDirty ? 'edit.unsaved' : 'edit.allSaved')}
      </span>
      <Button
        type="primary"
        icon={<SaveOutlined />}
        loading={draft.running}
        disabled={!draft.isDirty}
        onClick={() => void saveOnly()}
      >
        {t('edit.save')}
      </Button>
      <Button disabled={draft.running || draft.rows.length === 0} onClick={() => void handIn()}>
        {t(draft.isDirty ? 'edit.saveAndSubmit' : 'verbs.submit')}
      </Button>
    </div>
  )
}
