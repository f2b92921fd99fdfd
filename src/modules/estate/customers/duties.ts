// By what the customers' records prove duties.
import type { Measures } from '../../organisation/duties/contract/proof.ts'

const way = { page: '/customers', needs: 'customers.read' }

export const customerMeasures = {
  recognised: {
    zh: '按电话、姓名、车牌、房号一步认出来人',
    en: 'Whoever calls or comes is recognised in one step',
    proof: { kind: 'lookup', way },
  },
  revised: {
    zh: '定期修订客户资料',
    en: 'Customer records revised regularly',
    proof: {
      kind: 'cadence',
      credit: 'own',
      events: [
        'customer.changed',
        'customer.merged',
        'customer.phone_added',
        'customer.phone_ended',
        'customer.unit_linked',
        'customer.link_ended',
      ].map((event) => ({ event })),
      times: 1,
      per: 'month',
      way,
    },
  },
} as const satisfies Measures
