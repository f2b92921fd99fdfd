// The pages of imports.
import { ImportOutlined } from '@ant-design/icons'
import { lazyPage, type PageDef } from '../../../ui/pages.ts'
import './words.ts'

export const pages: PageDef[] = [
  {
    path: '/imports',
    page: lazyPage(() => import('./ImportsPage.tsx'), 'ImportsPage'),
    needs: 'imports.read',
    menu: { label: { zh: '导入表格', en: 'Imports' }, icon: <ImportOutlined />, order: 80 },
  },
  {
    path: '/imports/new',
    page: lazyPage(() => import('./NewImportPage.tsx'), 'NewImportPage'),
    needs: 'imports.create',
  },
  { path: '/imports/$id', page: lazyPage(() => import('./ImportPage.tsx'), 'ImportPage'), needs: 'imports.read' },
]
