// What of a phone, an ID, a name or a plate may be seen in a list.

/** 138****1234, 0755****1234; of a number too short to hide anything only the last two figures stay. */
export function maskPhone(phone: string): string {
  const [number = '', extension] = phone.split('-')
  const tail = extension === undefined ? '' : '-***'
  if (number.length < 7) return `${'*'.repeat(Math.max(0, number.length - 2))}${number.slice(-2)}${tail}`
  const kept = number.length - 4 - 4
  return `${number.slice(0, Math.max(0, kept))}****${number.slice(-4)}${tail}`
}

/** 440***********1234 */
export function maskId(id: string): string {
  if (id.length < 12) return '*'.repeat(id.length)
  return `${id.slice(0, 3)}${'*'.repeat(id.length - 7)}${id.slice(-4)}`
}

const DOUBLE_SURNAMES = new Set(
  '欧阳 上官 司马 诸葛 东方 皇甫 尉迟 公孙 慕容 令狐 司徒 夏侯 长孙 宇文 端木 南宫 独孤 轩辕 申屠 西门'.split(' '),
)

/** 张*, 欧阳**, J*** S**** */
export function maskName(name: string): string {
  const signs = [...name.trim()]
  if (!/\p{Script=Han}/u.test(name)) return name.trim().replace(/(\S)(\S*)/gu, (_, first, rest) => first + stars(rest))
  const surname = signs.length > 2 && DOUBLE_SURNAMES.has(signs.slice(0, 2).join('')) ? 2 : 1
  return signs.length === 1 ? '*' : signs.slice(0, surname).join('') + '*'.repeat(signs.length - surname)
}

/** 粤B***45 */
export function maskPlate(plate: string): string {
  const signs = [...plate]
  if (signs.length < 6) return stars(plate)
  return `${signs.slice(0, 2).join('')}${'*'.repeat(signs.length - 4)}${signs.slice(-2).join('')}`
}

const stars = (text: string): string => '*'.repeat([...text].length)
