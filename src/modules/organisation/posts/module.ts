// The door of posts: what other rooms may ask of them.

export { create as createPost } from './actions/post.ts'
export { bringStandardPosts } from './actions/standard.ts'
export { standardPosts } from './catalogue/all.ts'
export {
  type GrantTable,
  STANDARD_POSTS as standardPostKeys,
  type StandardPostKey,
} from './catalogue/standard-post.ts'
export { CAPABILITIES, type Capability } from './contract.ts'
export { countKeyHolders, findPostInUse, listGrants } from './queries.ts'
export { mustBeHoldable } from './rules.ts'
