// What a company changes rarely and reads on every call: kept in this process for a short while.

export type CompanyCache<T> = {
  get(key: { companyId: string }, load: () => Promise<T>): Promise<T>
  forget(companyId: string): void
}

/**
 * The process that changes a setting forgets it at once; other processes follow within `ttlMs`. Values may outlive the
 * transaction that loaded them, so they hold plain data only.
 */
export function companyCache<T>(ttlMs = 3000): CompanyCache<T> {
  const kept = new Map<string, { value: T; until: number }>()
  return {
    async get({ companyId }, load) {
      const known = kept.get(companyId)
      if (known && known.until > performance.now()) return known.value
      const value = await load()
      kept.set(companyId, { value, until: performance.now() + ttlMs })
      return value
    },
    forget: (companyId) => void kept.delete(companyId),
  }
}
