// Competency models (胜任能力模型) that stand in a document beside the posts: what they ask, in which tier.

import type { ModelDraft } from './drafts.ts'
import type { ReadCompetencyModel } from './job-document.ts'
import { rangesOf } from './script.ts'

type Competency = ReadCompetencyModel['competencies'][number]
const TIERS = { 核心: 'core', 通用: 'general', 基础: 'general', 专业: 'professional' } as const
const TIER = '(核心|通用|基础|专业)(?:胜任能力|胜任力|能力|素质)'
/** `专业胜任能力 – 产品知识` names one at once. */
const TITLED = new RegExp(`${TIER}\\s*[–—-]\\s*([\\p{Script=Han}]{2,12})`, 'gu')
/** `通用胜任能力包括:` heads a list of names. */
const LISTED = new RegExp(`${TIER}(?:包括|有|如下|分为)?[:]\\s*(.*)$`, 'u')
const NAMES = /^[\p{Script=Han}]{2,10}(?:[、,\s]+[\p{Script=Han}]{2,10})*$/u

export function modelRead({ title, headings, pieces }: ModelDraft): ReadCompetencyModel {
  const lines = [...headings, ...pieces]
  return { title, competencies: competenciesIn(lines.map(({ text }) => text)), source: lines.flatMap(rangesOf) }
}

function competenciesIn(lines: readonly string[]): Competency[] {
  const found = new Map<string, Competency>()
  let open = ''
  for (const line of lines) {
    const list = listIn(line, open)
    takeNames(found, list.names, list.tier)
    open = list.tier
    for (const [, tier = '', name = ''] of line.matchAll(TITLED)) takeNames(found, name, tier)
  }
  return [...found.values()]
}

/** The names on a line that heads a list or goes on with one; anything else ends the list. */
function listIn(line: string, open: string): { tier: string; names: string } {
  const [, tier = open, names = line] = LISTED.exec(line) ?? []
  return tier !== '' && (names === '' || NAMES.test(names)) ? { tier, names } : { tier: '', names: '' }
}

function takeNames(found: Map<string, Competency>, names: string, tier: string): void {
  for (const name of names.split(/[、,\s]+/))
    if (name !== '' && !NO_NAME.test(name) && !found.has(name)) found.set(name, { name, tier: tierOf(tier) })
}

const NO_NAME = new RegExp(`序列|${TIER}$`)

const tierOf = (word: string): Competency['tier'] =>
  word === '核心' || word === '通用' || word === '基础' ? TIERS[word] : TIERS.专业
