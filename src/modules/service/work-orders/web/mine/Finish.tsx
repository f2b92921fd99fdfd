// Finishing a job in four screens: what was done, photos, charges, signature. What was entered stays until it is sent.
import { Button, Input } from 'antd'
import { useId } from 'react'
import { formatYuan } from '../../../../../platform/money.ts'
import { wholeNumber } from '../../../../../ui/controls.tsx'
import { ControlOf } from '../../../../../ui/fields.tsx'
import { Panel } from '../../../../../ui/Panel.tsx'
import { PhotoField } from '../../../../../ui/Photos.tsx'
import { Signature } from '../../../../../ui/Signature.tsx'
import { useWords } from '../../../../../ui/words.ts'
import { type LineDraft, NoSignature, type WorkOrder } from '../../contract/work-orders.ts'
import { totalOf } from '../../rules.ts'
import { api } from '../calls.ts'
import { draftsOf, LinesField } from '../LinesField.tsx'
import { colleague } from '../pickers.tsx'
import { words } from '../words.ts'
import { Choices } from './Choices.tsx'
import { useDraft } from './draft.ts'
import { Send, type StepProps, useStep } from './Send.tsx'

const PARTS = ['work', 'photos', 'money', 'sign'] as const
type Part = (typeof PARTS)[number]
type Draft = {
  at: number
  result: string
  minutes: number | null
  photoIds: string[]
  lines: LineDraft[]
  signatureId: string
  noSignature: string
  witnessId: string
}
const firstOf = (sheet: WorkOrder): Draft => ({
  at: 0,
  result: '',
  minutes: null,
  photoIds: [],
  lines: sheet.agreedAt ? draftsOf(sheet.lines, 'quote') : [],
  signatureId: '',
  noSignature: '',
  witnessId: '',
})

export function Finish(props: StepProps) {
  const { sheet } = props
  const t = useWords(words)
  const [draft, change] = useDraft(`${sheet.id}.complete`, firstOf(sheet))
  const sending = useStep(api.complete, props)
  const part = PARTS[draft.at] ?? 'work'
  const last = draft.at === PARTS.length - 1
  const missing = useMissing(sheet, draft, part)
  const go = (at: number) => {
    change({ at })
    window.scrollTo({ top: 0 })
  }
  return (
    <>
      <p className="wo-part">
        <strong>{t(`mine.finish.${part}`)}</strong>{' '}
        <span className="quiet">{t('mine.finish.of', { n: draft.at + 1, all: PARTS.length })}</span>
      </p>
      <PartOf part={part} sheet={sheet} draft={draft} change={change} />
      <Send
        label={last ? t('mine.send') : t('mine.next1')}
        running={sending.running}
        missing={missing}
        beside={
          draft.at > 0 ? (
            <Button size="large" onClick={() => go(draft.at - 1)}>
              {t('mine.previous')}
            </Button>
          ) : null
        }
        onSend={() => (last ? void sending.run({ id: sheet.id, ...inputOf(draft) }) : go(draft.at + 1))}
      />
    </>
  )
}

function inputOf(draft: Draft) {
  const why = NoSignature.options.find((one) => one === draft.noSignature) ?? null
  return {
    result: draft.result,
    labourMinutes: draft.minutes ?? 0,
    photoIds: draft.photoIds,
    lines: draft.lines,
    signatureId: draft.signatureId || null,
    noSignatureReason: draft.signatureId ? null : why,
    witnessId: draft.signatureId ? null : draft.witnessId || null,
  }
}

type Change = (next: Partial<Draft>) => void
type PartProps = { sheet: WorkOrder; draft: Draft; change: Change }
function PartOf({ part, ...props }: PartProps & { part: Part }) {
  switch (part) {
    case 'work':
      return <Work {...props} />
    case 'photos':
      return <After {...props} />
    case 'money':
      return <Money {...props} />
    case 'sign':
      return <Sign {...props} />
  }
}

