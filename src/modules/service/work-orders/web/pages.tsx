// Announces the pages of dispatch sheets to the shell.
import { AuditOutlined, CarryOutOutlined, ToolOutlined } from '@ant-design/icons'
import { lazyPage, type PageDef } from '../../../../ui/pages.ts'

export const pages: PageDef[] = [
  {
    path: '/my-work',
    page: lazyPage(() => import('./mine/MyWorkPage.tsx'), 'MyWorkPage'),
    needs: 'work-orders.arrive',
    phone: true,
    menu: { label: { zh: '我的派工', en: 'My work' }, icon: <CarryOutOutlined />, order: 5 },
  },
  {
    path: '/my-work/$id',
    page: lazyPage(() => import('./mine/JobPage.tsx'), 'JobPage'),
    needs: 'work-orders.arrive',
  },
  {
    path: '/my-work/$id/$step',
    page: lazyPage(() => import('./mine/StepPage.tsx'), 'StepPage'),
    needs: 'work-orders.arrive',
  },
  {
    path: '/work-orders',
    page: lazyPage(() => import('./board/BoardPage.tsx'), 'BoardPage'),
    needs: 'work-orders.read',
    phone: true,
    menu: { label: { zh: '派工台', en: 'Dispatch board' }, icon: <ToolOutlined />, order: 30 },
  },
  {
    path: '/work-orders/new',
    page: lazyPage(() => import('./IssuePage.tsx'), 'IssuePage'),
    needs: 'work-orders.create',
  },
  {
    path: '/work-orders/$id',
    page: lazyPage(() => import('./sheet/SheetPage.tsx'), 'SheetPage'),
    needs: 'work-orders.read',
  },
  {
    path: '/settings/prices',
    page: lazyPage(() => import('./PricesPage.tsx'), 'PricesPage'),
    needs: 'work-orders.read',
    menu: { label: { zh: '维修价目', en: 'Repair prices' }, icon: <AuditOutlined />, order: 92 },
  },
]
