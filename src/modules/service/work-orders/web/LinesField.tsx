// What is charged on a sheet: lines chosen from the price list or written, with quantities, and their sum.
import { DeleteOutlined, MinusOutlined, PlusOutlined } from '@ant-design/icons'
import { Button, Input, InputNumber, Select } from 'antd'
import { useState } from 'react'
import { yuan } from '../../../../ui/controls.tsx'
import { ControlOf, type ControlProps, controlOf } from '../../../../ui/fields.tsx'
import { optionsOf } from '../../../../ui/options.ts'
import { Money } from '../../../../ui/values.tsx'
import { useWords } from '../../../../ui/words.ts'
import type { LineDraft, WorkOrder } from '../contract/work-orders.ts'
import { amountOf, totalOf } from '../rules.ts'
import { PricePick } from './PricePick.tsx'
import { words } from './words.ts'

type Whose = { estateId: string; trade: WorkOrder['trade'] }
export type LinesFieldProps = ControlProps<LineDraft[]> & {
  whose: Whose
  /** Names that are settled already, such as those the customer agreed to: only their quantity changes. */
  settled?: readonly string[]
}

export function LinesField({ id, value, onChange, whose, settled = [] }: LinesFieldProps) {
  const t = useWords(words)
  const [picking, setPicking] = useState(false)
  const lines = value ?? []
  const change = (at: number, next: Partial<LineDraft>) =>
    onChange?.(lines.map((line, index) => (index === at ? { ...line, ...next } : line)))
  return (
    <div className="wo-lines" id={id}>
      {lines.map((line, at) => (
        <LineRow
          // biome-ignore lint/suspicious/noArrayIndexKey: two lines may be alike in everything; only their place tells them apart
          key={at}
          line={line}
          listed={Boolean(line.priceItemId) || settled.includes(line.name)}
          change={(next) => change(at, next)}
          remove={() => onChange?.(lines.toSpliced(at, 1))}
        />
      ))}
      {lines.length === 0 ? <p className="quiet wo-lines-none">{t('price.noLines')}</p> : null}
      <div className="row-flex">
        <Button icon={<PlusOutlined />} onClick={() => setPicking(true)}>
          {t('price.pick')}
        </Button>
        <Button type="text" onClick={() => onChange?.([...lines, BLANK])}>
          {t('price.custom')}
        </Button>
        <span className="wo-lines-total">
          {t('price.total')}{' '}
          <strong>
            <Money fen={totalOf(lines)} />
          </strong>
        </span>
      </div>
      <PricePick
        open={picking}
        whose={whose}
        chosen={lines}
        onClose={() => setPicking(false)}
        onPick={(line) => onChange?.(withOneMore(lines, line))}
      />
    </div>
  )
}
export const linesField = (whose: Whose, settled: readonly string[] = []) => controlOf(LinesField, { whose, settled })

const BLANK: LineDraft = { kind: 'material', name: '', unit: '', quantity: 1, priceFen: 0 }

/** The same item twice is a quantity of two. */
function withOneMore(lines: readonly LineDraft[], added: LineDraft): LineDraft[] {
  const known = lines.some((line) => line.priceItemId === added.priceItemId)
  if (!known) return [...lines, added]
  return lines.map((line) => (line.priceItemId === added.priceItemId ? { ...line, quantity: line.quantity + 1 } : line))
}

const price = yuan()
const kinds = optionsOf(words, 'lineKinds', ['material', 'labour', 'callout'])
type RowProps = { line: LineDraft; listed: boolean; change(next: Partial<LineDraft>): void; remove(): void }
function LineRow({ line, listed, change, remove }: RowProps) {
  const t = useWords(words)
  const { name } = line
  return (
    <div className="wo-line">
      <div className="wo-line-head">
        {listed ? (
          <span className="wo-line-name">
            {name} <span className="quiet">{line.unit}</span>
          </span>
        ) : (
          <OwnLine line={line} change={change} />
        )}
        <Button
          type="text"
          icon={<DeleteOutlined />}
          aria-label={t('price.remove', { name })}
          title={t('price.remove', { name })}
          onClick={remove}
        />
      </div>
      <div className="wo-line-sum">
        <Button
          icon={<MinusOutlined />}
          disabled={line.quantity <= 1}
          aria-label={t('price.less', { name })}
          onClick={() => change({ quantity: line.quantity - 1 })}
        />
        <InputNumber
          className="wo-line-quantity"
          controls={false}
          inputMode="decimal"
          min={0.001}
          max={99_999}
          value={line.quantity}
          aria-label={`${name} ${t('price.quantity')}`}
          onChange={(quantity) => quantity && change({ quantity })}
        />
        <Button
          icon={<PlusOutlined />}
          aria-label={t('price.more', { name })}
          onClick={() => change({ quantity: line.quantity + 1 })}
        />
        {listed ? (
          <span className="quiet">
            × <Money fen={line.priceFen} />
          </span>
        ) : (
          <span className="wo-line-price">
            <ControlOf
              control={price}
              aria-label={t('price.price')}
              value={line.priceFen}
              onChange={(fen) => change({ priceFen: typeof fen === 'number' ? fen : 0 })}
            />
          </span>
        )}
        <strong className="wo-line-amount">
          <Money fen={amountOf(line)} />
        </strong>
      </div>
    </div>
  )
}

function OwnLine({ line, change }: Pick<RowProps, 'line' | 'change'>) {
  const t = useWords(words)
  return (
    <div className="wo-line-own">
      <Select
        value={line.kind}
        options={[...kinds()]}
        aria-label={t('price.kind')}
        onChange={(kind) => change({ kind })}
      />
      <Input
        value={line.name}
        maxLength={60}
        placeholder={t('price.name')}
        aria-label={t('price.name')}
        onChange={({ target }) => change({ name: target.value })}
      />
      <Input
        className="wo-line-unit"
        value={line.unit}
        maxLength={10}
        placeholder={t('price.unit')}
        aria-label={t('price.unit')}
        onChange={({ target }) => change({ unit: target.value })}
      />
    </div>
  )
}

/** What was quoted, as the first draft of what is charged. */
export const draftsOf = (lines: WorkOrder['lines'], stage: 'quote' | 'done'): LineDraft[] =>
  lines
    .filter((line) => line.stage === stage)
    .map(({ kind, name, unit, quantity, priceFen }) => ({ kind, name, unit, quantity, priceFen }))
