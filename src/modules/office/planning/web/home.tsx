// What planning has for a person on the start page.
import { type HomePiece, lazyPage } from '../../../../ui/pages.ts'

export const home: HomePiece[] = [
  {
    key: 'tasks',
    order: 15,
    needs: 'tasks.read',
    side: true,
    piece: lazyPage(() => import('./HomeTasks.tsx'), 'HomeTasks'),
  },
]
