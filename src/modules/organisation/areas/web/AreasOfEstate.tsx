// The areas of one estate, on the estate's page.
import { apiOf, useRead } from '../../../../ui/api.ts'
import { EmptyState } from '../../../../ui/EmptyState.tsx'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { RowsTable } from '../../../../ui/RowsTable.tsx'
import { useWords } from '../../../../ui/words.ts'
import { areas } from '../contract.ts'
import { areaFields } from './fields.tsx'
import { NewArea } from './NewArea.tsx'
import { words } from './words.ts'

const api = apiOf(areas)

export function AreasOfEstate({ recordId }: { recordId: string }) {
  const t = useWords(words)
  const list = useRead(api.list, { estateId: recordId, limit: 100 })
  return (
    <Panel title={t('page.list')} extra={<NewArea estateId={recordId} />} flush>
      <Loaded of={list}>
        {({ items }) => (
          <RowsTable
            label={t('page.list')}
            fields={areaFields}
            columns={['name', 'code', 'holders']}
            rows={items.map((area) => ({ ...area, reason: '' }))}
            open={({ id }) => `/areas/${id}`}
            empty={<EmptyState title={t('empty.title')} hint={t('empty.hint')} />}
          />
        )}
      </Loaded>
    </Panel>
  )
}
