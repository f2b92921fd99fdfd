// What return visits have for a person on the start page.
import { type HomePiece, lazyPage } from '../../../../ui/pages.ts'

export const home: HomePiece[] = [
  {
    key: 'return-visits',
    order: 30,
    needs: 'return-visits.make',
    side: true,
    piece: lazyPage(() => import('./HomeVisits.tsx'), 'HomeVisits'),
  },
]
