// Who may bring the company's job-responsibility documents and draft duty sheets from them: whoever drafts sheets.
import { dutiesGrants } from './duties.ts'

const drafters = dutiesGrants['duty-sheets.create']

export const jobDocumentsGrants = {
  'job-documents.read': drafters,
  'job-documents.create': drafters,
  'job-documents.take': drafters,
  'job-documents.discard': drafters,
} as const
