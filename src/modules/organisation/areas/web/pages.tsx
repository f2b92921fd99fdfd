// The pages of areas.
import { CompassOutlined } from '@ant-design/icons'
import { lazyPage, type PageDef } from '../../../../ui/pages.ts'

export const pages: PageDef[] = [
  {
    path: '/areas',
    page: lazyPage(() => import('./ListPage.tsx'), 'ListPage'),
    needs: 'areas.read',
    menu: { label: { zh: '责任区', en: 'Areas' }, icon: <CompassOutlined />, order: 30 },
  },
  {
    path: '/areas/$id',
    page: lazyPage(() => import('./DetailPage.tsx'), 'DetailPage'),
    needs: 'areas.read',
  },
]
