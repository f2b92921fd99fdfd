// Whose work it is, where it is not one's own but that of somebody stood in for.
import { useMe } from './me.tsx'
import { Chip } from './StatusTag.tsx'
import { useKit } from './words.ts'

export const useStandsInFor = (id: string | null) => useMe().actingFor.some(({ principalId }) => principalId === id)

export function StandIn({ id, name }: { id: string | null; name: string | null }) {
  const t = useKit()
  return useStandsInFor(id) ? <Chip>{t('standIn', { name })}</Chip> : null
}
