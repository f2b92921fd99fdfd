// The version with which a sheet is compared: for a draft the one in force, for one in force the one before.
import { useRead } from '../../../../../ui/api.ts'
import type { Sheet } from '../../contract/sheets.ts'
import { sheetApi } from '../calls.ts'

export function useEarlier(sheet: Sheet): { earlier: Sheet | undefined; draftId: string | null } {
  const current = useRead(sheetApi.current, { postId: sheet.postId }).data
  const before = useVersionBefore(sheet)
  const earlier = isOpen(sheet) ? current?.sheet : before
  return { earlier: earlier ?? undefined, draftId: current?.draftId ?? null }
}

const isOpen = ({ status }: Sheet) => status === 'draft' || status === 'in_review'
const hasBeenInForce = ({ status }: Sheet) => status === 'published' || status === 'replaced'

function useVersionBefore(sheet: Sheet): Sheet | undefined {
  const { postId, version } = sheet
  const enabled = hasBeenInForce(sheet) && version > 1
  const all = useRead(sheetApi.list, { postId, status: ['published', 'replaced'], limit: 50 }, { enabled })
  const items = all.data?.items ?? []
  const [before] = items.filter((one) => one.version < version).toSorted((a, b) => b.version - a.version)
  return useRead(sheetApi.get, { id: before?.id ?? '' }, { enabled: before !== undefined }).data
}
