// By what the program sees that a duty is done: measures chosen from those of all rooms, with whose, how often and by when.
import { DeleteOutlined } from '@ant-design/icons'
import { Button, InputNumber, Select } from 'antd'
import { languageNow, lookUp, useWords } from '../../../../../ui/words.ts'
import { type Cadenced, type Counted, type Coverage, CREDITS, SPELLS } from '../../contract/proof.ts'
import { useMeasures } from '../calls.ts'
import { capabilityWord } from '../capability.ts'
import { sheetWords } from '../words.ts'
import { LIMITS, limitKindOf, limitOf, type Row, withMeasure } from './editing.ts'

const MOST = 3
type EditorProps = { row: Row; onChange(row: Row): void }

export function ProofEditor({ row, onChange }: EditorProps) {
  const t = useWords(sheetWords)
  const { nameOf } = useMeasures()
  const { proofs, shown } = row
  return (
    <fieldset className="duty-proofs">
      <legend>{t('fields.proofs')}</legend>
      {proofs.length === 0 && !shown ? <p className="quiet">{t('edit.noProof')}</p> : null}
      {proofs.map((proof, at) => (
        <ProofLine
          key={proof.of}
          proof={proof}
          onChange={(next) => onChange({ ...row, proofs: proofs.with(at, next) })}
          onRemove={() => onChange({ ...row, proofs: proofs.toSpliced(at, 1) })}
        />
      ))}
      {shown ? (
        <div className="duty-proof-line">
          <span className="duty-proof-name">
            {nameOf(shown.of) ?? shown.of} · {t(`hints.shown.${shown.kind}`)}
          </span>
          <RemoveButton onRemove={() => onChange({ ...row, shown: null })} />
        </div>
      ) : null}
      {proofs.length < MOST && !shown ? <AddProof row={row} onChange={onChange} /> : null}
    </fieldset>
  )
}

function AddProof({ row, onChange }: EditorProps) {
  const t = useWords(sheetWords)
  const { all } = useMeasures()
  const used = new Set(row.proofs.map(({ of }) => of))
  // What the program keeps itself stands alone, so it is offered only first.
  const free = all.filter(({ of, proof }) => !used.has(of) && (used.size === 0 || isCounted(proof.kind)))
  const rooms = [...new Set(free.map(({ room }) => room))]
  return (
    <Select
      aria-label={t('edit.addProof')}
      placeholder={t('edit.addProof')}
      value={null}
      showSearch={{ optionFilterProp: 'label' }}
      options={rooms.map((room) => ({
        label: roomWord(room),
        options: free.filter((one) => one.room === room).map((one) => ({ value: one.of, label: one[languageNow()] })),
      }))}
      onChange={(of: string | null) => {
        const measure = all.find((one) => one.of === of)
        if (measure) onChange(withMeasure(row, measure))
      }}
    />
  )
}
const isCounted = (kind: string) => kind === 'coverage' || kind === 'cadence'
const roomWord = (room: string) => lookUp(room, 'room') ?? capabilityWord(room)

type LineProps = { proof: Counted; onChange(proof: Counted): void; onRemove(): void }
function ProofLine({ proof, onChange, onRemove }: LineProps) {
  const t = useWords(sheetWords)
  const { nameOf } = useMeasures()
  return (
    <div className="duty-proof-line">
      <span className="duty-proof-name">{nameOf(proof.of) ?? proof.of}</span>
      <Select
        aria-label={t('fields.credit')}
        value={proof.credit}
        options={CREDITS.map((value) => ({ value, label: t(`credits.${value}`) }))}
        onChange={(credit) => onChange({ ...proof, credit })}
      />
      {proof.kind === 'cadence' ? (
        <Times proof={proof} onChange={onChange} />
      ) : (
        <LimitChoice proof={proof} onChange={onChange} />
      )}
      <RemoveButton onRemove={onRemove} />
    </div>
  )
}

function Times({ proof, onChange }: { proof: Cadenced; onChange(proof: Cadenced): void }) {
  const t = useWords(sheetWords)
  return (
    <>
      <Select
        aria-label={t('fields.per')}
        value={proof.per}
        options={SPELLS.map((value) => ({ value, label: t(`spells.${value}`) }))}
        onChange={(per) => onChange({ ...proof, per })}
      />
      <InputNumber
        aria-label={t('fields.times')}
        min={1}
        max={999}
        precision={0}
        value={proof.times}
        onChange={(times) => onChange({ ...proof, times: times ?? 1 })}
      />
    </>
  )
}

const MOST_HOURS = 9000
const MOST_DAYS = 366
function LimitChoice({ proof, onChange }: { proof: Coverage; onChange(proof: Coverage): void }) {
  const t = useWords(sheetWords)
  const { all } = useMeasures()
  const measure = all.find(({ of }) => of === proof.of)?.proof
  const usual = measure?.kind === 'coverage' ? measure.limit : proof.limit
  const kind = limitKindOf(proof.limit)
  const offered = LIMITS.filter((one) => one !== 'own' || limitKindOf(usual) === 'own')
  const { limit } = proof
  const hours = limit && 'hours' in limit ? limit.hours : undefined
  const days = limit && 'workingDays' in limit ? limit.workingDays : undefined
  return (
    <>
      <Select
        aria-label={t('fields.limit')}
        value={kind}
        options={offered.map((value) => ({ value, label: t(`limits.${value}`) }))}
        onChange={(next) => onChange({ ...proof, limit: limitOf(next, usual) })}
      />
      {hours === undefined ? null : (
        <InputNumber
          aria-label={t('limits.hours')}
          min={1}
          max={MOST_HOURS}
          value={hours}
          onChange={(next) => onChange({ ...proof, limit: { hours: next ?? 1 } })}
        />
      )}
      {days === undefined ? null : (
        <InputNumber
          aria-label={t('limits.workingDays')}
          min={0}
          max={MOST_DAYS}
          precision={0}
          value={days}
          onChange={(next) => onChange({ ...proof, limit: { workingDays: next ?? 0 } })}
        />
      )}
    </>
  )
}

function RemoveButton({ onRemove }: { onRemove(): void }) {
  const t = useWords(sheetWords)
  return <Button type="text" icon={<DeleteOutlined />} aria-label={t('edit.removeProof')} onClick={onRemove} />
}
