// The estate that the address of a board names, else the one chosen in the header.
import { useEstate } from '../../../../ui/me.tsx'
import { oneIn, useUrlState } from '../../../../ui/url-state.ts'

/** `all` in the address stands against the estate chosen in the header. */
export function useBoardEstate(): string | undefined {
  const { query } = useUrlState()
  const { estateId } = useEstate()
  const said = oneIn(query, 'estateId') ?? estateId
  return said === 'all' ? undefined : said
}
