// The price list to choose from: the sheet's own trade first, one tap for one more.
import { CheckOutlined } from '@ant-design/icons'
import { Button, Input } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { useRead } from '../../../../ui/api.ts'
import { inLanguage } from '../../../../ui/bilingual.ts'
import { Drawer } from '../../../../ui/Drawer.tsx'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { Money } from '../../../../ui/values.tsx'
import { useWords } from '../../../../ui/words.ts'
import type { PriceItem } from '../contract/prices.ts'
import type { LineDraft, WorkOrder } from '../contract/work-orders.ts'
import { priceApi } from './calls.ts'
import { tradeName } from './looks.tsx'
import { words } from './words.ts'

type Item = z.output<typeof PriceItem>
type Props = {
  open: boolean
  whose: { estateId: string; trade: WorkOrder['trade'] }
  chosen: readonly LineDraft[]
  onClose(): void
  onPick(line: LineDraft): void
}
export function PricePick({ open, whose, chosen, onClose, onPick }: Props) {
  const t = useWords(words)
  const [sought, setSought] = useState('')
  const list = useRead(priceApi.list, { estateId: whose.estateId }, { enabled: open })
  const countOf = (item: Item) => chosen.find((line) => line.priceItemId === item.id)?.quantity ?? 0
  return (
    <Drawer title={t('price.pick')} open={open} onClose={onClose}>
      <Input
        allowClear
        value={sought}
        placeholder={t('price.search')}
        aria-label={t('price.search')}
        onChange={({ target }) => setSought(target.value)}
      />
      <Loaded of={list}>
        {({ items }) => (
          <>
            {groupsOf(items, whose.trade, sought).map(([trade, found]) => (
              <section key={trade} aria-label={tradeName(trade)}>
                <h3 className="wo-price-trade">{tradeName(trade)}</h3>
                <ul className="wo-prices">
                  {found.map((item) => (
                    <li key={item.id}>
                      <PriceRow item={item} count={countOf(item)} onPick={() => onPick(lineOf(item))} />
                    </li>
                  ))}
                </ul>
              </section>
            ))}
            {groupsOf(items, whose.trade, sought).length === 0 ? <p className="quiet">{t('price.none')}</p> : null}
          </>
        )}
      </Loaded>
      <div className="wo-price-foot">
        <Button type="primary" block onClick={onClose}>
          {t('price.done')}
        </Button>
      </div>
    </Drawer>
  )
}

function PriceRow({ item, count, onPick }: { item: Item; count: number; onPick(): void }) {
  const t = useWords(words)
  const more = [
    item.minutes ? t('price.minutes', { count: item.minutes }) : '',
    item.warrantyDays ? t('price.warranty', { count: item.warrantyDays }) : '',
  ].filter(Boolean)
  return (
    <button type="button" className="wo-price" onClick={onPick}>
      <span className="wo-price-name">
        {inLanguage(item.name, item.nameEn)}
        <span className="quiet">{more.join(' · ')}</span>
      </span>
      {count > 0 ? (
        <span className="wo-price-count">
          <CheckOutlined /> {t('price.added', { count })}
        </span>
      ) : null}
      <span className="nowrap">
        <Money fen={item.priceFen} /> / {item.unit}
      </span>
    </button>
  )
}

const lineOf = (item: Item): LineDraft => ({
  kind: 'labour',
  priceItemId: item.id,
  name: item.name,
  unit: item.unit,
  quantity: 1,
  priceFen: item.priceFen,
})

function groupsOf(items: readonly Item[], own: string, sought: string): [string, Item[]][] {
  const text = sought.trim().toLowerCase()
  const found = items.filter(({ name, nameEn }) => `${name} ${nameEn}`.toLowerCase().includes(text))
  const nearness = (trade: string) => (trade === own ? 0 : trade === 'other' ? 1 : 2)
  return [...Map.groupBy(found, ({ trade }) => trade)].toSorted(([a], [b]) => nearness(a) - nearness(b))
}
