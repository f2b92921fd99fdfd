// Places on a page of one room that rooms above it fill: the page says where, composition brings what.
import { type ComponentType, Fragment, Suspense } from 'react'
import { Guarded } from './Guarded.tsx'
import { useMe } from './me.tsx'

export type SlotPiece = {
  /** The place, as its page calls it: request.sheets */
  slot: string
  order: number
  /** The permission without which it is not shown. */
  needs: string
  piece: ComponentType<{ recordId: string }>
}

let filled: readonly SlotPiece[] = []
export const fillSlots = (pieces: readonly SlotPiece[]) => {
  filled = pieces.toSorted((a, b) => a.order - b.order)
}

/** Nothing at all when no room fills it. */
export function Slot({ name, recordId }: { name: string; recordId: string }) {
  const { permissions } = useMe()
  return filled
    .filter(({ slot, needs }) => slot === name && permissions.has(needs))
    .map(({ slot, order, piece: Piece }) => (
      <Fragment key={`${slot} ${order}`}>
        <Guarded>
          <Suspense fallback={null}>
            <Piece recordId={recordId} />
          </Suspense>
        </Guarded>
      </Fragment>
    ))
}
