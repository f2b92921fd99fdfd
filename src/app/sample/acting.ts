// Lets the people of the sample act at a given time: the same actions as everywhere, with the clock set back.

import sharp from 'sharp'
import { loadUser } from '../../modules/organisation/deputies/module.ts'
import type { User } from '../../platform/access.ts'
import { keepAttachment } from '../../platform/attachments/routes.ts'
import { type Ctx, perform } from '../../platform/context.ts'
import type { Store } from '../../platform/files/store.ts'
import { type Hearer, hearOnce } from '../../platform/hearers.ts'
import type { Setting } from '../company.ts'
import { idOf, type Stage } from './estates.ts'
import type { Who } from './people.ts'

export type Troupe = {
  as<T>(who: Who, at: Date, work: (ctx: Ctx) => Promise<T>): Promise<T>
  /** Lets these hearers catch up as of then. */
  hear(at: Date, hearers: readonly Hearer[]): Promise<void>
  /** A signature and a photo, kept as this person's. */
  papers(who: Who, at: Date): Promise<{ signature: string; photo: string }>
}

export function gather(setting: Setting, stage: Stage, store: Store): Troupe {
  const { database, equipment, log } = setting
  const users = new Map<Who, User>()
  const kept = new Map<Who, { signature: string; photo: string }>()
  const announce = () => {}
  const userOf = async (who: Who, now: Date): Promise<User> => {
    const known = users.get(who)
    if (known) return known
    const user = await database.inCompany(stage.companyId, (tx) =>
      loadUser(tx, stage.companyId, idOf(stage.people, who), now),
    )
    if (!user) throw new Error(`the sample cannot act as ${who}`)
    users.set(who, { ...user, sessionId: '' })
    return { ...user, sessionId: '' }
  }
  const as: Troupe['as'] = async (who, at, work) =>
    perform(database, { user: await userOf(who, at), now: at, callId: 'sample', log, equipment }, announce, work)
  return {
    as,
    async hear(at, hearers) {
      const listening = { database, equipment, announce, log, now: () => at }
      for (const hearer of hearers) while (await hearOnce(listening, stage.companyId, hearer));
    },
    async papers(who, at) {
      const known = kept.get(who)
      if (known) return known
      const signature = await bring(store, stage.companyId, '签名.png', await drawnName())
      const photo = await bring(store, stage.companyId, '完工.png', await drawnPhoto())
      const ids = await as(who, at, async (ctx) => ({
        signature: (await keepAttachment(ctx, signature)).id,
        photo: (await keepAttachment(ctx, photo)).id,
      }))
      kept.set(who, ids)
      return ids
    },
  }
}

const bring = async (store: Store, companyId: string, name: string, bytes: Buffer) =>
  store.put(bytes, { companyId, name })

/** A stroke of the pen, the same for everybody. */
const drawnName = () =>
  sharp(
    Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="320" height="120"><rect width="320" height="120" fill="#fff"/><path d="M30 70 C60 20 80 110 110 60 S150 30 170 80 S220 90 235 45 S280 60 295 40" fill="none" stroke="#1f2d3d" stroke-width="4" stroke-linecap="round"/></svg>',
    ),
  )
    .png()
    .toBuffer()

/** Plainly a stand-in: a tiled wall with a tap. */
const drawnPhoto = () =>
  sharp(
    Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" width="640" height="480"><defs><pattern id="t" width="80" height="60" patternUnits="userSpaceOnUse"><rect width="78" height="58" fill="#dfe7ea"/></pattern></defs><rect width="640" height="480" fill="#b8c6cc"/><rect width="640" height="480" fill="url(#t)"/><path d="M250 150 h120 v40 h60 v60 h-40 v-24 h-140 z" fill="#7b8a92"/><circle cx="310" cy="135" r="26" fill="#5d6c74"/><ellipse cx="412" cy="330" rx="150" ry="36" fill="#f5f8f9"/></svg>',
    ),
  )
    .png()
    .toBuffer()
