// Commands around the sample company: as on the first day again, or gone.
import { bringSample, hasSample, markSampleGone, takeSampleAway } from '../sample/keeping.ts'
import { withDatabase } from './database.ts'
import { type Answer, type Command, CommandRefused } from './telling.ts'

export const removeSample = ({ settings, onStep }: Command): Promise<Answer> =>
  withDatabase({ settings, doing: 'zhishou sample remove', onStep }, async (url) => {
    const removed = await takeSampleAway({ settings, url })
    // Otherwise the next start would take this for a very first one.
    if (!settings.databaseUrl) markSampleGone(settings)
    return {
      lines: [removed > 0 ? 'The sample company is gone, with everything in it.' : 'There is no sample company.'],
      json: { removed },
    }
  })

export async function resetSample({ settings, now, onStep }: Command): Promise<Answer> {
  if (settings.databaseUrl)
    throw new CommandRefused('The sample company comes with the embedded database only: unset DATABASE_URL.')
  return withDatabase({ settings, doing: 'zhishou sample reset', onStep }, async (url) => {
    const replaced = await hasSample({ url })
    await bringSample({ settings, url }, now, onStep)
    return { lines: ['The sample company is as on its first day.'], json: { replaced } }
  })
}
