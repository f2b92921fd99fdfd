// What requests bring to the pages of places and customers.
import { lazyPage } from '../../../../ui/pages.ts'
import type { SlotPiece } from '../../../../ui/slots.tsx'

export const slots: SlotPiece[] = [
  {
    slot: 'place.requests',
    order: 10,
    needs: 'requests.read',
    piece: lazyPage(() => import('./RequestsOf.tsx'), 'RequestsOfPlace'),
  },
  {
    slot: 'customer.requests',
    order: 10,
    needs: 'requests.read',
    piece: lazyPage(() => import('./RequestsOf.tsx'), 'RequestsOfCustomer'),
  },
]
