// One task: what is to be done, what was done, and the verbs of both sides.
import { useRead } from '../../../../ui/api.ts'
import { DueChip } from '../../../../ui/DueChip.tsx'
import { FieldList } from '../../../../ui/FieldList.tsx'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { Columns, PageHeader, Panel } from '../../../../ui/Panel.tsx'
import { Photos } from '../../../../ui/Photos.tsx'
import { useRecordId } from '../../../../ui/pages.ts'
import { StatusTag } from '../../../../ui/StatusTag.tsx'
import { Timeline } from '../../../../ui/Timeline.tsx'
import { VerbBar } from '../../../../ui/VerbBar.tsx'
import { Code } from '../../../../ui/values.tsx'
import { useWords } from '../../../../ui/words.ts'
import type { Task } from '../contract/tasks.ts'
import { life, OPEN } from '../states.ts'
import { api } from './calls.ts'
import { About, fields, tones } from './fields.tsx'
import './planning.css'
import { words } from './words.ts'

export function TaskPage() {
  const task = useRead(api.get, { id: useRecordId() })
  return <Loaded of={task}>{(record) => <TaskView task={record} />}</Loaded>
}

const isOpen = ({ status }: Task) => OPEN.some((one) => one === status)

function TaskView({ task }: { task: Task }) {
  const t = useWords(words)
  return (
    <>
      <PageHeader
        title={task.title}
        tags={
          <>
            <StatusTag of={words} state={task.status} tones={tones} />
            {isOpen(task) ? <DueChip due={task.dueAt} nearMinutes={120} /> : null}
          </>
        }
        line={
          <>
            <Code>{task.no}</Code> · {task.assignedByName} → {task.assigneeName}
          </>
        }
        back="/tasks"
        actions={<Verbs task={task} />}
      />
      <Columns
        main={
          <>
            <Panel title={t('page.what')}>
              {task.text ? <p className="pl-text">{task.text}</p> : null}
              <FieldList
                fields={fields}
                of={['assigneeName', 'assignedByName', 'dueAt', 'forDay', 'estateName', 'areaName']}
                record={{ ...task, assigneeIds: [], note: '', photoIds: [], overdue: false }}
                columns={2}
              />
              {task.about ? (
                <p>
                  {t('fields.about')} <About of={task.about} />
                </p>
              ) : null}
            </Panel>
            {task.finishNote || task.remark ? <Result task={task} /> : null}
          </>
        }
        side={
          <Panel title={t('page.history')}>
            <Timeline events={task.events} newestFirst />
          </Panel>
        }
      />
    </>
  )
}

function Result({ task }: { task: Task }) {
  const t = useWords(words)
  return (
    <Panel title={t('page.result')}>
      {task.finishNote ? <p className="pl-text">{task.finishNote}</p> : null}
      {task.photos.length > 0 ? <Photos ids={task.photos} /> : null}
      {task.remark ? (
        <p className="pl-text">
          <span className="quiet">
            {task.checkedByName ?? ''} {t('fields.remark')}
          </span>{' '}
          {task.remark}
        </p>
      ) : null}
    </Panel>
  )
}

function Verbs({ task }: { task: Task }) {
  return (
    <VerbBar
      record={task}
      api={api}
      words={words}
      life={life}
      verbs={{
        finish: { fields, of: ['note', 'photoIds'], first: () => ({ photoIds: [] }) },
        start: { hidden: !task.can.includes('start') },
        check: { fields, of: ['remark'] },
        return: {
          fields,
          of: ['remark', 'dueAt'],
          first: ({ dueAt }) => ({ dueAt: dueAt > new Date().toISOString() ? dueAt : undefined }),
        },
        change: {
          fields,
          of: ['title', 'text', 'dueAt'],
          first: ({ title, text, dueAt }) => ({ title, text, dueAt }),
        },
        cancel: { danger: true, fields, of: ['remark'] },
      }}
    />
  )
}
