// What a city hotline order brings along: its own number and its own deadline.
import { Input } from 'antd'
import { instant } from '../../../../../ui/controls.tsx'
import { ControlOf } from '../../../../../ui/fields.tsx'
import { useWords } from '../../../../../ui/words.ts'
import { words } from '../words.ts'
import { Entry, fieldId } from './Entry.tsx'
import type { Intake } from './useIntake.ts'

const deadline = instant({ minuteStep: 30 })

export function Hotline({ intake }: { intake: Intake }) {
  const t = useWords(words)
  const { call, change, problemOf } = intake
  return (
    <div className="rq-line">
      <Entry name="sourceRef" label={t('intake.sourceRef')} problem={problemOf('sourceRef')}>
        <Input
          id={fieldId('sourceRef')}
          value={call.sourceRef}
          maxLength={80}
          autoComplete="off"
          status={problemOf('sourceRef') ? 'error' : ''}
          onChange={({ target }) => change({ sourceRef: target.value })}
        />
      </Entry>
      <Entry name="outsideDueAt" label={t('intake.outsideDueAt')}>
        <ControlOf
          control={deadline}
          id={fieldId('outsideDueAt')}
          value={call.outsideDueAt}
          onChange={(at) => change({ outsideDueAt: typeof at === 'string' ? at : null })}
        />
      </Entry>
    </div>
  )
}
