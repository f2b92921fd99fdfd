// What the pages of requests say, in both languages.
import type { Refusals } from '../../../../platform/contract.ts'
import { roomWords } from '../../../../ui/words.ts'
import type { requests } from '../contract/requests.ts'
import type { requestSettings } from '../contract/settings.ts'
import { settingsEn, settingsZh } from './setting-words.ts'
import { en } from './words-en.ts'
import { zh } from './words-zh.ts'

export const words = roomWords<Refusals<(typeof requests)['verbs']>>()('requests', { zh, en })
export const settingWords = roomWords<Refusals<(typeof requestSettings)['verbs']>>()('request-settings', {
  zh: settingsZh,
  en: settingsEn,
})
