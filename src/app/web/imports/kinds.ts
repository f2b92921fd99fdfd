// What may be imported, by name in the language of the page.
import { imports } from '../../../platform/imports/contract.ts'
import { apiOf, useRead } from '../../../ui/api.ts'
import { languageNow, useKit } from '../../../ui/words.ts'

export const api = apiOf(imports)

export const useKinds = () => useRead(api.kinds, {})

export function useKindName() {
  useKit()
  const kinds = useKinds()
  return (kind: string) => kinds.data?.items.find((one) => one.kind === kind)?.label[languageNow()] ?? kind
}
