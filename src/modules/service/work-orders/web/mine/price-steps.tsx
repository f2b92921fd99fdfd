// The steps about the price: quoting, the customer's yes, the customer's no.
import { Input } from 'antd'
import { yuan } from '../../../../../ui/controls.tsx'
import { ControlOf } from '../../../../../ui/fields.tsx'
import { Panel } from '../../../../../ui/Panel.tsx'
import { Signature } from '../../../../../ui/Signature.tsx'
import { Money } from '../../../../../ui/values.tsx'
import { useWords } from '../../../../../ui/words.ts'
import { AgreedWay } from '../../contract/work-orders.ts'
import { api } from '../calls.ts'
import { draftsOf, LinesField } from '../LinesField.tsx'
import { Charges } from '../sheet/parts.tsx'
import { words } from '../words.ts'
import { Choices } from './Choices.tsx'
import { useDraft } from './draft.ts'
import { Send, type StepProps, useStep } from './Send.tsx'
import { Reason } from './ways.tsx'

export function Quote(props: StepProps) {
  const { sheet } = props
  const t = useWords(words)
  const [draft, change] = useDraft(`${sheet.id}.quote`, { lines: draftsOf(sheet.lines, 'quote'), note: '' })
  const sending = useStep(api.quote, props)
  const complete = draft.lines.length > 0 && draft.lines.every(({ name }) => name.trim() !== '')
  return (
    <>
      <Panel title={t('fields.lines')}>
        <LinesField value={draft.lines} whose={sheet} onChange={(lines) => change({ lines: lines ?? [] })} />
      </Panel>
      <Panel>
        <Input
          value={draft.note}
          maxLength={500}
          placeholder={t('fields.note')}
          aria-label={t('fields.note')}
          onChange={({ target }) => change({ note: target.value })}
        />
      </Panel>
      <Send
        label={t('verbs.quote')}
        running={sending.running}
        missing={complete ? undefined : t('mine.missing.lines')}
        onSend={() => void sending.run({ id: sheet.id, lines: draft.lines, note: draft.note || null })}
      />
    </>
  )
}

export function Agree(props: StepProps) {
  const { sheet } = props
  const t = useWords(words)
  const [draft, change] = useDraft(`${sheet.id}.agree`, { way: 'signature', signatureId: '' })
  const sending = useStep(api.agree, props)
  const way = AgreedWay.options.find((one) => one === draft.way) ?? 'signature'
  const unsigned = way === 'signature' && !draft.signatureId
  return (
    <>
      <Charges sheet={sheet} />
      <Panel title={t('mine.howAgreed')}>
        <Choices
          label={t('mine.howAgreed')}
          options={AgreedWay.options.map((one) => ({ value: one, label: t(`agreeWays.${one}`) }))}
          value={way}
          onChange={(next) => change({ way: next })}
        />
        {way === 'signature' ? (
          <Signature value={draft.signatureId || null} onChange={(id) => change({ signatureId: id ?? '' })} />
        ) : null}
      </Panel>
      <Send
        label={t('verbs.agree')}
        running={sending.running}
        missing={unsigned ? t('mine.missing.signature') : undefined}
        onSend={() =>
          void sending.run({ id: sheet.id, way, signatureId: way === 'signature' ? draft.signatureId : null })
        }
      />
    </>
  )
}

const callout = yuan()
export function Refuse(props: StepProps) {
  const { sheet } = props
  const t = useWords(words)
  const [draft, change] = useDraft(`${sheet.id}.refuse`, { reason: '', calloutFen: 0 })
  const sending = useStep(api.refuse, props)
  const reasons = {
    dear: t('mine.refuseReasons.dear'),
    self: t('mine.refuseReasons.self'),
    later: t('mine.refuseReasons.later'),
  }
  return (
    <>
      <Reason reasons={reasons} value={draft.reason} onChange={(reason) => change({ reason })} />
      <Panel title={t('fields.calloutFen')} extra={<Money fen={draft.calloutFen} />}>
        <ControlOf
          control={callout}
          aria-label={t('fields.calloutFen')}
          value={draft.calloutFen}
          onChange={(fen) => change({ calloutFen: typeof fen === 'number' ? fen : 0 })}
        />
      </Panel>
      <Send
        label={t('verbs.refuse')}
        running={sending.running}
        missing={draft.reason.trim() ? undefined : t('mine.missing.reason')}
        onSend={() => void sending.run({ id: sheet.id, ...draft })}
      />
    </>
  )
}
