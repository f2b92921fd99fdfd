// The text under which a request is found.
import { searchVectorOf } from '../../../../platform/search/search.ts'

export type Findable = {
  no: string
  subject: string
  body?: string | null | undefined
  place?: string | null | undefined
  code?: string | null | undefined
  contactName?: string | null | undefined
  contactPhone?: string | null | undefined
}

/** As PostgreSQL reads a tsvector. */
export const searchTextOf = ({ no, subject, body, place, code, contactName, contactPhone }: Findable): string =>
  searchVectorOf([subject, body, place, code, contactName, contactPhone, no])
