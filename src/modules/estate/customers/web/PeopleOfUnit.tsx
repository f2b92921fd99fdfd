// Who is in a unit, on the page of the unit.
import { LinkOutlined, UserAddOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useRead } from '../../../../ui/api.ts'
import { Drawer } from '../../../../ui/Drawer.tsx'
import { EntityForm } from '../../../../ui/EntityForm.tsx'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { useMay } from '../../../../ui/me.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { useGo } from '../../../../ui/pages.ts'
import { Chip } from '../../../../ui/StatusTag.tsx'
import { To } from '../../../../ui/To.tsx'
import { useWords } from '../../../../ui/words.ts'
import { type CustomerRow, ROLES } from '../contract.ts'
import './customers.css'
import { api, fields, PrivateNumber, wordIn } from './fields.tsx'
import { words } from './words.ts'

export function PeopleOfUnit({ recordId: placeId }: { recordId: string }) {
  const t = useWords(words)
  const people = useRead(api.list, { placeId, limit: 100 })
  return (
    <Panel title={t('people.title')} extra={<Adding placeId={placeId} />}>
      <Loaded of={people}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet">{t('people.none')}</p>
          ) : (
            <ul className="customers-rows">
              {items.toSorted(byRole(placeId)).map(({ id, name, mainPhone, units }) => (
                <li key={id}>
                  <To href={`/customers/${id}`}>{name}</To>
                  {units
                    .filter((unit) => unit.placeId === placeId)
                    .map(({ role }) => (
                      <Chip key={role} tone={role === 'owner' ? 'active' : 'neutral'}>
                        {wordIn('roles', role)}
                      </Chip>
                    ))}
                  <PrivateNumber id={id} value={mainPhone} what="phone" />
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Panel>
  )
}

/** Owners first. */
const byRole = (placeId: string) => (one: CustomerRow, other: CustomerRow) =>
  rankIn(placeId, one) - rankIn(placeId, other)
const rankIn = (placeId: string, { units }: CustomerRow) =>
  Math.min(...units.filter((unit) => unit.placeId === placeId).map(({ role }) => ROLES.indexOf(role)))

function Adding({ placeId }: { placeId: string }) {
  const t = useWords(words)
  const go = useGo()
  const [linking, setLinking] = useState(false)
  const mayCreate = useMay('customers.create')
  const mayLink = useMay('customers.linkUnit')
  return (
    <div className="row-flex">
      {mayLink ? (
        <Button size="small" icon={<LinkOutlined />} onClick={() => setLinking(true)}>
          {t('people.link')}
        </Button>
      ) : null}
      {mayCreate && mayLink ? (
        <Button size="small" icon={<UserAddOutlined />} onClick={() => go(`/customers/new?placeId=${placeId}`)}>
          {t('people.add')}
        </Button>
      ) : null}
      <Drawer title={t('people.link')} open={linking} onClose={() => setLinking(false)}>
        <EntityForm
          write={api.linkUnit}
          fields={{ ...fields, of: { ...fields.of, id: fields.of.intoId } }}
          of={['id', 'role', 'share', 'fromOn']}
          first={{ role: 'tenant' }}
          given={{ placeId }}
          guarded={false}
          submit={t('verbs.linkUnit')}
          onDone={() => setLinking(false)}
        />
      </Drawer>
    </div>
  )
}
