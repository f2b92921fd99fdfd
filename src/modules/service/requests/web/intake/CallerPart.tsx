// Who is calling: one box that knows phones, names, plates and units; whoever is not known goes on with name and phone.
import { CloseOutlined } from '@ant-design/icons'
import { Button, Checkbox, Input, Select } from 'antd'
import { normalisePhone } from '../../../../../platform/checks.ts'
import { type AnswerOf, apiOf, useRead } from '../../../../../ui/api.ts'
import { useEstate } from '../../../../../ui/me.tsx'
import { Panel } from '../../../../../ui/Panel.tsx'
import { useSettled } from '../../../../../ui/settled.ts'
import { Keys, useShortcut } from '../../../../../ui/shortcuts.tsx'
import { useWords } from '../../../../../ui/words.ts'
import { customers } from '../../../../estate/customers/contract.ts'
import { CHANNELS } from '../../contract/shapes.ts'
import { words } from '../words.ts'
import { type CallerDraft, NOBODY, strangerOf } from './draft.ts'
import { Entry, fieldId, focusField } from './Entry.tsx'
import { FindBox, type FindItem, isWaiting } from './FindBox.tsx'
import { Hotline } from './Hotline.tsx'
import type { Intake } from './useIntake.ts'

const api = apiOf(customers)
type Answer = AnswerOf<(typeof customers.verbs)['recognise']>
type Item = FindItem &
  ({ caller: Answer['callers'][number] } | { unit: Answer['units'][number] } | { stranger: string })

export function CallerPart({ intake }: { intake: Intake }) {
  const t = useWords(words)
  const { call, change, changeCaller, problemOf } = intake
  const { caller } = call
  const { estates } = useEstate()
  useShortcut('alt+c', () => focusField('caller'))
  return (
    <Panel>
      <div className="rq-caller">
        <Entry name="caller" label={t('intake.caller')} keys="alt+c" problem={problemOf('caller')}>
          <CallerBox intake={intake} />
        </Entry>
        {estates.length > 1 ? (
          <Entry name="estate" label={t('intake.estate')} problem={problemOf('estateId')}>
            <Select
              id={fieldId('estate')}
              value={call.estateId}
              options={estates.map(({ id, name }) => ({ value: id, label: name }))}
              onChange={(estateId) => change({ estateId })}
            />
          </Entry>
        ) : null}
        <Entry name="channel" label={t('intake.channel')}>
          <Select
            id={fieldId('channel')}
            value={call.channel}
            options={CHANNELS.map((value) => ({ value, label: t(`channels.${value}`) }))}
            listHeight={400}
            onChange={(channel) => change({ channel })}
          />
        </Entry>
        <Checkbox
          checked={caller.anonymous}
          onChange={({ target }) => changeCaller({ ...NOBODY, anonymous: target.checked })}
          className="rq-anonymous"
        >
          {t('intake.anonymous')}
        </Checkbox>
      </div>
      {caller.customerId ? <KnownCaller intake={intake} /> : null}
      {caller.stranger && !caller.anonymous ? <Stranger intake={intake} /> : null}
      {call.channel === 'hotline12345' ? <Hotline intake={intake} /> : null}
    </Panel>
  )
}

function Stranger({ intake }: { intake: Intake }) {
  const t = useWords(words)
  const { call, changeCaller, problemOf } = intake
  const problem = problemOf('phone')
  return (
    <div className="rq-line">
      <Entry name="name" label={t('intake.name')}>
        <Input
          id={fieldId('name')}
          value={call.caller.name}
          maxLength={60}
          autoComplete="off"
          onChange={({ target }) => changeCaller({ name: target.value })}
          onPressEnter={() => focusField('phone')}
        />
      </Entry>
      <Entry name="phone" label={t('intake.phone')} problem={problem}>
        <Input
          id={fieldId('phone')}
          type="tel"
          value={call.caller.phone}
          maxLength={40}
          autoComplete="off"
          status={problem ? 'error' : ''}
          onChange={({ target }) => changeCaller({ phone: target.value })}
          onPressEnter={() => focusField('kind')}
        />
      </Entry>
    </div>
  )
}

