// The door of approvals: how a room asks for one, and says that what was asked for has changed.
export { type ApprovalDraft, openApproval, voidApproval } from './actions/opening.ts'
export { loadApprovalDefaults } from './defaults/load.ts'
