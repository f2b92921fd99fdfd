// What requests have for a person on the start page.

import type { HomePiece } from '../../../../ui/pages.ts'
import { lazyPage } from '../../../../ui/pages.ts'

export const home: HomePiece[] = [
  {
    key: 'requests',
    order: 10,
    needs: 'requests.read',
    piece: lazyPage(() => import('./HomeQueue.tsx'), 'HomeQueue'),
  },
]
