// What a person types that has a form of its own: read into one spelling, or refused with a word the pages know.
import { z } from 'zod'
import { normalisePhone, normalisePlate, plateKindOf } from './checks.ts'

const formed = (max: number, read: (written: string) => string | undefined, message: string) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .transform((written, given) => {
      const one = read(written)
      if (one === undefined) given.issues.push({ code: 'custom', message, input: written })
      return one ?? ''
    })

/** A mobile, landline, hotline or foreign number, as normalisePhone writes it. */
export const PhoneGiven = formed(40, normalisePhone, 'phone.malformed')
/** A number plate in capitals without the dot. */
export const PlateGiven = formed(
  20,
  (written) => {
    const plate = normalisePlate(written)
    return plateKindOf(plate) ? plate : undefined
  },
  'plate.malformed',
)
