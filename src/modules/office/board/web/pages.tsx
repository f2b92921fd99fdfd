// The pages of the board.
import { DashboardOutlined } from '@ant-design/icons'
import { lazyPage, type PageDef } from '../../../../ui/pages.ts'

export const pages: PageDef[] = [
  {
    path: '/board',
    page: lazyPage(() => import('./BoardPage.tsx'), 'BoardPage'),
    needs: 'board.read',
    menu: { label: { zh: '经营看板', en: 'Board' }, icon: <DashboardOutlined />, order: 5 },
  },
  {
    path: '/board/wall',
    page: lazyPage(() => import('./wall/WallPage.tsx'), 'WallPage'),
    needs: 'board.read',
    bare: true,
  },
]
