// What deputies have for a person on the start page.
import { type HomePiece, lazyPage } from '../../../../ui/pages.ts'

export const home: HomePiece[] = [
  {
    key: 'deputies',
    order: 5,
    needs: 'deputies.read',
    side: true,
    piece: lazyPage(() => import('./HomeActing.tsx'), 'HomeActing'),
  },
]
