// The keys under which a customer is found, and the keys that an entry in the one box may mean.

export type Key = { key: string; rank: number }
type Known = { name: string; namePinyin: string | null; phones: readonly string[]; plates: readonly string[] }

const LONGEST = 60
const SHORTEST_TAIL = 4
const SHORTEST_PLATE = 3

/** `n` names, `p` phones, `r` phones backwards, `v` vehicles. */
export function keysOf({ name, namePinyin, phones, plates }: Known): Key[] {
  const keys = [
    ...nameKeys(name),
    ...(namePinyin ? pinyinKeys(namePinyin) : []),
    ...phones.flatMap((phone) => phoneKeys(figuresOf(phone))),
    ...plates.flatMap(plateKeys),
  ]
  const best = new Map<string, number>()
  for (const { key, rank } of keys) best.set(key, Math.min(rank, best.get(key) ?? rank))
  return [...best].map(([key, rank]) => ({ key, rank }))
}

export const plainName = (name: string) =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s·•・.,，。'()-]+/gu, '')

/** From any character on: a given name alone, or the middle of a firm's name. */
function nameKeys(name: string): Key[] {
  const signs = [...plainName(name)].slice(0, LONGEST)
  return signs.map((_, at) => ({ key: `n${signs.slice(at).join('')}`, rank: at === 0 ? 0 : 2 }))
}
function pinyinKeys(pinyin: string): Key[] {
  const syllables = pinyin.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean)
  const initials = syllables.map((syllable) => syllable.slice(0, 1)).join('')
  return [
    { key: `n${plainName(syllables.join('')).slice(0, LONGEST)}`, rank: 1 },
    ...(initials.length > 1 ? [{ key: `n${initials}`, rank: 1 }] : []),
  ]
}
const phoneKeys = (figures: string): Key[] => [
  { key: `p${figures}`, rank: 0 },
  { key: `r${backwards(figures)}`, rank: 1 },
]
function plateKeys(plate: string): Key[] {
  const signs = [...plate.toLowerCase()]
  return signs
    .slice(0, signs.length - SHORTEST_PLATE + 1)
    .map((_, at) => ({ key: `v${signs.slice(at).join('')}`, rank: at < 2 ? 0 : 1 }))
}

const figuresOf = (phone: string) => (phone.split('-')[0] ?? '').replace(/\D/g, '')
const backwards = (figures: string) => [...figures].reverse().join('')

const ADDRESS = /(?:先生|女士|小姐|太太|阿姨|叔叔|老师|师傅|经理|总|mr|mrs|ms|miss)\.?$/u
const TITLE_FIRST = /^(?:mr|mrs|ms|miss)\.?\s+/u

export type Sought = { key: string; matched: 'phone' | 'name' | 'plate' }

/** 138 0013 8000, 8000, 张先生, 粤B·12345: each way the entry may be meant. */
export function soughtIn(entry: string): Sought[] {
  const plain = entry.normalize('NFKC').trim().toLowerCase()
  const figures = plain.replace(/^(?:\+|00)86/, '').replace(/[\s\-()]+/g, '')
  const sought: Sought[] = []
  if (/^\+?\d+$/.test(figures) && figures.length >= SHORTEST_TAIL) {
    const digits = figures.replace('+', '')
    sought.push({ key: `p${digits}`, matched: 'phone' }, { key: `r${backwards(digits)}`, matched: 'phone' })
  }
  const plate = plain.replace(/[\s.·•・-]+/gu, '')
  if (/^\p{Script=Han}?[a-z\d]{3,8}\p{Script=Han}?$/u.test(plate) && /\d/.test(plate)) {
    sought.push({ key: `v${plate}`, matched: 'plate' })
  }
  const name = plainName(plain.replace(TITLE_FIRST, '').replace(ADDRESS, '')) || plainName(plain)
  if (name && !/^\d+$/.test(name)) sought.push({ key: `n${name}`, matched: 'name' })
  return sought
}
