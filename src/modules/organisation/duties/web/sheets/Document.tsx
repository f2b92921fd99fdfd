// The duties of a sheet as a document to read.
import type { ReactNode } from 'react'
import { inLanguage } from '../../../../../ui/bilingual.ts'
import { Chip } from '../../../../../ui/StatusTag.tsx'
import { To } from '../../../../../ui/To.tsx'
import { useWords } from '../../../../../ui/words.ts'
import { useMeasures } from '../calls.ts'
import { cadenceWord, capabilityWord } from '../capability.ts'
import { sheetWords } from '../words.ts'
import type { Written } from './comparing.ts'
import { proofWords } from './proof-words.ts'

type DocumentProps = { duties: readonly (Written & { id: string })[]; markOf?(duty: Written): ReactNode }
export const Document = ({ duties, markOf }: DocumentProps) => (
  <ol className="duty-document">
    {duties.map((duty) => (
      <li key={duty.id}>
        <span className="duty-code">{duty.code}</span>
        <div>
          <p className="duty-document-text">
            {inLanguage(duty.text, duty.textEn)} {markOf?.(duty)}
          </p>
          <Particulars duty={duty} />
        </div>
        <span className="duty-document-cadence">
          <Chip>{cadenceWord(duty.cadence)}</Chip>
        </span>
      </li>
    ))}
  </ol>
)

/** How it is seen that it is done: in words, and what the program counts. */
function Particulars({ duty }: { duty: Written }) {
  const t = useWords(sheetWords)
  const said = inLanguage(duty.measure, duty.measureEn)
  return (
    <dl className="duty-particulars">
      {said ? (
        <div>
          <dt>{t('hints.seenBy')}</dt>
          <dd>{said}</dd>
        </div>
      ) : null}
      <div>
        <dt>{t('hints.countedBy')}</dt>
        <dd>
          <CountedBy duty={duty} />
        </dd>
      </div>
    </dl>
  )
}

function CountedBy({ duty: { proofs, shown, capability } }: { duty: Written }) {
  const t = useWords(sheetWords)
  const { nameOf } = useMeasures()
  if (proofs.length > 0) {
    return proofs.map((proof) => (
      <span key={JSON.stringify(proof)} className="duty-proof">
        {proofWords(proof, nameOf(proof.of))}
      </span>
    ))
  }
  if (!shown) {
    const served = capability.map(capabilityWord).join('、')
    return <span className="quiet">{served ? t('hints.notCountedFor', { what: served }) : t('hints.notCounted')}</span>
  }
  return (
    <span className="duty-proof">
      {nameOf(shown.of) ?? shown.of} · {t(`hints.shown.${shown.kind}`)}{' '}
      {shown.way ? <To href={shown.way.page}>{t('verbs.read')}</To> : null}
    </span>
  )
}
