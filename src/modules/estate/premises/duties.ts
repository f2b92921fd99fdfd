// By what premises prove duties.
import type { Measures } from '../../organisation/duties/contract/proof.ts'

export const premisesMeasures = {
  found: {
    zh: '楼宇与设施一搜即得',
    en: 'Every building and facility found in one search',
    proof: { kind: 'lookup', way: { page: '/places', needs: 'places.read' } },
  },
} as const satisfies Measures
