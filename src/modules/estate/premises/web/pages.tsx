// The pages of places.
import { HomeOutlined, ToolOutlined } from '@ant-design/icons'
import { lazyPage, type PageDef } from '../../../../ui/pages.ts'

export const pages: PageDef[] = [
  {
    path: '/places',
    page: lazyPage(() => import('./OverviewPage.tsx'), 'OverviewPage'),
    needs: 'places.read',
    menu: { label: { zh: '楼栋房屋', en: 'Buildings and units' }, icon: <HomeOutlined />, order: 10 },
  },
  {
    path: '/places/facilities',
    page: lazyPage(() => import('./ListPages.tsx'), 'FacilitiesPage'),
    needs: 'places.read',
    menu: { label: { zh: '公共区域与设施', en: 'Areas and facilities' }, icon: <ToolOutlined />, order: 20 },
  },
  { path: '/places/units', page: lazyPage(() => import('./ListPages.tsx'), 'UnitsPage'), needs: 'places.read' },
  { path: '/places/new', page: lazyPage(() => import('./CreatePage.tsx'), 'CreatePage'), needs: 'places.create' },
  {
    path: '/places/generate',
    page: lazyPage(() => import('./GeneratePage.tsx'), 'GeneratePage'),
    needs: 'places.generate',
  },
  { path: '/places/$id', page: lazyPage(() => import('./DetailPage.tsx'), 'DetailPage'), needs: 'places.read' },
]
