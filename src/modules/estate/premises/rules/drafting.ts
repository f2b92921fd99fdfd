// The row and keys of a place, as they follow from the way to it.
import type { PlaceDetail } from '../contract/shapes.ts'
import { codeOf, pathOf, type Step, sortOf } from './codes.ts'
import { keysOf } from './keys.ts'

export type Drafting = {
  id: string
  estate: { id: string; shortName: string }
  parentId: string | null
  buildingId: string | null
  /** With the place itself as its last step. */
  way: readonly Step[]
  detail: PlaceDetail | null
  directions: string | null
  areaId: string | null
  areaOwn: boolean
}
export type Drafted = ReturnType<typeof draftedPlace>

export function draftedPlace({ estate, way, ...given }: Drafting) {
  const self = way.at(-1)
  if (!self) throw new Error('a place needs at least itself on its way')
  const { kind, no, name } = self
  const code = codeOf(way)
  const estateId = estate.id
  return {
    row: { ...given, estateId, kind, no, name, code, sort: sortOf(code), pathName: pathOf(estate.shortName, way) },
    keys: keysOf(way, given.detail).map((key) => ({ ...key, estateId, placeId: given.id })),
  }
}
