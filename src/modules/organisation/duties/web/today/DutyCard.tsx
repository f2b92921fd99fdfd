// One duty of today: at length when something is to be done, else in a line.
import { CheckOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { inLanguage } from '../../../../../ui/bilingual.ts'
import { Chip } from '../../../../../ui/StatusTag.tsx'
import { To } from '../../../../../ui/To.tsx'
import { useWords } from '../../../../../ui/words.ts'
import type { DutyToday } from '../../contract/duties.ts'
import { useMeasures } from '../calls.ts'
import { capabilityWord } from '../capability.ts'
import { words } from '../words.ts'
import { PartLine } from './PartLine.tsx'

export type DutyProps = {
  duty: DutyToday
  today: string
  /** Named only where the person has several posts. */
  withPost: boolean
  actions: ReactNode
}

/** Overdue, due and done: with each way of counting, its records and the button. */
export function DutyCard({ duty, today, withPost, actions }: DutyProps) {
  const { nameOf } = useMeasures()
  const { code, state, parts } = duty
  return (
    <li className={`duty-card duty-card-${state}`}>
      <Code code={code} done={state === 'done'} />
      <div className="duty-card-main">
        <p className="duty-text">{textOf(duty)}</p>
        <Marks duty={duty} withPost={withPost} />
        {parts.map((part) => (
          <PartLine key={part.key} part={part} today={today} name={nameOf(part.of)} />
        ))}
      </div>
      {actions ? <div className="duty-actions">{actions}</div> : null}
    </li>
  )
}

/** Nothing to do about it now. */
export function DutyLine({ duty, withPost, actions }: DutyProps) {
  return (
    <li className="duty-card duty-card-quiet">
      <Code code={duty.code} />
      <div className="duty-card-main">
        <p className="duty-text">{textOf(duty)}</p>
        <Marks duty={duty} withPost={withPost} />
        <Standing duty={duty} />
      </div>
      {actions ? <div className="duty-actions">{actions}</div> : null}
    </li>
  )
}

export const textOf = ({ text, textEn }: { text: string; textEn: string }) => inLanguage(text, textEn)

const Code = ({ code, done = false }: { code: string; done?: boolean }) => (
  <span className="duty-code">
    {code}
    {done ? <CheckOutlined className="duty-done-mark" /> : null}
  </span>
)

function Marks({ duty: { forName, postTitle, postTitleEn }, withPost }: { duty: DutyToday; withPost: boolean }) {
  const t = useWords(words)
  if (!forName && !withPost) return null
  return (
    <div className="duty-marks">
      {forName ? <Chip tone="active">{t('hints.forWhom', { name: forName })}</Chip> : null}
      <span className="quiet">{inLanguage(postTitle, postTitleEn)}</span>
    </div>
  )
}

function Standing({ duty }: { duty: DutyToday }) {
  const t = useWords(words)
  const { nameOf } = useMeasures()
  const { state, shown, parts, cadence, capability } = duty
  if (state === 'kept' && shown) {
    const name = nameOf(shown.of) ?? t(`shown.${shown.kind}`)
    return (
      <p className="duty-standing quiet">
        {name} {shown.way ? <To href={shown.way.page}>{t('verbs.see')}</To> : null}
      </p>
    )
  }
  if (state === 'not_yet') return <NotYet capability={capability} />
  const names = parts.flatMap(({ of }) => nameOf(of) ?? [])
  return (
    <p className="duty-standing quiet">
      {t(`cadences.${cadence}`)}
      {names.length > 0 ? ` · ${names.join('、')}` : null}
    </p>
  )
}

/** Which capability the program lacks, or that only the counting does. */
export function NotYet({ capability }: { capability: readonly string[] }) {
  const t = useWords(words)
  const { isThere, loaded } = useMeasures()
  if (!loaded) return null
  const missing = capability.filter((one) => !isThere(one)).map((one) => capabilityWord(one))
  if (capability.length === 0) return <p className="duty-standing quiet">{t('hints.noCapability')}</p>
  return (
    <p className="duty-standing quiet">
      {missing.length > 0 ? t('hints.missing', { what: missing.join('、') }) : t('hints.noMeasure')}
    </p>
  )
}
