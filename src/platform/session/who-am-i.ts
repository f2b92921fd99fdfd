// What a page must know of the person in front of it.
import type { Ctx } from '../context.ts'
import { Refusal } from '../refusal.ts'
import { findAccount } from './accounts.ts'
import type { WhoAmI } from './contract.ts'
import type { SessionDesk } from './desk.ts'

export async function whoAmI(desk: SessionDesk, { tx, user }: Ctx): Promise<WhoAmI> {
  const account = await findAccount(tx, user.id)
  if (!account) throw new Refusal('session.required')
  const company = await tx.selectFrom('company').select(['id', 'name', 'zone', 'sample']).executeTakeFirstOrThrow()
  const { id, name, login, phone, locale } = account
  return {
    user: { id, name, login, phone, locale },
    mustChangePassword: user.mustChangePassword,
    company,
    posts: user.posts.map(({ id, key, title, estateId }) => ({ id, key, title, estateId })),
    actingFor: user.actingFor.map(({ grants: _grants, ...acting }) => acting),
    estates: (await desk.listEstates(tx, user)).map(({ id, name, shortName, zone }) => ({ id, name, shortName, zone })),
    everyEstate: user.everyEstate,
    areaIds: [...user.areaIds],
    permissions: desk.permissions.flatMap((permission) => {
      const scope = user.grants.get(permission)
      if (!scope) return []
      const { company, own, estateIds, areaIds } = scope
      return [{ permission, company, own, estateIds: [...estateIds], areaIds: [...areaIds] }]
    }),
  }
}
