// The door of posts: what other rooms may ask of them.
import type { Tx } from '../../../platform/database.ts'
import { countKeyHolders } from './queries.ts'
import { mustKeepKey } from './rules.ts'

export { createStandardPosts } from './actions/standard.ts'
export { findPost, findPostByKey, listGrants, listSuperiorPosts } from './queries.ts'

/** After somebody left or was relieved: refuses when nobody could grant any more. */
export const mustKeepAKeyHolder = async (tx: Tx, on: string) => mustKeepKey(await countKeyHolders(tx, on))
