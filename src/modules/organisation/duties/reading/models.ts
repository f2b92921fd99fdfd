// Competency models (胜任能力模型) that stand in a document beside the posts: what they ask, in which tier.

import type { ModelDraft } from './drafts.ts'
import type { ReadCompetencyModel } from './job-document.ts'
import { rangesOf } from './script.ts'

type Competency = ReadCompetencyModel['competencies'][number]
const TIERS = { 核心: 'core', 通用: 'general', 基础: 'general', 专业: 'professional' } as const
const TIER = '(核心|通用|基础|专业)(?:胜任能力|胜任力|能力|素质)'
/** `专业胜任能力 – 产品知识`, and `通用胜任能力包括:` with names below it. */
const TITLED = new RegExp(`${TIER}\\s*[–—-]\\s*([\\p{Script=Han}]{2,12})`, 'gu')
const LISTED = new RegExp(`${TIER}(?:包括|有|如下)?[:]\\s*([\\p{Script=Han}、,\\s]{4,120})`, 'gu')

export function modelRead({ title, headings, pieces }: ModelDraft): ReadCompetencyModel {
  const text = [...headings, ...pieces].map((piece) => piece.text).join('\n')
  return { title, competencies: competenciesIn(text), source: [...headings, ...pieces].flatMap(rangesOf) }
}

function competenciesIn(text: string): Competency[] {
  const found = new Map<string, Competency>()
  const take = (name: string, tier: string) => {
    const plain = name.replace(new RegExp(`(?:序列)?${TIER}.*`), '').trim()
    const isName = plain.length >= 2 && plain.length <= 12 && !/序列|包括|能力体系/.test(plain)
    if (isName && !found.has(plain)) found.set(plain, { name: plain, tier: tierOf(tier) })
  }
  for (const [, tier = '', list = ''] of text.matchAll(LISTED))
    for (const name of list.split(/[、,\s]+/)) take(name, tier)
  for (const [, tier = '', name = ''] of text.matchAll(TITLED)) take(name, tier)
  return [...found.values()]
}

const tierOf = (word: string): Competency['tier'] =>
  word === '核心' || word === '通用' || word === '基础' ? TIERS[word] : TIERS.专业
