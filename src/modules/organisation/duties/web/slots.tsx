// What duties bring to the pages of other rooms.
import { lazyPage } from '../../../../ui/pages.ts'
import type { SlotPiece } from '../../../../ui/slots.tsx'

export const slots: SlotPiece[] = [
  {
    slot: 'post.duties',
    order: 10,
    needs: 'duty-sheets.read',
    piece: lazyPage(() => import('./sheets/PostDuties.tsx'), 'PostDuties'),
  },
]
