// What duties have for a person on the start page: Today, before everything else.
import { type HomePiece, lazyPage } from '../../../../ui/pages.ts'

export const home: HomePiece[] = [
  {
    key: 'today',
    order: 0,
    needs: null,
    piece: lazyPage(() => import('./today/HomeToday.tsx'), 'HomeToday'),
    shows: ['duty-checks'],
  },
]
