// What dispatch sheets have for a worker on the start page.
import { type HomePiece, lazyPage } from '../../../../ui/pages.ts'

export const home: HomePiece[] = [
  {
    key: 'my-work',
    order: 5,
    needs: 'work-orders.arrive',
    piece: lazyPage(() => import('./mine/HomeJobs.tsx'), 'HomeJobs'),
  },
]
