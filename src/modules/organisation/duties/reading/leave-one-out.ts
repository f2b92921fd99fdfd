// Guards the list of words against having learnt the documents it is tried on.
import { CAPABILITIES } from '../../posts/contract.ts'
import { type CapabilityScorer, capabilityScorer, type Lexicon } from './capability.ts'
import { CAPABILITY_WORDS } from './capability-words.ts'

/** Knows no word that only `left` has and none of the others: such a word may have been put in for that text alone. */
export function scorerWithout(left: string, others: readonly string[]): CapabilityScorer {
  const rest = others.join('\n')
  const isOwn = (word: string) => left.includes(word) && !rest.includes(word)
  const kept = (entries: string) =>
    entries
      .split(' ')
      .filter((entry) => !isOwn(entry.split(':')[0] ?? ''))
      .join(' ')
  const lexicon: Lexicon = { ...CAPABILITY_WORDS }
  for (const capability of CAPABILITIES) lexicon[capability] = kept(CAPABILITY_WORDS[capability])
  return capabilityScorer(lexicon)
}
