// Announces the pages of requests to the shell.
import { CustomerServiceOutlined, PhoneOutlined, SettingOutlined } from '@ant-design/icons'
import { lazyPage, type PageDef } from '../../../../ui/pages.ts'

export const pages: PageDef[] = [
  {
    path: '/requests/new',
    page: lazyPage(() => import('./intake/IntakePage.tsx'), 'IntakePage'),
    needs: 'requests.create',
    phone: true,
    menu: { label: { zh: '受理来电', en: 'Take a call' }, icon: <PhoneOutlined />, order: 10 },
  },
  {
    path: '/requests',
    page: lazyPage(() => import('./ListPage.tsx'), 'ListPage'),
    needs: 'requests.read',
    phone: true,
    menu: { label: { zh: '报事', en: 'Requests' }, icon: <CustomerServiceOutlined />, order: 20 },
  },
  {
    path: '/requests/$id',
    page: lazyPage(() => import('./detail/DetailPage.tsx'), 'DetailPage'),
    needs: 'requests.read',
  },
  {
    path: '/settings/requests',
    page: lazyPage(() => import('./settings/SettingsPage.tsx'), 'SettingsPage'),
    needs: 'requests.read',
    menu: { label: { zh: '报事设置', en: 'Request settings' }, icon: <SettingOutlined />, order: 90 },
  },
]
