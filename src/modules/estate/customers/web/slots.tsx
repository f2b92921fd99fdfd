// What customers bring to the pages of other rooms.
import { lazyPage } from '../../../../ui/pages.ts'
import type { SlotPiece } from '../../../../ui/slots.tsx'

export const slots: SlotPiece[] = [
  {
    slot: 'place.people',
    order: 10,
    needs: 'customers.read',
    piece: lazyPage(() => import('./PeopleOfUnit.tsx'), 'PeopleOfUnit'),
  },
]
