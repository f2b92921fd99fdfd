// All areas within reach with those who answer for them.
import { apiOf } from '../../../../ui/api.ts'
import { EntityTable } from '../../../../ui/EntityTable.tsx'
import { useEstate } from '../../../../ui/me.tsx'
import { PageHeader } from '../../../../ui/Panel.tsx'
import { useWords } from '../../../../ui/words.ts'
import { areas } from '../contract.ts'
import { areaFields } from './fields.tsx'
import { NewArea } from './NewArea.tsx'
import { words } from './words.ts'

const api = apiOf(areas)

export function ListPage() {
  const t = useWords(words)
  const { estateId } = useEstate()
  const add = <NewArea estateId={estateId} primary />
  return (
    <>
      <PageHeader title={t('page.list')} actions={add} />
      <EntityTable
        name="areas"
        read={api.list}
        fields={areaFields}
        columns={['name', 'code', 'estateName', 'holders', 'status']}
        filters={['status']}
        open={({ id }) => `/areas/${id}`}
        label={t('page.list')}
        empty={{ title: t('empty.title'), hint: t('empty.hint'), action: add }}
      />
    </>
  )
}
