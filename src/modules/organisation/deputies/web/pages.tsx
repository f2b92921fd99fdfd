// The pages of deputies.
import { UserSwitchOutlined } from '@ant-design/icons'
import { lazyPage, type PageDef } from '../../../../ui/pages.ts'

export const pages: PageDef[] = [
  {
    path: '/deputies',
    page: lazyPage(() => import('./ListPage.tsx'), 'ListPage'),
    needs: 'deputies.read',
    menu: { label: { zh: '职务代理', en: 'Deputies' }, icon: <UserSwitchOutlined />, order: 45 },
  },
  {
    path: '/deputies/$id',
    page: lazyPage(() => import('./DetailPage.tsx'), 'DetailPage'),
    needs: 'deputies.read',
  },
]
