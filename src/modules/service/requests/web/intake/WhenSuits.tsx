// When it suits the customer: the usual answers as buttons, anything else exactly.
import { useState } from 'react'
import { useNow } from '../../../../../ui/clock.ts'
import { instant } from '../../../../../ui/controls.tsx'
import { ControlOf } from '../../../../../ui/fields.tsx'
import { useZone } from '../../../../../ui/me.tsx'
import { short } from '../../../../../ui/moments.ts'
import { useWords } from '../../../../../ui/words.ts'
import { words } from '../words.ts'
import { KeyChoice } from './Entry.tsx'
import { type Slot, slotOf, slotsAt, spanOf } from './slots.ts'
import type { Intake } from './useIntake.ts'

const moment = instant({ minuteStep: 15 })
const textOrNull = (value: unknown) => (typeof value === 'string' ? value : null)

export function WhenSuits({ intake, onDone }: { intake: Intake; onDone(): void }) {
  const t = useWords(words)
  const now = useNow()
  const zone = useZone()
  const { matter, changeMatter } = intake
  const [exact, setExact] = useState(false)
  const slot = exact ? 'exact' : slotOf({ from: matter.whenFrom, to: matter.whenTo }, now, zone)
  const choose = (next: Slot) => {
    setExact(next === 'exact')
    if (next === 'exact') return
    const { from, to } = spanOf(next, now, zone)
    changeMatter({ whenFrom: from, whenTo: to })
  }
  return (
    <>
      <KeyChoice
        name="when"
        values={slotsAt(now, zone)}
        labelOf={(one) => t(`intake.whenSlots.${one}`)}
        value={slot}
        onChange={choose}
        onChosen={onDone}
      />
      {slot === 'exact' ? (
        <div className="rq-exact">
          <ControlOf
            control={moment}
            aria-label={t('fields.appointmentFrom')}
            value={matter.whenFrom}
            onChange={(at) => changeMatter({ whenFrom: textOrNull(at) })}
          />
          <ControlOf
            control={moment}
            aria-label={t('fields.appointmentTo')}
            value={matter.whenTo}
            onChange={(at) => changeMatter({ whenTo: textOrNull(at) })}
          />
        </div>
      ) : matter.whenFrom && matter.whenTo ? (
        <span className="quiet">
          {short(matter.whenFrom, now, zone)} – {short(matter.whenTo, now, zone).slice(-5)}
        </span>
      ) : null}
    </>
  )
}
