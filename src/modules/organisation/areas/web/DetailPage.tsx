// One area: who answers for it, and in which role.
import { Button } from 'antd'
import { useMemo, useState } from 'react'
import { apiOf, useRead, useWrite } from '../../../../ui/api.ts'
import { ask } from '../../../../ui/ask.ts'
import { Drawer } from '../../../../ui/Drawer.tsx'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { EntityForm } from '../../../../ui/EntityForm.tsx'
import { type ControlProps, controlOf, fieldsOf } from '../../../../ui/fields.tsx'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { Columns, PageHeader, Panel } from '../../../../ui/Panel.tsx'
import { useRecordId } from '../../../../ui/pages.ts'
import { RowsTable } from '../../../../ui/RowsTable.tsx'
import { SearchPick } from '../../../../ui/SearchPick.tsx'
import { StatusTag } from '../../../../ui/StatusTag.tsx'
import { Slot } from '../../../../ui/slots.tsx'
import { Timeline } from '../../../../ui/Timeline.tsx'
import { To } from '../../../../ui/To.tsx'
import { VerbBar } from '../../../../ui/VerbBar.tsx'
import { useWords } from '../../../../ui/words.ts'
import { type Area, areas } from '../contract.ts'
import { areaLife } from '../states.ts'
import { areaFields, type Holder, holderFields, tones } from './fields.tsx'
import { words } from './words.ts'

const api = apiOf(areas)

export function DetailPage() {
  const id = useRecordId()
  const t = useWords(words)
  const area = useRead(api.get, { id })
  const [assigning, setAssigning] = useState(false)
  const assigningFields = useMemo(() => assigningFieldsOf(id), [id])
  return (
    <Loaded of={area}>
      {(record) => (
        <>
          <PageHeader
            title={record.name}
            tags={<StatusTag of={words} state={record.status} tones={tones} />}
            line={
              <>
                <To href={`/estates/${record.estateId}`}>{record.estateName}</To> · {t('fields.code')} {record.code}
              </>
            }
            back="/areas"
            actions={<Verbs record={record} assign={() => setAssigning(true)} />}
          />
          <Columns
            main={
              <>
                <HoldersOf area={record} />
                <Slot name="area.places" recordId={id} />
              </>
            }
            side={
              <Panel title={t('page.history')}>
                <Timeline events={record.events} newestFirst />
              </Panel>
            }
          />
          <Drawer title={t('verbs.assign')} open={assigning} onClose={() => setAssigning(false)}>
            <EntityForm
              write={api.assign}
              fields={assigningFields}
              of={['staffId', 'role', 'fromOn', 'toOn']}
              first={{ role: 'steward' }}
              given={{ id }}
              submit={t('verbs.assign')}
              guarded={false}
              onCancel={() => setAssigning(false)}
              onDone={() => setAssigning(false)}
            />
          </Drawer>
        </>
      )}
    </Loaded>
  )
}

function Verbs({ record, assign }: { record: Area; assign: () => void }) {
  return (
    <VerbBar
      record={record}
      api={api}
      words={words}
      life={areaLife}
      verbs={{
        assign: { run: assign },
        change: {
          fields: areaFields,
          of: ['name', 'code'],
          first: ({ name, code }) => ({ name, code }),
        },
        archive: { danger: true, fields: areaFields, of: ['reason'] },
        restore: { confirm: true },
      }}
    />
  )
}

/** Whom to offer depends on the area. */
const assigningFieldsOf = (areaId: string) =>
  fieldsOf<{ staffId: string }>()(words, {
    ...holderFields.of,
    staffId: { control: controlOf(CandidatePick, { areaId }) },
  })

function CandidatePick({ areaId, ...rest }: ControlProps<string> & { areaId: string }) {
  return (
    <SearchPick
      {...rest}
      read={api.candidates}
      inputOf={(typed) => ({ id: areaId, ...(typed ? { search: typed } : {}) })}
      itemOf={({ id, name, titles }) => ({ value: id, label: name, hint: titles.join('、') })}
    />
  )
}

function HoldersOf({ area }: { area: Area }) {
  const t = useWords(words)
  const releasing = useWrite(api.release)
  const release = async ({ id: holderId, staffName, role }: Holder) => {
    const title = t('hints.releaseSure', { name: staffName, role: t(`roles.${role}`) })
    if (await ask({ title, yes: t('verbs.release') })) await releasing.run({ id: area.id, holderId })
  }
  return (
    <Panel title={t('page.holders')} flush>
      <RowsTable
        label={t('page.holders')}
        fields={holderFields}
        columns={['staffName', 'role', 'fromOn', 'toOn']}
        rows={area.holders}
        empty={<EmptyState title={t('hints.nobodyTitle')} hint={t('hints.nobodyHint')} />}
        rowActions={
          area.can.includes('release')
            ? (holder) => (
                <Button size="small" type="text" onClick={() => void release(holder)}>
                  {t('verbs.release')}
                </Button>
              )
            : undefined
        }
      />
    </Panel>
  )
}
