// Names that people keep in both languages: English where it was given and is wanted, Chinese otherwise.
import { languageNow } from './words.ts'

export const inLanguage = (zh: string, en: string | null | undefined): string =>
  languageNow() === 'en' && en ? en : zh
