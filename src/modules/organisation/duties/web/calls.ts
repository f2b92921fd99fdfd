// The calls of this room, and by what names the ways of counting go.
import { type AnswerOf, apiOf, useRead } from '../../../../ui/api.ts'
import { useMay } from '../../../../ui/me.tsx'
import { languageNow } from '../../../../ui/words.ts'
import { duties } from '../contract/duties.ts'
import { dutySheets } from '../contract/sheets.ts'

export const api = apiOf(duties)
export const sheetApi = apiOf(dutySheets)

/** All ways of counting, for whoever may read sheets. */
export function useMeasures() {
  const may = useMay('duty-sheets.read')
  const all = useRead(sheetApi.measures, {}, { enabled: may }).data?.items ?? []
  const byName = new Map(all.map((one) => [one.of, one]))
  return {
    all,
    nameOf(of: string): string | undefined {
      const found = byName.get(of)
      return found?.[languageNow()]
    },
    /** Whether any room proves something by this capability already. */
    isThere: (capability: string) =>
      all.some(({ room }) => room === capability || (room === 'duties' && capability === 'organisation')),
    loaded: all.length > 0,
  }
}
export type MeasureItem = ReturnType<typeof useMeasures>['all'][number]

type Verbs = (typeof duties)['verbs']
export type Answers = { [V in keyof Verbs]: AnswerOf<Verbs[V]> }
