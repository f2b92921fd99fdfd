// By what dispatch sheets prove duties.
import type { Measures } from '../../organisation/duties/contract/proof.ts'

const way = { page: '/work-orders', needs: 'work-orders.read' }
const ENDED_OTHERWISE = [
  { event: 'work_order.cancelled' },
  { event: 'work_order.refused' },
  { event: 'work_order.released' },
]

export const workOrderMeasures = {
  answeredInTime: {
    zh: '派工按时应答',
    en: 'Dispatch sheets answered in time',
    proof: {
      kind: 'coverage',
      credit: 'estate',
      owner: 'workerId',
      opens: [{ event: 'work_order.assigned' }],
      answers: [{ event: 'work_order.taken' }, { event: 'work_order.declined' }],
      drops: ENDED_OTHERWISE,
      limit: { detail: 'limits.take' },
      way,
    },
  },
  doneInTime: {
    zh: '派工单按时完成',
    en: 'Dispatch sheets done in time',
    proof: {
      kind: 'coverage',
      credit: 'own',
      owner: 'workerId',
      opens: [{ event: 'work_order.assigned' }, { event: 'work_order.handed_over' }, { event: 'work_order.reworked' }],
      answers: [{ event: 'work_order.completed' }],
      drops: [...ENDED_OTHERWISE, { event: 'work_order.declined' }],
      moves: [{ event: 'work_order.held' }, { event: 'work_order.resumed' }],
      limit: { detail: 'limits.finish' },
      way: { page: '/my-work', needs: 'work-orders.arrive' },
    },
  },
} as const satisfies Measures
