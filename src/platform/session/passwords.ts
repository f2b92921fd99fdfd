// Passwords: hashed with argon2id, checked against what people try first, and made up for a new account.
import { randomInt } from 'node:crypto'
import { hash, verify } from '@node-rs/argon2'
import { Refusal } from '../refusal.ts'
import { COMMON_PASSWORDS } from './common-passwords.ts'

// OWASP's figures for argon2id, which is the library's default kind: 19 MiB, two passes, one lane; about 12 ms.
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Keyboards write the same character in several ways; one spelling is hashed. */
const spelled = (password: string) => password.normalize('NFKC')

export const hashPassword = (password: string) => hash(spelled(password), COST)

let nobody: Promise<string> | undefined
/** Without a hash it takes as long and is false, so that the time does not tell which accounts exist. */
export async function isPassword(password: string, passwordHash: string | undefined): Promise<boolean> {
  nobody ??= hashPassword('nobody has this password')
  const matches = await verify(passwordHash ?? (await nobody), spelled(password))
  return matches && passwordHash !== undefined
}

/** Without letters and figures that are taken for one another. */
const READABLE = '23456789abcdefghjkmnpqrstuvwxyz'
const GROUPS = 3
const GROUP_LENGTH = 4

/** For handing over on paper or by telephone: three groups of four, 59 bits. */
export const makeInitialPassword = () =>
  Array.from({ length: GROUPS }, () =>
    Array.from({ length: GROUP_LENGTH }, () => READABLE.charAt(randomInt(READABLE.length))).join(''),
  ).join('-')

export type Holder = { login: string; phone: string | null; name: string }
/** What must remain of a password when the holder's name, login and phone are taken out of it. */
const LEAST_REST = 6

export function mustBeGoodPassword(password: string, holder: Holder) {
  const plain = spelled(password).toLowerCase()
  if (COMMON_PASSWORDS.has(plain) || isPattern(plain)) throw new Refusal('session.password_common')
  for (const known of [holder.login, holder.phone, holder.name]) {
    const part = known?.toLowerCase() ?? ''
    if (part.length > 1 && plain.includes(part) && plain.replaceAll(part, '').length < LEAST_REST) {
      throw new Refusal('session.password_too_close')
    }
  }
}

const ROWS = [
  '0123456789012345678901234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiopqwertyuiop',
  'asdfghjklasdfghjkl',
  'zxcvbnmzxcvbnm',
].flatMap((row) => [row, Array.from(row).reverse().join('')])

/** A run along the alphabet or the keyboard, or a few characters over and over. */
const isPattern = (plain: string) => ROWS.some((row) => row.includes(plain)) || /^(.{1,4}?)\1+$/u.test(plain)
