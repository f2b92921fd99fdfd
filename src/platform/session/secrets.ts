// Secrets that stand for a person: 256 random bits, of which the database keeps only the hash.
import { createHash, randomBytes } from 'node:crypto'

export const TOKEN_MARK = 'zs_'

export const makeSessionSecret = () => randomBytes(32).toString('base64url')
/** With a mark, so that one left in a file or a log is recognised. */
export const makeApiSecret = () => `${TOKEN_MARK}${randomBytes(32).toString('base64url')}`

/** A fast hash is enough for what cannot be guessed. */
export const hashOfSecret = (secret: string) => createHash('sha256').update(secret).digest()
