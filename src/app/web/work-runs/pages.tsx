// The pages of long work.
import { HourglassOutlined } from '@ant-design/icons'
import { lazyPage, type PageDef } from '../../../ui/pages.ts'
import './words.ts'

export const pages: PageDef[] = [
  {
    path: '/work-runs',
    page: lazyPage(() => import('./WorkRunsPage.tsx'), 'WorkRunsPage'),
    needs: null,
    menu: { label: { zh: '后台任务', en: 'Background work' }, icon: <HourglassOutlined />, order: 90 },
  },
  { path: '/work-runs/$id', page: lazyPage(() => import('./WorkRunPage.tsx'), 'WorkRunPage'), needs: null },
]
