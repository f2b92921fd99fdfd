// One approval: what is asked, the steps with their answers, and the answer that is due.
import { nounOfKind } from '../../../../platform/contract.ts'
import { useRead } from '../../../../ui/api.ts'
import { DueChip } from '../../../../ui/DueChip.tsx'
import { FieldList } from '../../../../ui/FieldList.tsx'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { Columns, PageHeader, Panel } from '../../../../ui/Panel.tsx'
import { useRecordId } from '../../../../ui/pages.ts'
import { StatusTag } from '../../../../ui/StatusTag.tsx'
import { Timeline } from '../../../../ui/Timeline.tsx'
import { To } from '../../../../ui/To.tsx'
import { VerbBar } from '../../../../ui/VerbBar.tsx'
import { When } from '../../../../ui/values.tsx'
import { lookUp, useWords } from '../../../../ui/words.ts'
import type { Approval, ApprovalStep } from '../contract/approvals.ts'
import { life } from '../states.ts'
import './approvals.css'
import { api, fields, KindWord, tones } from './fields.tsx'
import { words } from './words.ts'

export function ApprovalPage() {
  const approval = useRead(api.get, { id: useRecordId() })
  return <Loaded of={approval}>{(record) => <ApprovalView approval={record} />}</Loaded>
}

function ApprovalView({ approval }: { approval: Approval }) {
  const t = useWords(words)
  return (
    <>
      <PageHeader
        title={approval.title}
        tags={
          <>
            <StatusTag of={words} state={approval.status} tones={tones} />
            {approval.dueAt ? <DueChip due={approval.dueAt} nearMinutes={240} /> : null}
          </>
        }
        line={
          <>
            <KindWord kind={approval.kind} /> · {approval.askedByName} · <When at={approval.openedAt} />
          </>
        }
        back="/approvals"
        actions={<Verbs approval={approval} />}
      />
      <Columns
        main={
          <>
            <Panel
              title={t('page.what')}
              extra={
                <To href={`/${nounOfKind(approval.subjectKind)}/${approval.subjectId}`} className="kit-link-button">
                  {t('hints.open')}
                </To>
              }
            >
              <FieldList
                fields={fields}
                of={[
                  'askedByName',
                  'subjectNo',
                  ...(approval.amountFen === null ? [] : (['amountFen'] as const)),
                  ...(approval.days === null ? [] : (['days'] as const)),
                  ...(approval.note === null ? [] : (['note'] as const)),
                  'openedAt',
                ]}
                record={{ ...approval, remark: '' }}
                columns={2}
              />
            </Panel>
            <Panel title={t('page.steps')}>
              <ol className="ap-steps">
                {approval.steps.map((step) => (
                  <Step key={step.id} step={step} open={approval.status === 'open'} />
                ))}
              </ol>
            </Panel>
          </>
        }
        side={
          <Panel title={t('page.history')}>
            <Timeline events={approval.events} newestFirst />
          </Panel>
        }
      />
    </>
  )
}

function Step({ step, open }: { step: ApprovalStep; open: boolean }) {
  const t = useWords(words)
  const isNow = open && step.answer === null && step.beganAt !== null
  return (
    <li className={isNow ? 'ap-now' : undefined}>
      <span className="ap-seq">{step.seq}</span>
      <div>
        <strong>{step.approvers.map(({ name }) => name).join('、')}</strong>{' '}
        <span className="quiet">
          {lookUp('approvals', `who.${step.who}`) ?? ''}
          {step.movedUp > 0 ? ` · ${t('hints.moved')}` : ''}
          {step.approvers.length > 1 ? ` · ${t('hints.orOne')}` : ''}
        </span>
        <div>
          {step.answer ? (
            <>
              {t(`answers.${step.answer}`)} · {answererOf(t, step)} · <When at={step.answeredAt} absolute />
            </>
          ) : (
            <span className="quiet">{t(isNow ? 'hints.waiting' : 'hints.later')}</span>
          )}
        </div>
        {step.remark ? <p className="ap-remark">{step.remark}</p> : null}
      </div>
    </li>
  )
}

type Say = (key: 'hints.behalf', params: { name: string; principal: string }) => string
const answererOf = (t: Say, { answeredByName, answeredForName }: ApprovalStep) =>
  answeredForName ? t('hints.behalf', { name: answeredByName ?? '', principal: answeredForName }) : answeredByName

function Verbs({ approval }: { approval: Approval }) {
  const asks = approval.can.includes('withdraw')
  return (
    <VerbBar
      record={approval}
      api={api}
      words={words}
      life={life}
      verbs={{
        agree: { fields, of: ['remark'], hidden: asks },
        return: { fields, of: ['remark'], hidden: asks },
        refuse: { danger: true, fields, of: ['remark'], hidden: asks },
        withdraw: { fields, of: ['remark'], hidden: !asks },
      }}
    />
  )
}
