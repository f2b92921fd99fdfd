// Form checks of what an office types all day: telephone numbers, resident IDs, credit codes, number plates.

export type PhoneKind = 'mobile' | 'landline' | 'hotline' | 'abroad'

const MOBILE = /^1[3-9]\d{9}$/
// Beijing 010 and the 02x cities have three figures, all other areas four; the number itself never starts with 0 or 1.
const LANDLINE = /^(?:(?:010|02\d|0[3-9]\d{2})?[2-9]\d{6,7})(?:-\d{1,6})?$/
const HOTLINE = /^(?:1\d{2}|12\d{3}|1[01]\d{3}|9[56]\d{3,4}|[48]00\d{7})$/
const ABROAD = /^\+(?!86)[1-9]\d{6,14}$/

/** Which kind of number this is, as `normalisePhone` writes it. */
export function phoneKindOf(phone: string): PhoneKind | undefined {
  if (MOBILE.test(phone)) return 'mobile'
  if (HOTLINE.test(phone)) return 'hotline'
  if (LANDLINE.test(phone)) return 'landline'
  return ABROAD.test(phone) ? 'abroad' : undefined
}

/** One spelling for one telephone: figures only, `-` before an extension, `+` before a foreign country; undefined when it is none. */
export function normalisePhone(input: string): string | undefined {
  const [number = '', extension, ...more] = input
    .normalize('NFKC')
    .trim()
    .split(/\s*(?:转|分机|ext\.?|#)\s*/iu)
  if (more.length > 0) return undefined
  if (extension !== undefined) return phoneOnly(`${figuresOf(number) ?? ''}-${extension}`)
  return withDashedExtension(number) ?? phoneOnly(figuresOf(number))
}

const phoneOnly = (written: string | undefined): string | undefined =>
  written !== undefined && phoneKindOf(written) ? written : undefined

export const isMobile = (phone: string): boolean => MOBILE.test(phone)
export const isLandline = (phone: string): boolean => phoneKindOf(phone) === 'landline'

// The last dash may belong to the number (0755-8888-1234) or precede an extension (0755-88881234-801).
function withDashedExtension(written: string): string | undefined {
  const [, number = '', extension = ''] = /^(.*?[2-9][\d ]{6,9})-(\d{1,6})$/.exec(written) ?? []
  const main = figuresOf(number)
  if (main === undefined || phoneKindOf(main) !== 'landline' || phoneKindOf(main + extension)) return undefined
  return `${main}-${extension}`
}

function figuresOf(written: string): string | undefined {
  if (/[^\d\s()+\-–—.·]/.test(written)) return undefined
  const bare = written.replace(/[^\d+]/g, '').replace(/^00(?=[1-9])/, '+')
  const home = bare.replace(/^\+86(?=\d)/, '').replace(/^86(?=1[3-9]\d{9}$)/, '')
  // After +86 an area code is written without its zero.
  if (home !== bare && !MOBILE.test(home) && !home.startsWith('0') && phoneKindOf(`0${home}`)) return `0${home}`
  return home
}

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const ID_MARKS = '10X98765432'

/** Figures and X as they stand on the card. */
export const normaliseResidentId = (input: string): string => input.normalize('NFKC').replace(/\s+/g, '').toUpperCase()

export function isResidentId(id: string): boolean {
  const match = /^[1-9]\d{5}((?:19|20)\d{2})(\d{2})(\d{2})\d{3}[\dX]$/.exec(id)
  if (!match) return false
  const [, year, month, date] = match
  if (!isCalendarDay(Number(year), Number(month), Number(date))) return false
  const sum = ID_WEIGHTS.reduce((total, weight, at) => total + weight * Number(id.charAt(at)), 0)
  return ID_MARKS.charAt(sum % 11) === id.charAt(17)
}

const isCalendarDay = (year: number, month: number, date: number): boolean => {
  const day = new Date(Date.UTC(year, month - 1, date))
  return day.getUTCMonth() === month - 1 && day.getUTCDate() === date
}

const CREDIT_FIGURES = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const CREDIT_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

export const normaliseCreditCode = (input: string): string => normaliseResidentId(input)

export function isCreditCode(code: string): boolean {
  if (!/^[\dA-HJ-NPQRTUWXY]{2}\d{6}[\dA-HJ-NPQRTUWXY]{10}$/.test(code)) return false
  const sum = CREDIT_WEIGHTS.reduce((total, weight, at) => total + weight * CREDIT_FIGURES.indexOf(code.charAt(at)), 0)
  return CREDIT_FIGURES.charAt((31 - (sum % 31)) % 31) === code.charAt(17)
}

export type PlateKind = 'ordinary' | 'new_energy'

const PROVINCES = '京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新'
// Letters I and O are not issued; the last place may say what the vehicle is for.
const ORDINARY = new RegExp(`^[${PROVINCES}使][A-Z][A-HJ-NP-Z0-9]{4}[A-HJ-NP-Z0-9挂学警港澳领使试超]$`, 'u')
// Small vehicles carry their letter first, large ones last.
const NEW_ENERGY = new RegExp(`^[${PROVINCES}][A-Z](?:[A-HJK][A-HJ-NP-Z0-9]\\d{4}|\\d{5}[A-HJK])$`, 'u')

/** Capitals and figures without the dot and spaces people put between. */
export const normalisePlate = (input: string): string =>
  input
    .normalize('NFKC')
    .replace(/[\s.·•・-]+/gu, '')
    .toUpperCase()

export function plateKindOf(plate: string): PlateKind | undefined {
  if (ORDINARY.test(plate)) return 'ordinary'
  return NEW_ENERGY.test(plate) ? 'new_energy' : undefined
}

export const isPlate = (plate: string): boolean => plateKindOf(plate) !== undefined
