// What areas bring to the pages of rooms below.
import { lazy } from 'react'
import type { SlotPiece } from '../../../../ui/slots.tsx'

const AreasOfEstate = lazy(async () => ({ default: (await import('./AreasOfEstate.tsx')).AreasOfEstate }))

export const slots: SlotPiece[] = [{ slot: 'estate.areas', order: 10, needs: 'areas.read', piece: AreasOfEstate }]
