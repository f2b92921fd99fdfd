// One customer: how to reach them, what they are to which unit, what happened to the record.
import { useRead } from '../../../../ui/api.ts'
import { FieldList } from '../../../../ui/FieldList.tsx'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { Columns, PageHeader, Panel } from '../../../../ui/Panel.tsx'
import { useRecordId } from '../../../../ui/pages.ts'
import { Chip } from '../../../../ui/StatusTag.tsx'
import { Slot } from '../../../../ui/slots.tsx'
import { Timeline } from '../../../../ui/Timeline.tsx'
import { To } from '../../../../ui/To.tsx'
import { VerbBar } from '../../../../ui/VerbBar.tsx'
import { When } from '../../../../ui/values.tsx'
import { useWords } from '../../../../ui/words.ts'
import type { Customer } from '../contract.ts'
import { life } from '../states.ts'
import './customers.css'
import { Links, Phones, Vehicles } from './Belongings.tsx'
import { api, facts, fields, PrivateNumber, wordIn } from './fields.tsx'
import { words } from './words.ts'

export function DetailPage() {
  const customer = useRead(api.get, { id: useRecordId() })
  return <Loaded of={customer}>{(record) => <CustomerView customer={record} />}</Loaded>
}

function CustomerView({ customer }: { customer: Customer }) {
  const t = useWords(words)
  const tags = (
    <>
      {customer.kind === 'firm' ? <Chip>{wordIn('kinds', 'firm')}</Chip> : null}
      {customer.status === 'in_use' ? null : <Chip tone="done">{wordIn('states', customer.status)}</Chip>}
    </>
  )
  return (
    <>
      <PageHeader
        title={customer.name}
        tags={tags}
        line={<Line customer={customer} />}
        back="/customers"
        actions={<Verbs customer={customer} />}
      />
      <Columns
        main={
          <>
            <Links customer={customer} />
            <Slot name="customer.requests" recordId={customer.id} />
            <Panel title={t('detail.history')}>
              <Timeline events={customer.events} newestFirst />
            </Panel>
          </>
        }
        side={
          <>
            <Phones customer={customer} />
            <Vehicles customer={customer} />
            <Panel title={t('detail.facts')}>
              <FieldList
                fields={facts}
                of={['kind', 'gender', 'namePinyin', 'source', 'createdAt', 'idNumber', 'note']}
                record={customer}
                columns={2}
              />
            </Panel>
            <Duplicates customer={customer} />
          </>
        }
      />
    </>
  )
}

/** How to reach them, before anything else; of a merged record, where it went. */
function Line({ customer }: { customer: Customer }) {
  const t = useWords(words)
  const { id, mainPhone, mergedIntoId, mergedIntoName } = customer
  if (!mergedIntoId) return mainPhone ? <PrivateNumber id={id} value={mainPhone} what="phone" /> : null
  return (
    <>
      {t('detail.mergedInto')} <To href={`/customers/${mergedIntoId}`}>{mergedIntoName}</To>
    </>
  )
}

function Verbs({ customer }: { customer: Customer }) {
  const t = useWords(words)
  const inUse = customer.status === 'in_use'
  return (
    <VerbBar
      record={customer}
      api={api}
      words={words}
      life={life}
      first="change"
      verbs={{
        change: {
          hidden: !inUse,
          fields,
          of: ['name', 'gender', 'namePinyin', 'idKind', 'idNumber', 'note'],
          // A masked number is no number: whoever changes it types it anew.
          first: ({ name, gender, namePinyin, note }) => ({ name, gender, namePinyin, note }),
        },
        linkUnit: {
          hidden: !inUse,
          fields,
          of: ['placeId', 'role', 'share', 'fromOn', 'toOn'],
          first: () => ({ role: 'tenant' }),
        },
        addPhone: { hidden: !inUse, fields, of: ['phone', 'label', 'main'] },
        addPlate: { hidden: !inUse, fields, of: ['plate', 'label'] },
        merge: { hidden: !inUse, fields, of: ['intoId'], line: <p className="quiet">{t('detail.mergeLine')}</p> },
        archive: {
          hidden: !inUse,
          danger: true,
          fields,
          of: ['reason'],
          line: <p className="quiet">{t('detail.archiveLine')}</p>,
        },
        restore: { hidden: customer.status !== 'archived', confirm: true },
      }}
    />
  )
}

function Duplicates({ customer }: { customer: Customer }) {
  const t = useWords(words)
  if (customer.duplicates.length === 0) return null
  return (
    <Panel title={t('detail.duplicates')}>
      <ul className="customers-rows">
        {customer.duplicates.map(({ id, name, mergedAt }) => (
          <li key={id}>
            <To href={`/customers/${id}`}>{name}</To>
            <span className="quiet">
              <When at={mergedAt} />
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  )
}
