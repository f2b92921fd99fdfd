// On the pages of a place and of a customer: what was reported there, newest first.
import { apiOf, useRead } from '../../../../ui/api.ts'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { To } from '../../../../ui/To.tsx'
import { When } from '../../../../ui/values.tsx'
import { useWords } from '../../../../ui/words.ts'
import { requests } from '../contract/requests.ts'
import { KindMark, RequestLink, StateMark } from './looks.tsx'
import './requests.css'
import { words } from './words.ts'

const api = apiOf(requests)
const MOST = 8

export const RequestsOfPlace = ({ recordId }: { recordId: string }) => <RequestsOf at="placeId" id={recordId} />
export const RequestsOfCustomer = ({ recordId }: { recordId: string }) => <RequestsOf at="customerId" id={recordId} />

function RequestsOf({ at, id }: { at: 'placeId' | 'customerId'; id: string }) {
  const t = useWords(words)
  const list = useRead(api.list, { [at]: id, sort: 'newest', limit: MOST })
  const more = (list.data?.items.length ?? 0) > 0 ? <To href={`/requests?${at}=${id}`}>{t('list.all')}</To> : null
  return (
    <Panel title={t(at === 'placeId' ? 'page.samePlace' : 'page.sameCustomer')} extra={more}>
      <Loaded of={list}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="quiet rq-nothing">{t('list.empty')}</p>
          ) : (
            <ul className="rq-beside">
              {items.map((row) => (
                <li key={row.id}>
                  <RequestLink {...row} />
                  <div className="rq-beside-line quiet">
                    <KindMark kind={row.kind} />
                    <StateMark state={row.status} />
                    {row.handlerName ? <span>{row.handlerName}</span> : null}
                    <When at={row.receivedAt} />
                  </div>
                </li>
              ))}
            </ul>
          )
        }
      </Loaded>
    </Panel>
  )
}
