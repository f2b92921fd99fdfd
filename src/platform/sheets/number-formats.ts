// How the number formats of a workbook turn numbers into what the person sees, as far as it changes the meaning: times, and codes with zeros in front.

export type Shown = 'plain' | 'time' | { digits: number }

/** Built in, including those of Chinese Excel (27-36, 50-58), whose formats no file spells out. */
const isBuiltInTime = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

export function shownBy(formatId: number, format: string | undefined): Shown {
  if (format === undefined) return isBuiltInTime(formatId) ? 'time' : 'plain'
  // The part for positive numbers, without quoted text, escaped characters, colours and locales.
  const bare = (format.replace(/"[^"]*"|\\.|_.|\*./g, '').split(';')[0] ?? '').replace(
    /\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi,
    '',
  )
  if (/^0{2,18}$/.test(bare)) return { digits: bare.length }
  return /general/i.test(bare) ? 'plain' : /[ymdhs年月日时分秒]/i.test(bare) ? 'time' : 'plain'
}
