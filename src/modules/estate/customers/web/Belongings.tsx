// What belongs to a customer: phones, vehicles, links to units, each with its small verbs.
import { Button } from 'antd'
import type { Endpoint } from '../../../../platform/contract.ts'
import { type InputOf, useWrite, type Verb } from '../../../../ui/api.ts'
import { ask } from '../../../../ui/ask.ts'
import { Panel } from '../../../../ui/Panel.tsx'
import { Chip } from '../../../../ui/StatusTag.tsx'
import { To } from '../../../../ui/To.tsx'
import { Code } from '../../../../ui/values.tsx'
import { useWords } from '../../../../ui/words.ts'
import type { Customer } from '../contract.ts'
import { api, PrivateNumber, wordIn } from './fields.tsx'
import { words } from './words.ts'

type Props = { customer: Customer }

export function Phones({ customer }: Props) {
  const t = useWords(words)
  const may = customer.can.includes('endPhone')
  return (
    <Panel title={t('detail.phones')}>
      {customer.phones.length === 0 ? <p className="quiet">{t('detail.none')}</p> : null}
      <ul className="customers-rows">
        {customer.phones.map(({ id: phoneId, masked, label, main, endedAt }) => (
          <li key={phoneId} className={endedAt ? 'customers-ended' : ''}>
            <PrivateNumber id={customer.id} value={masked} what="phone" phoneId={phoneId} />
            {label ? <span className="quiet">{label}</span> : null}
            {main ? <Chip tone="active">{t('detail.mainPhone')}</Chip> : null}
            {endedAt ? <Chip tone="done">{t('detail.ended')}</Chip> : null}
            {may && !endedAt ? (
              <span className="customers-end">
                {main ? null : (
                  <Small of={api.setMainPhone} input={{ id: customer.id, phoneId }} label={t('verbs.setMainPhone')} />
                )}
                <Small of={api.endPhone} input={{ id: customer.id, phoneId }} label={t('verbs.endPhone')} asks />
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

export function Vehicles({ customer }: Props) {
  const t = useWords(words)
  const may = customer.can.includes('endPlate')
  return (
    <Panel title={t('detail.vehicles')}>
      {customer.vehicles.length === 0 ? <p className="quiet">{t('detail.none')}</p> : null}
      <ul className="customers-rows">
        {customer.vehicles.map(({ id: vehicleId, plate, label, endedAt }) => (
          <li key={vehicleId} className={endedAt ? 'customers-ended' : ''}>
            <Code>{plate}</Code>
            {label ? <span className="quiet">{label}</span> : null}
            {endedAt ? <Chip tone="done">{t('detail.ended')}</Chip> : null}
            {may && !endedAt ? (
              <span className="customers-end">
                <Small of={api.endPlate} input={{ id: customer.id, vehicleId }} label={t('verbs.endPlate')} asks />
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

export function Links({ customer }: Props) {
  const t = useWords(words)
  const may = customer.can.includes('endLink')
  return (
    <Panel title={t('detail.units')}>
      {customer.links.length === 0 ? <p className="quiet">{t('detail.noUnits')}</p> : null}
      <ul className="customers-rows">
        {customer.links.map(({ id: linkId, placeId, pathName, role, share, fromOn, toOn }) => (
          <li key={linkId} className={toOn ? 'customers-ended' : ''}>
            <To href={`/places/${placeId}`}>{pathName}</To>
            <Chip tone={role === 'owner' && !toOn ? 'active' : 'neutral'}>{wordIn('roles', role)}</Chip>
            {share === null ? null : <span>{t('detail.share', { share })}</span>}
            <span className="quiet">
              {toOn ? t('detail.periodTo', { from: fromOn, to: toOn }) : t('detail.period', { from: fromOn })}
            </span>
            {may && !toOn ? (
              <span className="customers-end">
                <Small of={api.endLink} input={{ id: customer.id, linkId }} label={t('verbs.endLink')} asks />
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

type SmallProps<E extends Endpoint> = {
  of: Verb<E>
  input: InputOf<E>
  label: string
  /** First asks whether it is meant. */
  asks?: boolean
}
function Small<E extends Endpoint>({ of, input, label, asks = false }: SmallProps<E>) {
  const writing = useWrite(of)
  const act = async () => {
    if (asks && !(await ask({ title: `${label}？`, yes: label, danger: true }))) return
    await writing.run(input)
  }
  return (
    <Button type="link" size="small" loading={writing.running} onClick={act}>
      {label}
    </Button>
  )
}
