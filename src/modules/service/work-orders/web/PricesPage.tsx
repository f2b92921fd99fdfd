// The price list of paid repairs: read by everybody, kept by those who answer for it.
import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import type { z } from 'zod'
import { useWrite } from '../../../../ui/api.ts'
import { ask } from '../../../../ui/ask.ts'
import { inLanguage } from '../../../../ui/bilingual.ts'
import { choice, textLine, wholeNumber, yuan } from '../../../../ui/controls.tsx'
import { Drawer } from '../../../../ui/Drawer.tsx'
import { EntityForm } from '../../../../ui/EntityForm.tsx'
import { EntityTable } from '../../../../ui/EntityTable.tsx'
import { fieldsOf, oneOf } from '../../../../ui/fields.tsx'
import { useEstate, useMay } from '../../../../ui/me.tsx'
import { PageHeader } from '../../../../ui/Panel.tsx'
import { tell } from '../../../../ui/tell.ts'
import { Maybe, Money } from '../../../../ui/values.tsx'
import { say, useWords } from '../../../../ui/words.ts'
import { estateChoice } from '../../../organisation/estates/web/choosing.tsx'
import type { PriceItem } from '../contract/prices.ts'
import { priceApi } from './calls.ts'
import { trades } from './fields.tsx'
import { tradeName } from './looks.tsx'
import { priceWords, words } from './words.ts'

type Item = z.output<typeof PriceItem>
const OF = ['trade', 'estateId', 'name', 'nameEn', 'priceFen', 'unit', 'minutes', 'warrantyDays'] as const

const fields = fieldsOf<Item>()(priceWords, {
  trade: {
    column: { width: 110 },
    show: (trade) => tradeName(trade),
    filter: oneOf(trades),
    control: choice(trades, { clearable: false }),
  },
  name: {
    column: { grow: true, phone: 'title' },
    show: (name, { nameEn }) => inLanguage(name, nameEn),
    control: textLine({ max: 60 }),
  },
  nameEn: { control: textLine({ max: 100 }) },
  priceFen: {
    column: { width: 110, align: 'right', phone: 'aside' },
    show: (fen, { unit }) => <PerUnit fen={fen} unit={unit} />,
    control: yuan(),
  },
  unit: { control: textLine({ max: 10 }) },
  minutes: {
    column: { width: 160, align: 'right' },
    show: (minutes) => <Maybe>{minutes}</Maybe>,
    control: wholeNumber({ min: 0, max: 6000 }),
  },
  warrantyDays: { column: { width: 130, align: 'right' }, control: wholeNumber({ min: 0, max: 3650 }) },
  estateId: {
    column: { width: 160 },
    show: (estateId) => <EstateName id={estateId} />,
    control: estateChoice({ none: () => say(words, 'price.company') }),
  },
})
const PerUnit = ({ fen, unit }: { fen: number; unit: string }) => (
  <span className="nowrap">
    <Money fen={fen} /> / {unit}
  </span>
)
function EstateName({ id }: { id: string | null }) {
  const t = useWords(words)
  const { estates } = useEstate()
  return estates.find((estate) => estate.id === id)?.name ?? t('price.company')
}

export function PricesPage() {
  const t = useWords(words)
  const [edited, edit] = useState<Item | 'new'>()
  const mayAdd = useMay('price-items.create')
  const mayChange = useMay('price-items.change')
  const add = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => edit('new')}>
      {t('price.add')}
    </Button>
  )
  const done = () => {
    edit(undefined)
    tell.done(t('price.saved'))
  }
  return (
    <>
      <PageHeader title={t('price.title')} line={t('price.line')} actions={mayAdd ? add : null} />
      <EntityTable
        name="price-items"
        label={t('price.title')}
        read={priceApi.list}
        fields={fields}
        columns={['name', 'trade', 'priceFen', 'minutes', 'warrantyDays', 'estateId']}
        filters={['trade']}
        empty={{ title: t('price.empty'), hint: t('price.emptyHint'), action: mayAdd ? add : null }}
        {...(mayChange ? { rowActions: (item: Item) => <Actions item={item} onEdit={() => edit(item)} /> } : {})}
      />
      <Drawer
        title={edited === 'new' ? t('price.add') : t('price.change')}
        open={edited !== undefined}
        onClose={() => edit(undefined)}
      >
        {edited === 'new' ? (
          <EntityForm
            write={priceApi.create}
            fields={fields}
            of={OF}
            first={{ warrantyDays: 30 }}
            onDone={done}
            onCancel={() => edit(undefined)}
          />
        ) : null}
        {edited && edited !== 'new' ? (
          <EntityForm
            write={priceApi.change}
            fields={fields}
            of={OF}
            first={edited}
            given={{ id: edited.id }}
            onDone={done}
            onCancel={() => edit(undefined)}
          />
        ) : null}
      </Drawer>
    </>
  )
}

function Actions({ item, onEdit }: { item: Item; onEdit(): void }) {
  const t = useWords(words)
  const archiving = useWrite(priceApi.archive, { onDone: () => tell.done(say(words, 'price.archived')) })
  const archive = async () => {
    const sure = await ask({
      title: t('price.archiveSure', { name: inLanguage(item.name, item.nameEn) }),
      yes: t('price.archive'),
      danger: true,
    })
    if (sure) await archiving.run({ id: item.id })
  }
  return (
    <span className="nowrap">
      <Button type="text" size="small" onClick={onEdit}>
        {t('price.change')}
      </Button>
      {useMay('price-items.archive') ? (
        <Button type="text" size="small" loading={archiving.running} onClick={() => void archive()}>
          {t('price.archive')}
        </Button>
      ) : null}
    </span>
  )
}
