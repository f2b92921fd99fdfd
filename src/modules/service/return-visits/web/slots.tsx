// What return visits bring to the pages of rooms below: the visits of a request.
import { lazyPage } from '../../../../ui/pages.ts'
import type { SlotPiece } from '../../../../ui/slots.tsx'

export const slots: SlotPiece[] = [
  {
    slot: 'request.visits',
    order: 10,
    needs: 'return-visits.read',
    piece: lazyPage(() => import('./RequestVisits.tsx'), 'RequestVisits'),
  },
]