function CallerBox({ intake }: { intake: Intake }) {
  const t = useWords(words)
  const { caller } = intake.call
  const chosen = caller.customerId !== null
  const { items, waiting } = useCallers(caller.typed.trim(), !chosen)
  const pick = usePicked(intake, caller.typed)
  const problem = intake.problemOf('caller')
  return (
    <FindBox<Item>
      id={fieldId('caller')}
      autoFocus
      typed={caller.typed}
      items={items}
      waiting={waiting}
      placeholder={t('intake.callerHint')}
      suffix={caller.typed ? null : <Keys of="↓+enter" />}
      invalid={problem !== undefined}
      describedBy={problem ? `${fieldId('caller')}-problem` : undefined}
      onType={(typed) => intake.changeCaller({ ...(chosen ? NOBODY : {}), typed, anonymous: false })}
      onPick={pick}
      onEnter={() => focusField('kind')}
      // Decided by what holds then: a caller may have been chosen in this very moment.
      onLeave={() => intake.setCall((now) => ({ ...now, caller: asStranger(now.caller) }))}
    />
  )
}

/** Whoever was typed and not chosen goes on as somebody new. */
const asStranger = (caller: CallerDraft): CallerDraft =>
  caller.customerId || caller.stranger || !caller.typed.trim()
    ? caller
    : { ...caller, ...strangerOf(caller.typed), stranger: true }

function useCallers(typed: string, enabled: boolean) {
  const t = useWords(words)
  const { estateId } = useEstate()
  const asked = useSettled(typed)
  const question = { q: asked, ...(estateId ? { estateId } : {}) }
  const found = useRead(api.recognise, question, { enabled: enabled && asked !== '', keep: true })
  if (!enabled || typed === '') return { items: [], waiting: false }
  return { items: itemsOf(found.data, typed, t), waiting: isWaiting(typed, asked, found) }
}

function usePicked({ call, change, changeCaller, changeMatter, matter }: Intake, typed: string) {
  const offer = (place: { placeId: string; pathName: string } | undefined) => {
    if (place && !matter.placeId && !matter.placeText.trim()) {
      changeMatter({ placeId: place.placeId, placeText: place.pathName })
    }
  }
  return (item: Item) => {
    if ('caller' in item) {
      const { id, name, mainPhone, units, estateId } = item.caller
      const known: CallerDraft = {
        ...call.caller,
        ...{ customerId: id, typed: name, name, masked: mainPhone, units, anonymous: false, stranger: false },
        phone: normalisePhone(typed) ?? '',
      }
      changeCaller(known)
      change({ estateId: units[0]?.estateId ?? estateId })
      offer(units.length === 1 ? units[0] : units.find(({ pathName, code }) => [pathName, code].includes(typed.trim())))
      focusField('kind')
    } else if ('unit' in item) {
      change({ estateId: item.unit.estateId })
      changeCaller({ typed: '', stranger: true })
      offer({ placeId: item.unit.id, pathName: item.unit.pathName })
      focusField('name')
    } else {
      const stranger = strangerOf(item.stranger)
      changeCaller({ ...stranger, stranger: true })
      focusField(stranger.name ? 'phone' : 'name')
    }
  }
}

function itemsOf(answer: Answer | undefined, typed: string, t: ReturnType<typeof useWords<typeof words.zh>>): Item[] {
  const callers = answer?.callers ?? []
  const lived = new Set(callers.flatMap(({ units }) => units.map(({ placeId }) => placeId)))
  const empty = (answer?.units ?? []).filter(({ id }) => !lived.has(id)).slice(0, 4)
  return [
    ...callers.map(
      (caller): Item => ({
        key: caller.id,
        label: caller.name,
        hint: [
          caller.units
            .map(({ pathName }) => pathName)
            .slice(0, 2)
            .join('、'),
          caller.plates[0],
        ]
          .filter(Boolean)
          .join(' · '),
        mark: caller.mainPhone,
        caller,
      }),
    ),
    ...empty.map((unit): Item => ({ key: unit.id, label: unit.pathName, hint: t('intake.unitOnly'), unit })),
    { key: 'stranger', label: `${t('intake.newCaller')}：${typed}`, stranger: typed },
  ]
}

function KnownCaller({ intake }: { intake: Intake }) {
  const t = useWords(words)
  const { call, changeCaller, changeMatter, matter } = intake
  const { caller } = call
  return (
    <div className="rq-known">
      <strong>{caller.name}</strong>
      <span className="kit-code quiet">{caller.phone || caller.masked}</span>
      {caller.units.map((unit) => (
        <button
          key={unit.placeId}
          type="button"
          className={unit.placeId === matter.placeId ? 'rq-unit rq-unit-on' : 'rq-unit'}
          onClick={() => changeMatter({ placeId: unit.placeId, placeText: unit.pathName })}
        >
          {unit.pathName}
        </button>
      ))}
      <Button
        type="text"
        size="small"
        icon={<CloseOutlined />}
        onClick={() => {
          changeCaller(NOBODY)
          focusField('caller')
        }}
      >
        {t('intake.changeCaller')}
      </Button>
    </div>
  )
}
