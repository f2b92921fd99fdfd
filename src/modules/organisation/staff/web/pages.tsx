// The pages of people.
import { TeamOutlined } from '@ant-design/icons'
import { lazyPage, type PageDef } from '../../../../ui/pages.ts'

export const pages: PageDef[] = [
  {
    path: '/staff',
    page: lazyPage(() => import('./ListPage.tsx'), 'ListPage'),
    needs: 'staff.read',
    menu: { label: { zh: '人员', en: 'People' }, icon: <TeamOutlined />, order: 10 },
  },
  { path: '/staff/new', page: lazyPage(() => import('./NewPage.tsx'), 'NewPage'), needs: 'staff.create' },
  { path: '/staff/$id', page: lazyPage(() => import('./DetailPage.tsx'), 'DetailPage'), needs: 'staff.read' },
]
