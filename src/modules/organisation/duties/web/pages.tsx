// The pages of duties and duty sheets. Today itself is the start page.
import { FileProtectOutlined, LineChartOutlined, SolutionOutlined } from '@ant-design/icons'
import { lazyPage, type PageDef } from '../../../../ui/pages.ts'

export const pages: PageDef[] = [
  {
    path: '/duties/team',
    page: lazyPage(() => import('./team/TeamPage.tsx'), 'TeamPage'),
    needs: null,
    menu: { label: { zh: '下属履职', en: 'Team' }, icon: <SolutionOutlined />, order: 1 },
  },
  { path: '/duties/people/$id', page: lazyPage(() => import('./team/PersonPage.tsx'), 'PersonPage'), needs: null },
  {
    path: '/duties/report',
    page: lazyPage(() => import('./report/ReportPage.tsx'), 'ReportPage'),
    needs: null,
    menu: { label: { zh: '履职报告', en: 'Fulfilment report' }, icon: <LineChartOutlined />, order: 2 },
  },
  {
    path: '/duty-sheets',
    page: lazyPage(() => import('./sheets/ListPage.tsx'), 'ListPage'),
    needs: 'duty-sheets.read',
    menu: { label: { zh: '岗位职责书', en: 'Duty sheets' }, icon: <FileProtectOutlined />, order: 3 },
  },
  {
    path: '/duty-sheets/$id',
    page: lazyPage(() => import('./sheets/DetailPage.tsx'), 'DetailPage'),
    needs: 'duty-sheets.read',
  },
  {
    path: '/duty-sheets/$id/edit',
    page: lazyPage(() => import('./sheets/EditPage.tsx'), 'EditPage'),
    needs: 'duty-sheets.create',
  },
]
