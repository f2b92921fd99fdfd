// What approvals have for a person on the start page.
import { type HomePiece, lazyPage } from '../../../../ui/pages.ts'

export const home: HomePiece[] = [
  {
    key: 'approvals',
    order: 10,
    needs: 'approvals.read',
    side: true,
    piece: lazyPage(() => import('./HomeApprovals.tsx'), 'HomeApprovals'),
  },
]
