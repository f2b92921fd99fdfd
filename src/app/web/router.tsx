// The addresses of the program: one per page that the rooms announce, and those of the shell itself.
import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  type RouteComponent,
} from '@tanstack/react-router'
import { useMay } from '../../ui/me.tsx'
import { readQuery, writeQuery } from '../../ui/To.tsx'
import { Layout } from './Layout.tsx'
import { Forbidden, NotFound, PageDefect } from './outcomes.tsx'
import { pages } from './rooms.ts'

const root = createRootRoute({ component: Layout, notFoundComponent: NotFound, errorComponent: PageDefect })

function guarded(Page: RouteComponent, needs: string | null): RouteComponent {
  if (needs === null) return Page
  const Guarded = () => (useMay(needs) ? <Page /> : <Forbidden />)
  return Object.assign(Guarded, { preload: () => preloadOf(Page) })
}
const preloadOf = (page: RouteComponent): Promise<void> => {
  const preload: unknown = Reflect.get(page, 'preload')
  return typeof preload === 'function' ? Promise.resolve(preload()) : Promise.resolve()
}

const own = [
  { path: '/', page: lazyRouteComponent(() => import('./HomePage.tsx'), 'HomePage'), needs: null },
  {
    path: '/notifications',
    page: lazyRouteComponent(() => import('./NotificationsPage.tsx'), 'NotificationsPage'),
    needs: null,
  },
  { path: '/account', page: lazyRouteComponent(() => import('./AccountPage.tsx'), 'AccountPage'), needs: null },
  {
    path: '/account/password',
    page: lazyRouteComponent(() => import('./PasswordPage.tsx'), 'PasswordPage'),
    needs: null,
  },
]

const tree = root.addChildren(
  [...own, ...pages].map(({ path, page, needs }) =>
    createRoute({ getParentRoute: () => root, path, component: guarded(page, needs) }),
  ),
)

export const makeRouter = () =>
  createRouter({
    routeTree: tree,
    defaultPreload: 'intent',
    defaultPreloadStaleTime: 0,
    defaultErrorComponent: PageDefect,
    defaultNotFoundComponent: NotFound,
    scrollRestoration: true,
    // Plain `status=new&status=taken`, so that an address can be read, typed and sent to a colleague.
    parseSearch: (text) => readQuery(text.replace(/^\?/, '')),
    stringifySearch: writeQuery,
  })
