// What a change changed, for the ledger: each field with its value before and after.

export type Changed = Record<string, [before: unknown, after: unknown]>

/** Undefined when everything given is as it was. Fields not given are left out. */
export function changedOf<T extends object>(before: T, given: Partial<T>): Changed | undefined {
  const was = new Map(Object.entries(before))
  const changed = Object.entries(given)
    .filter(([field, value]) => value !== undefined && JSON.stringify(value) !== JSON.stringify(was.get(field)))
    .map(([field, value]): [string, [unknown, unknown]] => [field, [was.get(field) ?? null, value]])
  return changed.length ? Object.fromEntries(changed) : undefined
}
