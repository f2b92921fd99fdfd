// The pages of job-responsibility documents.
import { FileSearchOutlined } from '@ant-design/icons'
import { lazyPage, type PageDef } from '../../../../ui/pages.ts'

export const pages: PageDef[] = [
  {
    path: '/job-documents',
    page: lazyPage(() => import('./ListPage.tsx'), 'ListPage'),
    needs: 'job-documents.read',
    menu: { label: { zh: '职责书读入', en: 'Job documents' }, icon: <FileSearchOutlined />, order: 4 },
  },
  {
    path: '/job-documents/new',
    page: lazyPage(() => import('./NewPage.tsx'), 'NewPage'),
    needs: 'job-documents.create',
  },
  {
    path: '/job-documents/$id',
    page: lazyPage(() => import('./DetailPage.tsx'), 'DetailPage'),
    needs: 'job-documents.read',
  },
]
