// Permissions in words: each room's own words for what it is and what is done in it.
import { lookUp, say } from '../../../../ui/words.ts'
import { words } from './words.ts'

export type Permission = { permission: string; noun: string; verb: string }
export const partsOf = (permission: string): Permission => {
  const dot = permission.lastIndexOf('.')
  return { permission, noun: permission.slice(0, dot), verb: permission.slice(dot + 1) }
}

export const nounWord = (noun: string) => lookUp(noun, 'room') ?? noun
export const verbWord = (noun: string, verb: string) =>
  lookUp(noun, `verbs.${verb}`) ?? (verb === 'read' ? say(words, 'hints.see') : verb)
export const permissionWord = (permission: string) => {
  const { noun, verb } = partsOf(permission)
  return `${nounWord(noun)} · ${verbWord(noun, verb)}`
}
