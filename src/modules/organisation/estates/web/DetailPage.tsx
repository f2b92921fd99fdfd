// One estate: what it is, its departments, and what other rooms know of it.
import { apiOf, useRead } from '../../../../ui/api.ts'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { FieldList } from '../../../../ui/FieldList.tsx'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { Columns, PageHeader, Panel } from '../../../../ui/Panel.tsx'
import { useRecordId } from '../../../../ui/pages.ts'
import { RowsTable } from '../../../../ui/RowsTable.tsx'
import { StatusTag } from '../../../../ui/StatusTag.tsx'
import { Slot } from '../../../../ui/slots.tsx'
import { Timeline } from '../../../../ui/Timeline.tsx'
import { To } from '../../../../ui/To.tsx'
import { VerbBar } from '../../../../ui/VerbBar.tsx'
import { useWords } from '../../../../ui/words.ts'
import { departments, type Estate, estates } from '../contract.ts'
import { estateLife } from '../states.ts'
import { departmentFields, estateFields } from './fields.tsx'
import { departmentWords, words } from './words.ts'

const api = apiOf(estates)
const departmentsApi = apiOf(departments)

export function DetailPage() {
  const id = useRecordId()
  const estate = useRead(api.get, { id })
  const t = useWords(words)
  return (
    <Loaded of={estate}>
      {(record) => (
        <>
          <PageHeader
            title={record.name}
            tags={<StatusTag of={words} state={record.status} tones={{ in_use: 'good', archived: 'neutral' }} />}
            back="/estates"
            actions={<Verbs record={record} />}
          />
          <Columns
            main={
              <>
                <Panel title={t('page.about')}>
                  <FieldList
                    fields={estateFields}
                    of={['code', 'kind', 'shortName', 'city', 'address', 'servicePhone', 'hours', 'grade', 'zone']}
                    record={{ ...record, reason: '' }}
                  />
                </Panel>
                <Slot name="estate.areas" recordId={id} />
                <DepartmentsOf estateId={id} />
              </>
            }
            side={
              <Panel title={t('page.history')}>
                <Timeline events={record.events} newestFirst />
              </Panel>
            }
          />
        </>
      )}
    </Loaded>
  )
}

const CHANGED = ['name', 'shortName', 'code', 'kind', 'city', 'servicePhone', 'address'] as const
const HOURS = ['serviceOpens', 'serviceCloses', 'serviceEveryDay', 'grade', 'zone'] as const

function Verbs({ record }: { record: Estate }) {
  const t = useWords(words)
  return (
    <VerbBar
      record={record}
      api={api}
      words={words}
      life={estateLife}
      verbs={{
        change: {
          fields: estateFields,
          of: [
            { of: CHANGED, columns: 2 },
            { heading: t('page.serves'), of: HOURS, columns: 2 },
          ],
          first: (estate) => Object.fromEntries([...CHANGED, ...HOURS].map((key) => [key, estate[key]])),
        },
        archive: { danger: true, fields: estateFields, of: ['reason'], line: <p>{t('hints.archive')}</p> },
        restore: { confirm: true },
      }}
    />
  )
}

function DepartmentsOf({ estateId }: { estateId: string }) {
  const t = useWords(departmentWords)
  const list = useRead(departmentsApi.list, { estateId, limit: 100 })
  return (
    <Panel title={t('page.list')} extra={<To href={`/departments?estateId=${estateId}`}>{t('verbs.create')}</To>} flush>
      <Loaded of={list}>
        {({ items }) => (
          <RowsTable
            label={t('page.list')}
            fields={departmentFields}
            columns={['name', 'parentName', 'staff']}
            rows={items}
            empty={<EmptyState title={t('empty.title')} hint={t('empty.hint')} />}
          />
        )}
      </Loaded>
    </Panel>
  )
}
