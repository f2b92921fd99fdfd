// What dispatch sheets bring to the pages of rooms below: the sheets of a request.
import { lazyPage } from '../../../../ui/pages.ts'
import type { SlotPiece } from '../../../../ui/slots.tsx'

export const slots: SlotPiece[] = [
  {
    slot: 'request.sheets',
    order: 10,
    needs: 'work-orders.read',
    piece: lazyPage(() => import('./RequestSheets.tsx'), 'RequestSheets'),
  },
]
