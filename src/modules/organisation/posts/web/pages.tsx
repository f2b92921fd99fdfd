// The pages of posts.
import { IdcardOutlined, SafetyCertificateOutlined } from '@ant-design/icons'
import { lazyPage, type PageDef } from '../../../../ui/pages.ts'

export const pages: PageDef[] = [
  {
    path: '/posts',
    page: lazyPage(() => import('./ListPage.tsx'), 'ListPage'),
    needs: 'posts.read',
    menu: { label: { zh: '岗位与职责', en: 'Posts and duties' }, icon: <IdcardOutlined />, order: 20 },
  },
  {
    path: '/posts/grants',
    page: lazyPage(() => import('./GrantsPage.tsx'), 'GrantsPage'),
    needs: 'posts.grant',
    menu: { label: { zh: '权限', en: 'Grants' }, icon: <SafetyCertificateOutlined />, order: 25 },
  },
  {
    path: '/posts/$id',
    page: lazyPage(() => import('./DetailPage.tsx'), 'DetailPage'),
    needs: 'posts.read',
  },
]
