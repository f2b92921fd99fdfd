// Lays the sample company: one made-up company that shows every page something real at first sight.

import { dutyHearers } from '../../modules/organisation/duties/jobs.ts'
import type { Store } from '../../platform/files/store.ts'
import { inNewCompany, type Setting } from '../company.ts'
import { hearers } from '../jobs.ts'
import { gather } from './acting.ts'
import { callsIn } from './calls.ts'
import { checkPeople, readSheets } from './duties.ts'
import { layEstates } from './estates.ts'
import { arrangeWork } from './office.ts'
import { diceOf } from './people.ts'
import { plotOf, type Telling, tell } from './stories.ts'

const MONTH_MS = 33 * 86_400_000
export type Progress = (text: string) => void

/** About 110 homes with somebody on file, 600 units, and a month of requests up to `now`. Answers the company's id. */
export async function loadSample(
  setting: Setting,
  store: Store,
  now: Date,
  onStep: Progress = () => {},
): Promise<string> {
  const dice = diceOf(20_261_123)
  const began = new Date(now.getTime() - MONTH_MS)
  onStep('sample company: posts, people, 600 units, customers')
  const stage = await inNewCompany({ ...setting, now: began }, (ctx) => layEstates(ctx, dice))
  const troupe = gather(setting, stage, store)
  const { categories, reasons } = await troupe.as('admin', began, (ctx) => callsIn(ctx).requestSettings.list({}))
  const telling: Telling = { troupe, stage, dice, categories, reasons, now }
  await troupe.hear(began, dutyHearers)
  await readSheets(telling, began)
  await checkPeople(telling, began)
  const stories = plotOf(telling)
  for (const [place, story] of stories.entries()) {
    if (place % 40 === 0) onStep(`sample company: requests, ${place} of ${stories.length}`)
    await tell(telling, story)
  }
  onStep('sample company: tasks, logs and plans')
  await arrangeWork(telling)
  await troupe.hear(now, hearers)
  return stage.companyId
}
