// The pages of planning.
import { CheckSquareOutlined, FormOutlined, ScheduleOutlined } from '@ant-design/icons'
import { lazyPage, type PageDef } from '../../../../ui/pages.ts'

export const pages: PageDef[] = [
  {
    path: '/tasks',
    page: lazyPage(() => import('./TasksPage.tsx'), 'TasksPage'),
    needs: 'tasks.read',
    phone: true,
    menu: { label: { zh: '任务', en: 'Tasks' }, icon: <CheckSquareOutlined />, order: 10 },
  },
  {
    path: '/tasks/day',
    page: lazyPage(() => import('./DayPage.tsx'), 'DayPage'),
    needs: 'tasks.assign',
    menu: { label: { zh: '今日布置', en: 'The day’s work' }, icon: <ScheduleOutlined />, order: 15 },
  },
  { path: '/tasks/new', page: lazyPage(() => import('./NewTaskPage.tsx'), 'NewTaskPage'), needs: 'tasks.assign' },
  { path: '/tasks/$id', page: lazyPage(() => import('./TaskPage.tsx'), 'TaskPage'), needs: 'tasks.read' },
  {
    path: '/work-logs',
    page: lazyPage(() => import('./LogsPage.tsx'), 'LogsPage'),
    needs: 'work-logs.read',
    menu: { label: { zh: '工作记录', en: 'Work logs' }, icon: <FormOutlined />, order: 20 },
  },
  {
    path: '/work-logs/write',
    page: lazyPage(() => import('./WriteLogPage.tsx'), 'WriteLogPage'),
    needs: 'work-logs.write',
  },
  { path: '/work-logs/$id', page: lazyPage(() => import('./LogPage.tsx'), 'LogPage'), needs: 'work-logs.read' },
]
