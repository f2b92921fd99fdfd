// Under which keys a company's bytes lie. Every key starts with the company, so that none learns what another keeps.

const COMPANY = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const SHA256 = /^[0-9a-f]{64}$/
const BLOB_KEY = /^([0-9a-f-]{36})\/[0-9a-f]{2}\/([0-9a-f]{64})$/

export type BlobName = { companyId: string; sha256: string }

export const blobKey = (name: BlobName) => `${companyPrefix(name.companyId)}${shaOf(name).slice(0, 2)}/${shaOf(name)}`
export const thumbnailKey = (name: BlobName) => `${blobKey(name)}.thumbnail.webp`
/** Stands while the blob is being swept. */
export const sweepingKey = (name: BlobName) => `${companyPrefix(name.companyId)}sweeping/${shaOf(name)}`

export function companyPrefix(companyId: string): string {
  if (!COMPANY.test(companyId)) throw new TypeError(`not the id of a company: ${companyId}`)
  return `${companyId}/`
}

/** Which blob a key is for; undefined for thumbnails and everything else. */
export function blobOfKey(key: string): BlobName | undefined {
  const [, companyId, sha256] = BLOB_KEY.exec(key) ?? []
  return companyId && sha256 ? { companyId, sha256 } : undefined
}

function shaOf({ sha256 }: BlobName): string {
  if (!SHA256.test(sha256)) throw new TypeError(`not a SHA-256: ${sha256}`)
  return sha256
}
