// What a version changes against an earlier one.
import { inLanguage } from '../../../../../ui/bilingual.ts'
import { labelOf } from '../../../../../ui/fields.tsx'
import { Panel } from '../../../../../ui/Panel.tsx'
import { Chip } from '../../../../../ui/StatusTag.tsx'
import { useWords } from '../../../../../ui/words.ts'
import type { Duty } from '../../contract/sheets.ts'
import { useMeasures } from '../calls.ts'
import { cadenceWord, capabilityWord } from '../capability.ts'
import { sheetWords } from '../words.ts'
import { type Compared, type Comparison, isSame, type Written } from './comparing.ts'
import { changeFields } from './fields.tsx'
import { proofWords } from './proof-words.ts'

type ChangesProps = { title: string; changes: Comparison<Duty> }
export function Changes({ title, changes }: ChangesProps) {
  const t = useWords(sheetWords)
  const { added, changed, gone } = changes
  return (
    <Panel title={title}>
      {isSame(changes) ? <p className="quiet">{t('hints.noChanges')}</p> : null}
      <ul className="duty-changes">
        {added.map((duty) => (
          <li key={duty.lineId}>
            <Chip tone="good">{t('hints.new')}</Chip> <span className="duty-code">{duty.code}</span>{' '}
            {inLanguage(duty.text, duty.textEn)}
          </li>
        ))}
        {changed.map(({ before, after, fields }) => (
          <li key={after.lineId}>
            <Chip tone="warn">{t('hints.changed')}</Chip> <span className="duty-code">{after.code}</span>{' '}
            {inLanguage(after.text, after.textEn)}
            <dl className="duty-particulars">
              {fields.map((field) => (
                <div key={field}>
                  <dt>{labelOf(changeFields, field)}</dt>
                  <dd>
                    <FieldChange field={field} before={before} after={after} />
                  </dd>
                </div>
              ))}
            </dl>
          </li>
        ))}
        {gone.map((duty) => (
          <li key={duty.lineId}>
            <Chip tone="bad">{t('hints.gone')}</Chip> <span className="duty-code">{duty.code}</span>{' '}
            <del>{inLanguage(duty.text, duty.textEn)}</del>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

type FieldProps = { field: Compared; before: Written; after: Written }
function FieldChange({ field, before, after }: FieldProps) {
  const { nameOf } = useMeasures()
  return (
    <>
      <del>{worded(field, before, nameOf)}</del> → <ins>{worded(field, after, nameOf)}</ins>
    </>
  )
}

function worded(field: Compared, duty: Written, nameOf: (of: string) => string | undefined): string {
  switch (field) {
    case 'cadence':
      return cadenceWord(duty.cadence)
    case 'capability':
      return duty.capability.map(capabilityWord).join('、') || '—'
    case 'proofs':
      return duty.proofs.map((proof) => proofWords(proof, nameOf(proof.of))).join('；') || '—'
    case 'shown':
      return duty.shown ? (nameOf(duty.shown.of) ?? duty.shown.of) : '—'
    default:
      return duty[field] || '—'
  }
}
