// The version with which a sheet is compared: for a draft the one in force, for one in force the one before.
import { useRead } from '../../../../../ui/api.ts'
import type { Sheet } from '../../contract/sheets.ts'
import { sheetApi } from '../calls.ts'

export function useEarlier({ postId, status, version }: Sheet): { earlier: Sheet | undefined; draftId: string | null } {
  const current = useRead(sheetApi.current, { postId })
  const isOpen = status === 'draft' || status === 'in_review'
  const older = useRead(
    sheetApi.list,
    { postId, status: ['published', 'replaced'], limit: 50 },
    { enabled: !isOpen && status !== 'withdrawn' && version > 1 },
  )
  const before = (older.data?.items ?? [])
    .filter((one) => one.version < version)
    .toSorted((a, b) => b.version - a.version)[0]
  const previous = useRead(sheetApi.get, { id: before?.id ?? '' }, { enabled: before !== undefined })
  const inForce = current.data?.sheet ?? undefined
  return { earlier: isOpen ? inForce : before && previous.data, draftId: current.data?.draftId ?? null }
}
