// Records of how our company arranges its own work, made through its own people.
import type { Clients } from '../../support/app.ts'
import type { Cast, Login } from '../../support/cast.ts'

type Entry = readonly [noun: string, id: string]

export async function organisationBelongings(as: (login: Login) => Clients, { people }: Cast): Promise<Entry[]> {
  const { items } = await as('chen').deputies.principals({})
  const holdingId = items.find(({ staffId }) => staffId === people.lin)?.holdingId ?? ''
  const toAt = '2026-11-24T02:00:00.000Z'
  const deputy = await as('chen').deputies.name({ holdingId, deputyId: people.gu, reason: 'trip', toAt })
  return [['deputies', deputy.id]]
}
