// What the pages say: each room's words in both languages, keys checked by the compiler, failures put into words.
import i18next, { type i18n } from 'i18next'
import { initReactI18next, useTranslation } from 'react-i18next'
import { CallError } from '../platform/client.ts'
import { nounOfKind } from '../platform/contract.ts'
import { en } from './kit-words-en.ts'
import { zh } from './kit-words-zh.ts'

export type Language = 'zh' | 'en'
export type Tree = { readonly [key: string]: string | Tree }
export type Values = Record<string, unknown>
/** The same keys with words of their own. */
export type Alike<T> = { readonly [K in keyof T]: T[K] extends string ? string : Alike<T[K]> }
/** `fields.number`, `states.new`: every way down the tree to a text. */
export type KeyOf<T> = {
  [K in keyof T & string]: T[K] extends string ? K : `${K}.${KeyOf<T[K]>}`
}[keyof T & string]

export type RoomTree<R extends string = string> = Tree & { readonly room: string; readonly refusals: Record<R, string> }
export type Words<Z extends Tree = Tree> = { readonly noun: string; readonly zh: Z; readonly en: Alike<Z> }
export type Say<Z extends Tree> = (key: KeyOf<Z>, values?: Values) => string

const KEPT_LANGUAGE = 'zhishou.language'

/** The one instance; not i18next's global one, so that nothing else can configure it. */
export const language: i18n = i18next.createInstance()

/** The kept choice, else what the browser asks for; Chinese unless it is another language. */
function firstLanguage(): Language {
  const kept = typeof localStorage === 'undefined' ? null : localStorage.getItem(KEPT_LANGUAGE)
  if (kept === 'zh' || kept === 'en') return kept
  const asked = typeof document === 'undefined' ? 'zh' : navigator.language
  return asked.toLowerCase().startsWith('en') ? 'en' : 'zh'
}

void language.use(initReactI18next).init({
  lng: firstLanguage(),
  fallbackLng: 'zh',
  resources: { zh: { kit: zh }, en: { kit: en } },
  ns: ['kit'],
  defaultNS: 'kit',
  // React escapes by itself.
  interpolation: { escapeValue: false },
  initAsync: false,
})

export const languageNow = (): Language => (language.language === 'en' ? 'en' : 'zh')
export async function speak(next: Language) {
  localStorage.setItem(KEPT_LANGUAGE, next)
  await language.changeLanguage(next)
}

/** Registers what a room says under its noun. English must have the keys of Chinese, and every refusal its words. */
export const roomWords =
  <R extends string = never>() =>
  <const Z extends RoomTree<R>>(noun: string, both: { zh: Z; en: NoInfer<Alike<Z>> }): Words<Z> =>
    register(noun, both)

/** Words of a piece that has no refusals of its own. */
export const pieceWords = <const Z extends Tree>(name: string, both: { zh: Z; en: NoInfer<Alike<Z>> }): Words<Z> =>
  register(name, both)

function register<Z extends Tree>(noun: string, { zh, en }: { zh: Z; en: Alike<Z> }): Words<Z> {
  language.addResourceBundle('zh', noun, zh, true, true)
  language.addResourceBundle('en', noun, en, true, true)
  return { noun, zh, en }
}

export function useWords<Z extends Tree>(words: Words<Z>): Say<Z> {
  const { t } = useTranslation(words.noun, { i18n: language })
  return (key, values = {}) => {
    const plain: string = key
    return String(t(plain, values))
  }
}

/** Outside components, in the language of the moment. */
export const say = <Z extends Tree>(words: Words<Z>, key: KeyOf<Z>, values?: Values) => sayIn(words.noun, key, values)

/** For keys made at run time: undefined when nothing is written for it. */
export function lookUp(noun: string, key: string, values: Values = {}): string | undefined {
  return language.exists(key, { ns: noun }) ? sayIn(noun, key, values) : undefined
}
const sayIn = (noun: string, key: string, values: Values = {}) => String(language.t(key, { ...values, ns: noun }))

/** The kit's own words, for its pieces. */
export const kit: Words<typeof zh> = { noun: 'kit', zh, en }
export const useKit = () => useWords(kit)

/** Words of a code that stands where a message would: `phone.malformed`, `staff.login_malformed`. */
export function wordsOfCode(code: string, values: Values = {}): string | undefined {
  const dot = code.indexOf('.')
  const own = nounOfKind(code.slice(0, Math.max(0, dot)))
  for (const noun of [own, code.slice(0, Math.max(0, dot)), 'kit', ...nounsKnown()]) {
    const found = lookUp(noun, `refusals.${code}`, values) ?? lookUp(noun, `problems.${code}`, values)
    if (found) return found
  }
  return undefined
}

/** Any failure in words for the person in front of the page. */
export function wordsOf(error: unknown): string {
  if (!(error instanceof CallError)) return say(kit, 'refusals.defect', { requestId: '-' })
  const { code, details, requestId, fields } = error
  const values = { ...details, requestId: requestId ?? '-', field: fields[0]?.path ?? '' }
  return wordsOfCode(code, values) ?? say(kit, 'refusals.unknown', { code })
}
const nounsKnown = () => Object.keys(language.store.data.zh ?? {})
