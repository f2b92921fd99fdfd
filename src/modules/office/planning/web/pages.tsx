// The pages of planning.
import { CheckSquareOutlined, FormOutlined, ProjectOutlined, ScheduleOutlined } from '@ant-design/icons'
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
  {
    path: '/work-plans',
    page: lazyPage(() => import('./PlansPage.tsx'), 'PlansPage'),
    needs: 'work-plans.read',
    menu: { label: { zh: '工作计划', en: 'Work plans' }, icon: <ProjectOutlined />, order: 30 },
  },
  {
    path: '/work-plans/new',
    page: lazyPage(() => import('./WritePlanPage.tsx'), 'NewPlanPage'),
    needs: 'work-plans.create',
  },
  { path: '/work-plans/$id', page: lazyPage(() => import('./PlanPage.tsx'), 'PlanPage'), needs: 'work-plans.read' },
  {
    path: '/work-plans/$id/change',
    page: lazyPage(() => import('./WritePlanPage.tsx'), 'ChangePlanPage'),
    needs: 'work-plans.change',
  },
]
