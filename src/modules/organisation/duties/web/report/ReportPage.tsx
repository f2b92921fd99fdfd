// The fulfilment report (履职报告) of one person and month; each figure opens what it was counted from.
import { FileUnknownOutlined } from '@ant-design/icons'
import { useState } from 'react'
import { useRead } from '../../../../../ui/api.ts'
import { useNow } from '../../../../../ui/clock.ts'
import { DownloadButton } from '../../../../../ui/DownloadButton.tsx'
import { EmptyState } from '../../../../../ui/EmptyState.tsx'
import { Loaded } from '../../../../../ui/Loaded.tsx'
import { useMe } from '../../../../../ui/me.tsx'
import { wallOf } from '../../../../../ui/moments.ts'
import { PageHeader, Panel } from '../../../../../ui/Panel.tsx'
import { oneIn, useUrlState } from '../../../../../ui/url-state.ts'
import { useWords } from '../../../../../ui/words.ts'
import type { Report } from '../../contract/duties.ts'
import { api } from '../calls.ts'
import '../duties.css'
import { titlesIn } from '../team/standing.ts'
import { CheckList } from '../today/Strips.tsx'
import { words } from '../words.ts'
import { type Asked, EvidenceDrawer } from './EvidenceDrawer.tsx'
import { MonthPick } from './MonthPick.tsx'
import { isMonth } from './months.ts'
import { PostLines } from './PostLines.tsx'

export function ReportPage() {
  const t = useWords(words)
  const me = useMe()
  const { query, change } = useUrlState()
  const [asked, setAsked] = useState<Asked>()
  const now = wallOf(useNow(), me.zone).day.slice(0, 7)
  const given = oneIn(query, 'month')
  const month = isMonth(given) ? given : now
  const staffId = oneIn(query, 'staffId')
  const input = staffId ? { staffId, month } : { month }
  const report = useRead(api.report, input, { keep: true })
  const person = report.data?.person
  const isOther = staffId !== undefined && staffId !== me.id
  return (
    <>
      <PageHeader
        title={isOther && person ? `${person.name} · ${t('page.report')}` : t('page.report')}
        line={person ? [isOther ? '' : person.name, ...titlesIn(person.posts)].filter(Boolean).join(' · ') : null}
        back={isOther ? `/duties/people/${staffId}` : '/'}
        actions={
          <>
            <MonthPick month={month} last={now} onChange={(next) => change({ month: next })} />
            <DownloadButton file={api.reportPdf} input={input}>
              {t('hints.print')}
            </DownloadButton>
          </>
        }
      />
      <Loaded of={report}>{(answer) => <Lines report={answer} onAsk={setAsked} />}</Loaded>
      <EvidenceDrawer asked={asked} month={month} staffId={staffId} onClose={() => setAsked(undefined)} />
    </>
  )
}

type LinesProps = { report: Report; onAsk(asked: Asked): void }
function Lines({ report: { lines, total, rate, checks, month }, onAsk }: LinesProps) {
  const t = useWords(words)
  if (lines.length === 0) {
    return (
      <EmptyState
        icon={<FileUnknownOutlined />}
        title={t('hints.nothingThatMonth', { month })}
        hint={t('hints.nothingThatMonthHint')}
      />
    )
  }
  const figures = [
    [t('figures.rate'), rate === null ? '—' : `${rate}%`],
    [t('figures.due'), total.due],
    [t('figures.met'), total.met],
    [t('figures.late'), total.late],
    [t('figures.missed'), total.missed],
  ]
  return (
    <>
      <dl className="kit-figures">
        {figures.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {[...Map.groupBy(lines, ({ postTitle }) => postTitle)].map(([post, ofPost]) => (
        <PostLines key={post} lines={ofPost} onAsk={onAsk} />
      ))}
      <Panel title={t('page.checks')}>
        {checks.length > 0 ? <CheckList of={checks} /> : <p className="quiet">{t('hints.noChecks')}</p>}
      </Panel>
    </>
  )
}
