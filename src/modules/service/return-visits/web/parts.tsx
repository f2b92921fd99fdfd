// The parts of a visit's page that are read: whom to call, the matter, the tries before, the history.
import { PhoneOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { callOf } from '../../../../ui/api.ts'
import { useZone } from '../../../../ui/me.tsx'
import { absolute } from '../../../../ui/moments.ts'
import { Panel } from '../../../../ui/Panel.tsx'
import { Timeline } from '../../../../ui/Timeline.tsx'
import { tell } from '../../../../ui/tell.ts'
import { Maybe, When } from '../../../../ui/values.tsx'
import { useWords, wordsOf } from '../../../../ui/words.ts'
import type { ReturnVisit } from '../contract.ts'
import { api } from './calls.ts'
import { words } from './words.ts'

type Props = { visit: ReturnVisit }
export function WhoToCall({ visit }: Props) {
  const t = useWords(words)
  return (
    <Panel>
      <div className="rv-who">
        <div>
          <strong className="rv-name">{visit.contactName ?? t('page.nobody')}</strong>
          <div className="quiet">{visit.placeName}</div>
        </div>
        <Call visit={visit} />
      </div>
      <Tries visit={visit} />
    </Panel>
  )
}

/** Shown on request, which is recorded, then dialled by whatever dials here. */
function Call({ visit }: Props) {
  const t = useWords(words)
  const [number, setNumber] = useState<string>()
  const [asking, setAsking] = useState(false)
  if (!visit.contactPhoneMasked) return null
  if (number)
    return (
      <Button type="primary" size="large" icon={<PhoneOutlined />} href={`tel:${number}`}>
        {number}
      </Button>
    )
  if (!visit.can.includes('reveal')) return <span className="kit-code">{visit.contactPhoneMasked}</span>
  const reveal = async () => {
    setAsking(true)
    try {
      const { phone } = await callOf(api.reveal, { id: visit.id })
      setNumber(phone ?? undefined)
    } catch (error) {
      tell.failure(wordsOf(error))
    } finally {
      setAsking(false)
    }
  }
  return (
    <Button
      size="large"
      icon={<PhoneOutlined />}
      loading={asking}
      title={t('verbs.reveal')}
      onClick={() => void reveal()}
    >
      <span className="kit-code">{visit.contactPhoneMasked}</span>
      <span className="sr-only">{t('verbs.reveal')}</span>
    </Button>
  )
}

function Tries({ visit }: Props) {
  const t = useWords(words)
  const zone = useZone()
  if (visit.tries.length === 0) return null
  return (
    <div className="rv-tries">
      <span className="quiet">{t('page.tries')}</span>
      <ul>
        {visit.tries.map((one) => (
          <li key={one.id}>
            <When at={one.at} /> {t(`ways.${one.way}`)} · {t(`outcomes.${one.outcome}`)} · {one.byName}
            {one.note ? <span className="quiet"> {one.note}</span> : null}
          </li>
        ))}
      </ul>
      {visit.nextTryAt ? <span>{t('page.nextTry', { at: absolute(visit.nextTryAt, zone) })}</span> : null}
    </div>
  )
}

export function Matter({ visit }: Props) {
  const t = useWords(words)
  return (
    <Panel>
      <dl className="rv-matter">
        <div>
          <dt>{t('page.what')}</dt>
          <dd>
            <strong>{visit.subject}</strong>
            {visit.body && visit.body !== visit.subject ? <p>{visit.body}</p> : null}
          </dd>
        </div>
        <div>
          <dt>{t('page.result')}</dt>
          <dd>{visit.result || <span className="quiet">{t('page.noResult')}</span>}</dd>
        </div>
        <div>
          <dt>{t('page.doneBy')}</dt>
          <dd>
            <Maybe>{visit.handlers.map(({ name }) => name).join('、')}</Maybe>
          </dd>
        </div>
        <div>
          <dt>{t('fields.cameDueAt')}</dt>
          <dd>
            <When at={visit.cameDueAt} both />
          </dd>
        </div>
      </dl>
    </Panel>
  )
}

export function Story({ visit }: Props) {
  const t = useWords(words)
  return (
    <Panel title={t('page.story')}>
      <Timeline
        events={visit.events.map((event) => ({ ...event, recordKind: 'return_visit', byId: null }))}
        newestFirst
      />
    </Panel>
  )
}
