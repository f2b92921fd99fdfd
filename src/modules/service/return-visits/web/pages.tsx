// Announces the pages of return visits to the shell.
import { PhoneOutlined, SmileOutlined } from '@ant-design/icons'
import { lazyPage, type PageDef } from '../../../../ui/pages.ts'

export const pages: PageDef[] = [
  {
    path: '/return-visits',
    page: lazyPage(() => import('./QueuePage.tsx'), 'QueuePage'),
    needs: 'return-visits.read',
    phone: true,
    menu: { label: { zh: '回访', en: 'Return visits' }, icon: <SmileOutlined />, order: 40 },
  },
  {
    path: '/return-visits/$id',
    page: lazyPage(() => import('./VisitPage.tsx'), 'VisitPage'),
    needs: 'return-visits.read',
  },
  {
    path: '/settings/return-visits',
    page: lazyPage(() => import('./RulesPage.tsx'), 'RulesPage'),
    needs: 'return-visit-rules.change',
    menu: { label: { zh: '回访规则', en: 'Return visit rules' }, icon: <PhoneOutlined />, order: 94 },
  },
]
