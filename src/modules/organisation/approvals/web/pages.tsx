// The pages of approvals.
import { AuditOutlined, SolutionOutlined } from '@ant-design/icons'
import { lazyPage, type PageDef } from '../../../../ui/pages.ts'

export const pages: PageDef[] = [
  {
    path: '/approvals',
    page: lazyPage(() => import('./QueuePage.tsx'), 'QueuePage'),
    needs: 'approvals.read',
    menu: { label: { zh: '审批', en: 'Approvals' }, icon: <AuditOutlined />, order: 46 },
  },
  {
    path: '/approvals/$id',
    page: lazyPage(() => import('./ApprovalPage.tsx'), 'ApprovalPage'),
    needs: 'approvals.read',
  },
  {
    path: '/settings/approvals',
    page: lazyPage(() => import('./RulesPage.tsx'), 'RulesPage'),
    needs: 'approval-rules.change',
    menu: { label: { zh: '审批规则', en: 'Approval rules' }, icon: <SolutionOutlined />, order: 92 },
  },
]
