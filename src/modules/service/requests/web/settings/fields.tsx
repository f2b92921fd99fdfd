// The fields of the settings, said once for every form of this page.
import { choice, flag, textLine, wholeNumber } from '../../../../../ui/controls.tsx'
import { fieldsOf } from '../../../../../ui/fields.tsx'
import { optionsOf } from '../../../../../ui/options.ts'
import { TRADES } from '../../../../organisation/staff/contract.ts'
import { Rung } from '../../contract/settings.ts'
import { KINDS, URGENCIES } from '../../contract/shapes.ts'
import { settingWords, words } from '../words.ts'

const minutes = { control: wholeNumber({ min: 0, max: 525_600 }), help: 'minutesHint' }
const clock = { control: choice(optionsOf(settingWords, 'clocks', ['elapsed', 'service']), { clearable: false }) }

export const fields = fieldsOf<Record<string, unknown>>()(settingWords, {
  kind: { control: choice(optionsOf(words, 'kinds', KINDS), { clearable: false }), required: true },
  code: { control: textLine({ max: 40 }) },
  name: { control: textLine({ max: 40 }) },
  nameEn: { control: textLine({ max: 80 }) },
  trade: { control: choice(optionsOf(settingWords, 'trades', TRADES)) },
  defaultUrgency: { control: choice(optionsOf(words, 'urgencies', URGENCIES)) },
  outsideParty: { control: textLine({ max: 60 }) },
  sort: { control: wholeNumber({ min: 0, max: 100_000 }) },
  urgency: { control: choice(optionsOf(words, 'urgencies', URGENCIES)) },
  answerMinutes: minutes,
  arriveMinutes: minutes,
  feedbackMinutes: minutes,
  finishMinutes: minutes,
  clock,
  finishClock: clock,
  stopsClock: { control: flag() },
  ratio: { control: wholeNumber({ min: 1, max: 2000, unit: () => '%' }), required: true },
  tell: { control: choice(optionsOf(settingWords, 'rungs', Rung.options), { clearable: false }) },
})
