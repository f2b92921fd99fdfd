// By what return visits prove duties.
import type { Measures } from '../../organisation/duties/contract/proof.ts'

const way = { page: '/return-visits', needs: 'return-visits.read' }

export const returnVisitMeasures = {
  madeInTime: {
    zh: '按时逐单回访',
    en: 'Every return visit made in time',
    proof: {
      kind: 'coverage',
      credit: 'area',
      opens: [{ event: 'return_visit.came_due' }],
      answers: [{ event: 'return_visit.made' }],
      drops: [
        { event: 'return_visit.waived' },
        { event: 'return_visit.cancelled' },
        { event: 'return_visit.unreachable' },
      ],
      limit: { detail: 'dueAt' },
      way,
    },
  },
  madeRegularly: {
    zh: '定期回访',
    en: 'Return visits made regularly',
    proof: { kind: 'cadence', credit: 'own', events: [{ event: 'return_visit.made' }], times: 5, per: 'week', way },
  },
} as const satisfies Measures