const MINUTES = [10, 20, 30, 45, 60, 90, 120]
const spent = wholeNumber({ min: 0, max: 6000 })
function Work({ draft, change }: PartProps) {
  const t = useWords(words)
  const id = useId()
  return (
    <Panel>
      <label htmlFor={id} className="wo-label">
        {t('fields.result')}
      </label>
      <Input.TextArea
        id={id}
        value={draft.result}
        maxLength={2000}
        autoSize={{ minRows: 3, maxRows: 8 }}
        placeholder={t('mine.resultHint')}
        onChange={({ target }) => change({ result: target.value })}
      />
      <p className="wo-label">{t('mine.minutesSpent')}</p>
      <Choices
        label={t('mine.minutesSpent')}
        options={MINUTES.map((minutes) => ({ value: String(minutes), label: t('page.minutes', { count: minutes }) }))}
        value={draft.minutes === null ? null : String(draft.minutes)}
        onChange={(minutes) => change({ minutes: Number(minutes) })}
      />
      <ControlOf
        control={spent}
        aria-label={t('fields.labourMinutes')}
        value={draft.minutes}
        onChange={(minutes) => change({ minutes: typeof minutes === 'number' ? minutes : null })}
      />
    </Panel>
  )
}

function After({ draft, change }: PartProps) {
  return (
    <Panel>
      <PhotoField value={draft.photoIds} max={12} onChange={(photoIds) => change({ photoIds: photoIds ?? [] })} />
    </Panel>
  )
}

function Money({ sheet, draft, change }: PartProps) {
  const t = useWords(words)
  const agreed = sheet.agreedAmountFen
  return (
    <Panel>
      <LinesField
        value={draft.lines}
        whose={sheet}
        settled={sheet.lines.map(({ name }) => name)}
        onChange={(lines) => change({ lines: lines ?? [] })}
      />
      <p className="quiet">
        {agreed === null ? t('price.mustAgree') : t('price.cap', { amount: `¥${formatYuan(agreed)}` })}
      </p>
    </Panel>
  )
}

function Sign({ sheet, draft, change }: PartProps) {
  const t = useWords(words)
  const unsigned = draft.noSignature !== ''
  const witness = colleague({ estateId: sheet.estateId, hint: t('mine.findWitness') })
  return (
    <Panel>
      <Choices
        label={t('mine.finish.sign')}
        options={[
          { value: 'yes', label: t('mine.signs') },
          { value: 'no', label: t('mine.noSign') },
        ]}
        value={unsigned ? 'no' : 'yes'}
        onChange={(answer) =>
          change(answer === 'no' ? { noSignature: 'absent', signatureId: '' } : { noSignature: '' })
        }
      />
      {unsigned ? (
        <>
          <p className="wo-label">{t('mine.whyNoSign')}</p>
          <Choices
            label={t('mine.whyNoSign')}
            options={NoSignature.options.map((one) => ({ value: one, label: t(`noSignature.${one}`) }))}
            value={draft.noSignature}
            onChange={(noSignature) => change({ noSignature })}
          />
          {draft.photoIds.length === 0 ? (
            <>
              <p className="wo-label">{t('mine.photoNeeded')}</p>
              <PhotoField value={draft.photoIds} onChange={(photoIds) => change({ photoIds: photoIds ?? [] })} />
            </>
          ) : null}
          {draft.noSignature === 'public_area' ? null : (
            <>
              <p className="wo-label">{t('mine.witness')}</p>
              <ControlOf
                control={witness}
                aria-label={t('mine.witness')}
                value={draft.witnessId || null}
                onChange={(id) => change({ witnessId: typeof id === 'string' ? id : '' })}
              />
            </>
          )}
        </>
      ) : (
        <>
          <p className="wo-label">{t('mine.signHere')}</p>
          <Signature value={draft.signatureId || null} onChange={(id) => change({ signatureId: id ?? '' })} />
        </>
      )}
    </Panel>
  )
}

/** What this screen still lacks; the rules of the server say the same. */
function useMissing(sheet: WorkOrder, draft: Draft, part: Part): string | undefined {
  const t = useWords(words)
  const checks: Record<Part, () => string | undefined> = {
    work: () =>
      draft.result.trim() ? (draft.minutes === null ? t('mine.missing.minutes') : undefined) : t('mine.missing.result'),
    photos: () => undefined,
    money: () => {
      const total = totalOf(draft.lines)
      if (total === 0) return undefined
      if (sheet.agreedAmountFen === null) return t('price.mustAgree')
      return total > sheet.agreedAmountFen
        ? t('price.over', { amount: `¥${formatYuan(sheet.agreedAmountFen)}` })
        : undefined
    },
    sign: () => {
      if (draft.signatureId) return undefined
      if (!draft.noSignature) return t('mine.missing.signature')
      if (draft.photoIds.length === 0) return t('mine.photoNeeded')
      return draft.noSignature === 'public_area' || draft.witnessId ? undefined : t('mine.witnessNeeded')
    },
  }
  return checks[part]()
}
