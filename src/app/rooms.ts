// Every room of the house with its verbs, as the server serves them.
import { customersServed } from '../modules/estate/customers/routes.ts'
import { placesServed } from '../modules/estate/premises/routes.ts'
import { areasServed } from '../modules/organisation/areas/routes.ts'
import { listEstatesOf } from '../modules/organisation/estates/module.ts'
import { companiesServed, departmentsServed, estatesServed } from '../modules/organisation/estates/routes.ts'
import { postsServed } from '../modules/organisation/posts/routes.ts'
import { loadUser } from '../modules/organisation/staff/module.ts'
import { staffServed } from '../modules/organisation/staff/routes.ts'
import { requestSettingsServed, requestsServed } from '../modules/service/requests/routes.ts'
import { permissionsOf } from '../platform/access.ts'
import type { AttachmentReaders } from '../platform/attachments/linking.ts'
import { attachmentsServed, takeUploads } from '../platform/attachments/routes.ts'
import type { Store } from '../platform/files/store.ts'
import type { Rooms } from '../platform/http/open-server.ts'
import type { Served } from '../platform/http/serve.ts'
import { notificationsServed } from '../platform/notifications/routes.ts'
import { savedViewsServed } from '../platform/saved-views/routes.ts'
import { apiTokens } from '../platform/session/contract.ts'
import { workRunsServed } from '../platform/work-runs/routes.ts'

const served: readonly Served[] = [
  companiesServed,
  estatesServed,
  departmentsServed,
  areasServed,
  postsServed(() => permissions),
  staffServed,
  placesServed,
  customersServed,
  requestsServed,
  requestSettingsServed,
  workRunsServed,
  notificationsServed,
  savedViewsServed,
]

/** Whether a person may see a file, asked of the room whose record it was put to. */
const readers: AttachmentReaders = {}

/** Every permission that any contract asks for. */
export const permissions: readonly string[] = [
  ...new Set(
    [apiTokens, ...served.map(({ resource }) => resource)].flatMap(({ noun, verbs }) => permissionsOf(noun, verbs)),
  ),
].sort()

export const roomsWith = (store: Store): Rooms => ({
  served: [...served, attachmentsServed(store, readers)],
  extensions: [takeUploads(store)],
  loadUser,
  listEstates: listEstatesOf,
  permissions,
})
