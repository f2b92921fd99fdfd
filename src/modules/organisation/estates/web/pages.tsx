// The pages of estates and departments.
import { ApartmentOutlined, ClusterOutlined } from '@ant-design/icons'
import { lazyPage, type PageDef } from '../../../../ui/pages.ts'

export const pages: PageDef[] = [
  {
    path: '/estates',
    page: lazyPage(() => import('./ListPage.tsx'), 'ListPage'),
    needs: 'estates.read',
    menu: { label: { zh: '项目', en: 'Estates' }, icon: <ApartmentOutlined />, order: 40 },
  },
  {
    path: '/estates/$id',
    page: lazyPage(() => import('./DetailPage.tsx'), 'DetailPage'),
    needs: 'estates.read',
  },
  {
    path: '/departments',
    page: lazyPage(() => import('./DepartmentsPage.tsx'), 'DepartmentsPage'),
    needs: 'departments.read',
    menu: { label: { zh: '部门', en: 'Departments' }, icon: <ClusterOutlined />, order: 50 },
  },
]
