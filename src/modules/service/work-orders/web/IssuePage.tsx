// A new dispatch sheet: from a request, whose facts it takes over, or by itself.
import { useState } from 'react'
import { apiOf, useRead } from '../../../../ui/api.ts'
import { EntityForm } from '../../../../ui/EntityForm.tsx'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { useEstate } from '../../../../ui/me.tsx'
import { PageHeader, Panel } from '../../../../ui/Panel.tsx'
import { useGo } from '../../../../ui/pages.ts'
import { To } from '../../../../ui/To.tsx'
import { oneIn, useUrlState } from '../../../../ui/url-state.ts'
import { Code } from '../../../../ui/values.tsx'
import { useWords } from '../../../../ui/words.ts'
import { TRADES } from '../../../organisation/staff/contract.ts'
import { requests } from '../../requests/contract/requests.ts'
import type { Request } from '../../requests/contract/shapes.ts'
import { api, settingsApi } from './calls.ts'
import { issueFields } from './fields.tsx'
import { placeOf } from './looks.tsx'
import './work-orders.css'
import { words } from './words.ts'

const requestApi = apiOf(requests)

export function IssuePage() {
  const t = useWords(words)
  const { query } = useUrlState()
  const requestId = oneIn(query, 'request')
  return (
    <>
      <PageHeader title={t('issue.title')} back={requestId ? `/requests/${requestId}` : '/work-orders'} />
      {requestId ? <FromRequest id={requestId} /> : <IssueForm request={undefined} trade={undefined} />}
    </>
  )
}

function FromRequest({ id }: { id: string }) {
  const request = useRead(requestApi.get, { id })
  const estateId = request.data?.estateId
  const settings = useRead(settingsApi.list, estateId ? { estateId } : {}, { enabled: estateId !== undefined })
  return (
    <Loaded of={request}>
      {(found) => (
        <Loaded of={settings}>
          {({ categories }) => (
            <IssueForm
              request={found}
              trade={categories.find((category) => category.id === found.categoryId)?.trade ?? undefined}
            />
          )}
        </Loaded>
      )}
    </Loaded>
  )
}

const WHERE = ['placeText', 'contactName', 'contactPhone', 'appointmentFrom', 'appointmentTo'] as const

type Trade = (typeof TRADES)[number]
type Props = { request: Request | undefined; trade: Trade | undefined }
type Typed = { estateId: string; trade: Trade | undefined; way: string }
function IssueForm({ request, trade }: Props) {
  const t = useWords(words)
  const go = useGo()
  const chosen = useEstate().estateId
  const [typed, setTyped] = useState<Typed>({
    estateId: request?.estateId ?? chosen ?? '',
    trade,
    way: 'take',
  })
  const { estateId, way } = typed
  const fields = issueFields({ estateId, trade: typed.trade, requestId: request?.id })
  return (
    <Panel>
      {request ? <Origin request={request} /> : null}
      <EntityForm
        write={api.create}
        fields={fields}
        first={request ? firstFrom(request, trade) : firstAlone(estateId)}
        given={request ? { requestId: request.id } : {}}
        onValues={(values) =>
          setTyped({
            estateId: request?.estateId ?? (typeof values.estateId === 'string' ? values.estateId : ''),
            trade: TRADES.find((one) => one === values.trade),
            way: typeof values.way === 'string' ? values.way : '',
          })
        }
        of={[
          {
            heading: t('issue.where'),
            of: request ? WHERE : (['estateId', 'placeId', ...WHERE] as const),
            columns: 2,
          },
          { heading: t('issue.what'), of: ['subject', 'trade', 'urgency', 'body', 'photoIds'], columns: 2 },
          {
            heading: t('issue.whom'),
            of: way === 'assign' ? ['way', 'workerId'] : ['way'],
            columns: 2,
          },
        ]}
        submit={t('verbs.create')}
        onDone={({ id }) => go(`/work-orders/${id}`, { replace: true })}
      />
    </Panel>
  )
}

const firstAlone = (estateId: string) => ({ estateId: estateId || null, urgency: 'normal', way: 'take', photoIds: [] })
const firstFrom = (request: Request, trade: Trade | undefined) => ({
  trade: trade ?? null,
  subject: request.subject,
  body: request.body,
  urgency: request.urgency,
  placeText: request.placeText,
  contactName: request.contactName,
  appointmentFrom: request.appointmentFrom,
  appointmentTo: request.appointmentTo,
  way: 'take',
  photoIds: [],
})

function Origin({ request }: { request: Request }) {
  const t = useWords(words)
  return (
    <div className="wo-origin">
      <To href={`/requests/${request.id}`}>
        {t('fields.requestNo')} <Code>{request.no}</Code>
      </To>
      <strong>{placeOf(request)}</strong>
      <span className="quiet">
        {[request.contactName, request.contactPhoneMasked].filter(Boolean).join(' · ')} {t('issue.taken')}
      </span>
    </div>
  )
}
