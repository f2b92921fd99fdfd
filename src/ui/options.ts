// Choices with their words, resolved when drawn so that a change of language reaches them.
import { lookUp, type Tree, type Words } from './words.ts'

export type Option = { value: string; label: string; hint?: string }
export type Options = () => readonly Option[]

/** The states, kinds or urgencies of a room: values whose words stand in one branch of its words. */
export const optionsOf =
  (words: Words<Tree>, branch: string, values: readonly string[]): Options =>
  () =>
    values.map((value) => ({ value, label: lookUp(words.noun, `${branch}.${value}`) ?? value }))
