// What belongs to a request: answers, pauses, the parts it was split into, the group it stands in, those it is linked to.
import { apiOf, useRead } from '../../../../../ui/api.ts'
import { useNow } from '../../../../../ui/clock.ts'
import { useZone } from '../../../../../ui/me.tsx'
import { short, span } from '../../../../../ui/moments.ts'
import { Panel } from '../../../../../ui/Panel.tsx'
import { Chip } from '../../../../../ui/StatusTag.tsx'
import { When } from '../../../../../ui/values.tsx'
import { useWords } from '../../../../../ui/words.ts'
import { requests } from '../../contract/requests.ts'
import type { Related, Request } from '../../contract/shapes.ts'
import { isOpen } from '../../states.ts'
import { nameIn, RequestLink, StateMark } from '../looks.tsx'
import { words } from '../words.ts'

const api = apiOf(requests)

export function Answers({ request }: { request: Request }) {
  const t = useWords(words)
  if (request.answers.length === 0 && !isOpen(request.status)) return null
  return (
    <Panel title={t('page.answers')}>
      {request.answers.length === 0 ? <p className="quiet rq-nothing">{t('page.noAnswers')}</p> : null}
      <ul className="rq-beside">
        {request.answers.map(({ id, way, body, at, byName }) => (
          <li key={id}>
            <p className="rq-body">{body}</p>
            <div className="rq-beside-line quiet">
              <span>{t(`ways.${way}`)}</span>
              <span>{byName}</span>
              <When at={at} />
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

export function Pauses({ request }: { request: Request }) {
  const t = useWords(words)
  const now = useNow()
  const zone = useZone()
  if (request.pauses.length === 0) return null
  const held = request.holdMinutes > 0 ? t('page.held', { span: span(request.holdMinutes * 60_000) }) : ''
  return (
    <Panel title={t('page.pauses')} extra={<span className="quiet">{held}</span>}>
      <ul className="rq-beside">
        {request.pauses.map((pause) => (
          <li key={pause.id}>
            <div className="rq-beside-line">
              <strong>{nameIn({ name: pause.reasonName, nameEn: pause.reasonNameEn })}</strong>
              <Chip>{t(pause.stopsClock ? 'page.stopsClock' : 'page.clockRuns')}</Chip>
              {pause.toAt ? null : <Chip tone="waiting">{t('page.waiting')}</Chip>}
            </div>
            <div className="rq-beside-line quiet">
              <span>
                {short(pause.fromAt, now, zone)} – {pause.toAt ? short(pause.toAt, now, zone) : ''}
                {!pause.toAt && pause.resumeAt ? t('page.waitsUntil', { at: short(pause.resumeAt, now, zone) }) : ''}
              </span>
            </div>
            {pause.note ? <div>{pause.note}</div> : null}
          </li>
        ))}
      </ul>
    </Panel>
  )
}

export function Relatives({ request }: { request: Request }) {
  const t = useWords(words)
  return (
    <>
      <RelatedPanel title={t('page.parts')} of={request.parts} />
      <RelatedPanel title={t('page.group')} of={request.group} />
      <Linked title={t('page.partOf')} id={request.parentId} />
      <Linked title={t('page.duplicateOf')} id={request.duplicateOfId} />
      <Linked title={t('page.previous')} id={request.previousId} />
    </>
  )
}

function RelatedPanel({ title, of }: { title: string; of: readonly Related[] }) {
  if (of.length === 0) return null
  return (
    <Panel title={title} extra={<span className="quiet">{of.length}</span>}>
      <ul className="rq-beside">
        {of.map((one) => (
          <li key={one.id}>
            <div className="rq-beside-line">
              <RequestLink {...one} />
              <StateMark state={one.status} />
              <span className="quiet">
                <When at={one.receivedAt} />
              </span>
            </div>
          </li>
        ))}
      </ul>
    </Panel>
  )
}

/** The record behind a mere id; nothing when it is beyond this person's reach. */
function Linked({ title, id }: { title: string; id: string | null }) {
  const found = useRead(api.get, { id: id ?? '' }, { enabled: id !== null })
  return found.data ? <RelatedPanel title={title} of={[found.data]} /> : null
}
