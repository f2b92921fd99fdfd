// Lays the proofs of duties beside each other, has new ones counted, and reads them back.
import type { Ctx } from '../../../../platform/context.ts'
import type { Tx } from '../../../../platform/database.ts'
import { Counted, Shown } from '../contract/proof.ts'
import type { Duty } from '../contract/sheets.ts'
import { insertProofs, listProofs } from '../queries/evidence.ts'
import type { DutyRow } from '../queries/sheets.ts'
import { keyOf } from '../rules/key.ts'

/** Has these counted under their keys; what is new begins with the first event of the ledger. */
export async function ensureProofs({ tx }: Ctx, proofs: readonly Counted[]) {
  const once = new Map(proofs.map((proof) => [keyOf(proof), proof]))
  if (once.size > 0)
    await insertProofs(
      tx,
      [...once].map(([key, proof]) => ({ key, proof })),
    )
}

// The key is made from the proof, so what is kept under it can never be out of date.
const known = new Map<string, Counted>()
export async function readProofs(tx: Tx, keys: readonly string[]): Promise<Map<string, Counted>> {
  const missing = keys.filter((key) => !known.has(key))
  if (missing.length > 0) {
    for (const { key, proof } of await listProofs(tx, missing)) known.set(key, Counted.parse(proof))
  }
  return new Map(
    keys.flatMap((key) => {
      const proof = known.get(key)
      return proof ? [[key, proof] as const] : []
    }),
  )
}

/** Duties as they are shown, with what they are proven by. */
export async function withProofs({ tx }: Ctx, rows: readonly DutyRow[]): Promise<Duty[]> {
  const proofs = await readProofs(tx, [...new Set(rows.flatMap(({ proofKeys }) => proofKeys))])
  return rows.map(({ proofKeys, shown, sinceOn: _, ...row }) => ({
    ...row,
    proofs: proofKeys.flatMap((key) => proofs.get(key) ?? []),
    shown: shown === null ? null : Shown.parse(shown),
  }))
}
