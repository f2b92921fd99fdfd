// What the customer said, who and where it is, and what came of it.
import { apiOf, callOf, useRead } from '../../../../../ui/api.ts'
import { useNow } from '../../../../../ui/clock.ts'
import { Masked } from '../../../../../ui/Masked.tsx'
import { useMay, useZone } from '../../../../../ui/me.tsx'
import { short } from '../../../../../ui/moments.ts'
import { Panel } from '../../../../../ui/Panel.tsx'
import { Photos } from '../../../../../ui/Photos.tsx'
import { To } from '../../../../../ui/To.tsx'
import { Code, Maybe, Money, When } from '../../../../../ui/values.tsx'
import { languageNow, useWords } from '../../../../../ui/words.ts'
import { requests } from '../../contract/requests.ts'
import { requestSettings } from '../../contract/settings.ts'
import type { Request } from '../../contract/shapes.ts'
import { nameIn, placeOf } from '../looks.tsx'
import { words } from '../words.ts'

const api = apiOf(requests)
const settingsApi = apiOf(requestSettings)
type Line = { key: string; label: string; value: React.ReactNode; wide?: boolean }

export function Content({ request }: { request: Request }) {
  const t = useWords(words)
  const lines = [...useCallerLines(request), ...usePlaceLines(request), ...useOutcomeLines(request)]
  return (
    <Panel title={t('page.content')}>
      <p className={request.body ? 'rq-body' : 'rq-body quiet'}>{request.body || t('page.noText')}</p>
      {request.photos.length > 0 ? <Photos ids={request.photos.map(({ id }) => id)} size={96} /> : null}
      <dl className="kit-fields rq-facts" style={{ '--columns': 2 }}>
        {lines.map(({ key, label, value, wide }) => (
          <div key={key} className={wide ? 'kit-wide' : ''}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Panel>
  )
}

function useCallerLines(request: Request): Line[] {
  const t = useWords(words)
  const mayReveal = request.can.includes('reveal')
  const mayOpen = useMay('customers.read')
  if (request.anonymous)
    return [{ key: 'anonymous', label: t('fields.contact'), value: t('page.anonymous'), wide: true }]
  const reveal = async () => (await callOf(api.reveal, { id: request.id })).phone ?? ''
  return [
    {
      key: 'contact',
      label: t('fields.contact'),
      value: (
        <>
          {request.contactName}
          {request.customerId && mayOpen ? (
            <>
              {' '}
              <To href={`/requests?customerId=${request.customerId}`}>{t('page.sameCustomer')}</To>
            </>
          ) : null}
        </>
      ),
    },
    {
      key: 'phone',
      label: t('fields.contactPhoneMasked'),
      value: <Masked value={request.contactPhoneMasked} dial {...(mayReveal ? { reveal } : {})} />,
    },
  ]
}

function usePlaceLines(request: Request): Line[] {
  const t = useWords(words)
  const { placeId, indoor } = request
  return [
    {
      key: 'place',
      label: t('fields.place'),
      value: (
        <>
          {placeOf(request)} {indoor === null ? null : <span className="quiet">{t(`indoor.${indoor}`)} </span>}
          {placeId ? <To href={`/requests?placeId=${placeId}`}>{t('page.samePlace')}</To> : null}
        </>
      ),
    },
    { key: 'category', label: t('fields.categoryName'), value: <CategoryName of={request} /> },
    { key: 'handler', label: t('fields.handlerName'), value: <Maybe>{request.handlerName}</Maybe> },
    { key: 'estate', label: t('fields.estateName'), value: request.estateName },
  ]
}

/** Lists carry the name in the company's first language; the settings know the other. */
function CategoryName({ of }: { of: Request }) {
  const isForeign = languageNow() === 'en' && of.categoryId !== null
  const settings = useRead(settingsApi.list, { estateId: of.estateId }, { enabled: isForeign })
  const known = settings.data?.categories.find(({ id }) => id === of.categoryId)
  return <Maybe>{known ? nameIn(known) : of.categoryName}</Maybe>
}

function useOutcomeLines(request: Request): Line[] {
  const t = useWords(words)
  const now = useNow()
  const zone = useZone()
  const { appointmentFrom: from, appointmentTo: to } = request
  const span = [from, to].flatMap((at) => (at ? [short(at, now, zone)] : [])).join(' – ')
  const lines: (Line | false)[] = [
    span !== '' && { key: 'when', label: t('fields.appointment'), value: span },
    request.aboutStaffName !== null && {
      key: 'about',
      label: t('fields.aboutStaffName'),
      value: (
        <>
          {request.aboutStaffName} <span className="quiet">{t('page.about')}</span>
        </>
      ),
      wide: true,
    },
    request.sourceRef !== null && {
      key: 'sourceRef',
      label: t('fields.sourceRef'),
      value: <Code>{request.sourceRef}</Code>,
    },
    request.outsideDueAt !== null && {
      key: 'outsideDueAt',
      label: t('fields.outsideDueAt'),
      value: <When at={request.outsideDueAt} absolute />,
    },
    request.outsideParty !== null && { key: 'party', label: t('fields.outsideParty'), value: request.outsideParty },
    request.chargeable && { key: 'amount', label: t('fields.amountFen'), value: <Paid of={request} /> },
    request.result !== null && { key: 'result', label: t('fields.result'), value: request.result, wide: true },
    request.closeReason !== null &&
      request.status !== 'closed' && {
        key: 'closeReason',
        label: t('fields.closeReason'),
        value: request.closeReason,
        wide: true,
      },
  ]
  return lines.filter((line) => line !== false)
}

function Paid({ of }: { of: Request }) {
  const t = useWords(words)
  return (
    <>
      <Money fen={of.amountFen} />
      {of.paidAt && of.paidBy ? (
        <span className="quiet">
          {' '}
          {t('fields.paidAt')} <When at={of.paidAt} absolute /> {t(`paidBy.${of.paidBy}`)} {of.receiptNo}
        </span>
      ) : null}
    </>
  )
}
