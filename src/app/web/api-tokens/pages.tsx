// The page of tokens for other programs.
import { ApiOutlined } from '@ant-design/icons'
import { lazyPage, type PageDef } from '../../../ui/pages.ts'
import './words.ts'

export const pages: PageDef[] = [
  {
    path: '/api-tokens',
    page: lazyPage(() => import('./TokensPage.tsx'), 'TokensPage'),
    needs: 'api-tokens.read',
    menu: { label: { zh: '接口令牌', en: 'API tokens' }, icon: <ApiOutlined />, order: 95 },
  },
]
