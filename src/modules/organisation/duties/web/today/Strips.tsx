// What stands above the duties: sheets to read, and what superiors said lately.
import { FileDoneOutlined } from '@ant-design/icons'
import { inLanguage } from '../../../../../ui/bilingual.ts'
import { DueChip } from '../../../../../ui/DueChip.tsx'
import { GoButton } from '../../../../../ui/GoButton.tsx'
import { Chip } from '../../../../../ui/StatusTag.tsx'
import { To } from '../../../../../ui/To.tsx'
import { When } from '../../../../../ui/values.tsx'
import { useWords } from '../../../../../ui/words.ts'
import type { DutyToday, Report } from '../../contract/duties.ts'
import { words } from '../words.ts'
import { monthOf } from './groups.ts'

type ToRead = { sheetId: string; postTitle: string; postTitleEn: string; version: number; dueAt: string }

export function ToAcknowledge({ of }: { of: readonly ToRead[] }) {
  const t = useWords(words)
  return of.map(({ sheetId, postTitle, postTitleEn, version, dueAt }) => (
    <div key={sheetId} className="duty-strip">
      <FileDoneOutlined />
      <span className="duty-strip-words">
        {t('hints.toAcknowledge', { post: inLanguage(postTitle, postTitleEn), version })}{' '}
        <DueChip due={dueAt} nearMinutes={1440} />
      </span>
      <GoButton href={`/duty-sheets/${sheetId}`}>{t('hints.acknowledge')}</GoButton>
    </div>
  ))
}

export type Check = Report['checks'][number]
export function CheckList({ of, most = of.length }: { of: readonly Check[]; most?: number }) {
  const t = useWords(words)
  return (
    <ul className="duty-checks">
      {of.slice(0, most).map(({ id, kind, result, note, code, byName, at }) => (
        <li key={id}>
          {result ? (
            <Chip tone={result === 'good' ? 'good' : 'warn'}>{t(`results.${result}`)}</Chip>
          ) : (
            <Chip tone="waiting">{t(`kinds.${kind}`)}</Chip>
          )}
          <span>
            <strong>{code ?? t('hints.wholePerson')}</strong> {note}
          </span>
          <span className="quiet nowrap">
            {byName} <When at={at} />
          </span>
        </li>
      ))}
    </ul>
  )
}

/** One line of the month, leading to the report. */
export function MonthLine({ duties, staffId }: { duties: readonly DutyToday[]; staffId?: string }) {
  const t = useWords(words)
  const { due, met, rate } = monthOf(duties)
  return (
    <p className="duty-month">
      {due === 0 ? t('hints.monthNothing') : t('hints.monthLine', { due, met })}
      {rate === null ? null : <strong> · {t('hints.monthRate', { rate })}</strong>}{' '}
      <To href={staffId ? `/duties/report?staffId=${staffId}` : '/duties/report'}>{t('page.report')}</To>
    </p>
  )
}
