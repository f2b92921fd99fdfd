// The door of posts: what other rooms may ask of them.

export { createStandardPosts } from './actions/standard.ts'
export { countKeyHolders, findPost, findPostByKey, listGrants, listSuperiorPosts } from './queries.ts'
