// The verbs of posts with the actions that perform them.
import { served } from '../../../platform/http/serve.ts'
import { grant, grants, type Permissions, permissions, revoke } from './actions/grant.ts'
import { archive, change, create, get, list, restore } from './actions/post.ts'
import { posts } from './contract.ts'

export const postsServed = (known: Permissions) =>
  served(posts, {
    list,
    get,
    permissions: permissions(known),
    grants,
    create,
    change,
    grant: grant(known),
    revoke,
    archive,
    restore,
  })
