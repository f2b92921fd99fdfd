// On the record: what waits for signal, and what the server did not accept, with what was typed.
import { Button } from 'antd'
import { CallError } from '../../platform/client.ts'
import { ask } from '../ask.ts'
import { Panel } from '../Panel.tsx'
import { Chip } from '../StatusTag.tsx'
import { When } from '../values.tsx'
import { lookUp, useKit, wordsOf } from '../words.ts'
import { discard, sendAgain, useOutbox } from './outbox.ts'
import { type Entry, isWaiting } from './queue.ts'

export const useOutgoing = (recordId: string) => useOutbox().filter((entry) => entry.recordId === recordId)

export function Outgoing({ of, steps }: { of: string; steps: (verb: string) => string }) {
  const t = useKit()
  const entries = useOutgoing(of)
  if (entries.length === 0) return null
  return (
    <Panel title={t('outbox.title')}>
      <ul className="kit-outgoing">
        {entries.map((entry) => (
          <li key={entry.key}>
            <span className="row-flex">
              <strong>{steps(entry.verb)}</strong>
              <Chip tone={isWaiting(entry) ? 'waiting' : 'bad'}>
                {t(isWaiting(entry) ? 'outbox.waiting' : 'outbox.refused')}
              </Chip>
              <span className="quiet">
                <When at={entry.at} absolute />
              </span>
            </span>
            {entry.no ? <Refused entry={entry} no={entry.no} label={steps(entry.verb)} /> : null}
          </li>
        ))}
      </ul>
      {entries.some(isWaiting) ? <p className="quiet">{t('outbox.hint')}</p> : null}
    </Panel>
  )
}

type RefusedProps = { entry: Entry; no: NonNullable<Entry['no']>; label: string }
function Refused({ entry, no, label }: RefusedProps) {
  const t = useKit()
  const drop = async () => {
    const question = { title: t('outbox.sure', { verb: label }), yes: t('outbox.discard'), danger: true }
    if (await ask(question)) await discard(entry)
  }
  return (
    <div role="alert">
      <p>{wordsOf(new CallError(no.status, { code: no.code, details: no.details }))}</p>
      {typedIn(entry).map(({ name, value }) => (
        <p key={name}>
          <span className="quiet">{name}</span> {value}
        </p>
      ))}
      <span className="row-flex">
        <Button onClick={() => sendAgain(entry.key)}>{t('do.retry')}</Button>
        <Button danger onClick={() => void drop()}>
          {t('outbox.discard')}
        </Button>
      </span>
    </div>
  )
}

/** What has a name on the page; ids of other records say nothing to anybody. */
function typedIn({ noun, input }: Entry) {
  return Object.entries(input).flatMap(([field, value]) => {
    const name = lookUp(noun, `fields.${field}`)
    const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
    return name && text && !ID.test(text) ? [{ name, value: text }] : []
  })
}
const ID = /^([0-9a-f]{8}-[0-9a-f-]{27}|kept-.*)$/
