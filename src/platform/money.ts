// Money is integer fen; this reads it, rounds it, shares it out and writes it, in figures and in Chinese capitals.

export type YuanProblem = 'empty' | 'not_an_amount' | 'too_many_decimals' | 'too_large'
export type YuanReading = { ok: true; fen: number } | { ok: false; problem: YuanProblem }

const AMOUNT = /^([-−]?)(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?$/

/** Reads what somebody typed: `1,234.50`, `￥１２３４．５`, `12元`. */
export function readYuan(input: string): YuanReading {
  const text = input
    .normalize('NFKC')
    .replace(/\s+/g, '')
    .replace(/^(-?)[¥￥]/, '$1')
    .replace(/元$/, '')
  if (text === '') return { ok: false, problem: 'empty' }
  const match = AMOUNT.exec(text)
  if (!match) return { ok: false, problem: 'not_an_amount' }
  const [, sign, whole = '', decimals = ''] = match
  if (decimals.length > 2) return { ok: false, problem: 'too_many_decimals' }
  const fen = Number(whole.replaceAll(',', '') + decimals.padEnd(2, '0'))
  if (!Number.isSafeInteger(fen)) return { ok: false, problem: 'too_large' }
  return { ok: true, fen: sign && fen !== 0 ? -fen : fen }
}

/** `1234.50`: for spreadsheets and inputs. */
export function yuanOf(fen: number): string {
  const digits = String(Math.abs(wholeFen(fen))).padStart(3, '0')
  return `${fen < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

/** `1,234.50`: for people. */
export function formatYuan(fen: number): string {
  return yuanOf(fen).replace(/\B(?=(\d{3})+\.)/g, ',')
}

/** A number written in decimal, such as a rate or an area; a string keeps what a float would lose. */
export type Decimal = string | number

/** One line of a bill: rate times quantity, for `parts` of a `whole` when only a part of the period counts; rounded half up once. */
export function lineAmountFen(line: {
  rateYuan: Decimal
  quantity: Decimal
  share?: { parts: number; whole: number }
}): number {
  const rate = scaled(line.rateYuan)
  const quantity = scaled(line.quantity)
  const { parts, whole } = line.share ?? { parts: 1, whole: 1 }
  const above = rate.digits * quantity.digits * BigInt(parts) * 100n
  const below = 10n ** BigInt(rate.places + quantity.places) * BigInt(whole)
  return wholeFen(Number(dividedHalfUp(above, below)))
}

/** Shares an amount by weights so that the shares add up to it; what is left over goes fen by fen to the largest remainders, earlier first. */
export function splitFen(totalFen: number, weights: readonly Decimal[]): number[] {
  const exact = weights.map(scaled)
  const places = Math.max(0, ...exact.map((weight) => weight.places))
  const units = exact.map((weight) => weight.digits * 10n ** BigInt(places - weight.places))
  const sum = units.reduce((total, unit) => total + unit, 0n)
  if (sum <= 0n || units.some((unit) => unit < 0n))
    throw new RangeError('weights must not be negative and not all zero')
  const size = BigInt(Math.abs(wholeFen(totalFen)))
  const shares = units.map((unit, at) => ({ at, fen: (size * unit) / sum, rest: (size * unit) % sum }))
  let left = Number(size - shares.reduce((total, share) => total + share.fen, 0n))
  for (const share of shares.toSorted((a, b) => (a.rest === b.rest ? a.at - b.at : a.rest > b.rest ? -1 : 1))) {
    if (left === 0) break
    share.fen += 1n
    left -= 1
  }
  return shares.map((share) => (totalFen < 0 && share.fen > 0n ? -Number(share.fen) : Number(share.fen)))
}

const FIGURES = '零壹贰叁肆伍陆柒捌玖'
const PLACES = ['', '拾', '佰', '仟']
const GROUPS = ['', '万', '亿', '万亿']

/** The amount as a receipt carries it: 壹佰万元零壹角, 壹拾元整, 伍分. */
export function chineseAmount(fen: number): string {
  const size = Math.abs(wholeFen(fen))
  const yuan = Math.floor(size / 100)
  const jiao = Math.floor(size / 10) % 10
  const cents = size % 10
  const sign = fen < 0 ? '负' : ''
  if (size === 0) return '零元整'
  const words = yuan === 0 ? '' : `${capitalsOf(yuan)}元`
  if (jiao === 0 && cents === 0) return `${sign}${words}整`
  // A zero is spoken where a figure is missing between yuan and what follows.
  const gap = yuan > 0 && (yuan % 10 === 0 || jiao === 0) ? '零' : ''
  return sign + words + gap + coins(jiao, '角') + coins(cents, '分')
}

const coins = (count: number, unit: string): string => (count === 0 ? '' : FIGURES.charAt(count) + unit)

function capitalsOf(yuan: number): string {
  let words = ''
  let skipped = false
  for (let group = GROUPS.length - 1; group >= 0; group -= 1) {
    const four = Math.floor(yuan / 10 ** (4 * group)) % 10_000
    if (four === 0) {
      skipped = words !== ''
    } else {
      if (words !== '' && (skipped || four < 1000)) words += '零'
      words += groupCapitals(four) + (GROUPS[group] ?? '')
      skipped = false
    }
  }
  return words
}

function groupCapitals(four: number): string {
  let words = ''
  let zero = false
  for (let place = 3; place >= 0; place -= 1) {
    const figure = Math.floor(four / 10 ** place) % 10
    if (figure === 0) {
      zero = words !== ''
    } else {
      words += (zero ? '零' : '') + FIGURES.charAt(figure) + (PLACES[place] ?? '')
      zero = false
    }
  }
  return words
}

function wholeFen(fen: number): number {
  if (!Number.isSafeInteger(fen)) throw new RangeError(`not a whole number of fen: ${fen}`)
  return fen
}

function scaled(value: Decimal): { digits: bigint; places: number } {
  const match = /^(-?)(\d+)(?:\.(\d+))?$/.exec(String(value))
  if (!match) throw new RangeError(`not a decimal number: ${value}`)
  const [, sign, whole = '', decimals = ''] = match
  return { digits: BigInt(`${sign}${whole}${decimals}`), places: decimals.length }
}

function dividedHalfUp(above: bigint, below: bigint): bigint {
  const negative = above < 0n
  const size = negative ? -above : above
  const rounded = (size * 2n + below) / (below * 2n)
  return negative ? -rounded : rounded
}
