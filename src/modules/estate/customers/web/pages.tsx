// The pages of customers.
import { ContactsOutlined } from '@ant-design/icons'
import { lazyPage, type PageDef } from '../../../../ui/pages.ts'

export const pages: PageDef[] = [
  {
    path: '/customers',
    page: lazyPage(() => import('./ListPage.tsx'), 'ListPage'),
    needs: 'customers.read',
    menu: { label: { zh: '客户', en: 'Customers' }, icon: <ContactsOutlined />, order: 5 },
  },
  {
    path: '/customers/new',
    page: lazyPage(() => import('./CreatePage.tsx'), 'CreatePage'),
    needs: 'customers.create',
  },
  { path: '/customers/$id', page: lazyPage(() => import('./DetailPage.tsx'), 'DetailPage'), needs: 'customers.read' },
]
