// By what requests prove duties.
import type { Measures } from '../../organisation/duties/contract/proof.ts'

const ENDED_OTHERWISE = [{ event: 'request.cancelled' }, { event: 'request.closed_undone' }]
/** By name, by a dispatch sheet, or settled on the spot. */
const DISPATCHED = [
  { event: 'request.dispatched' },
  { event: 'request.followed', to: ['dispatched', 'taken'] },
  { event: 'request.completed' },
]
/** The customer heard from somebody, or somebody took it on: what meets the limit to answer. */
const ANSWERED = [
  { event: 'request.answered' },
  { event: 'request.taken' },
  { event: 'request.followed', to: ['taken', 'on_site'] },
  { event: 'request.completed' },
]
const COMPLAINTS = ['complaint', 'grievance']
/** What makes a promise anew, or moves it: a pause, a correction, another place. */
const MOVED = [{ event: 'request.limits_set' }, { event: 'request.limits_paused' }, { event: 'request.changed' }]
const OPENED = [{ event: 'request.received' }, { event: 'request.reopened' }, { event: 'request.reworked' }]
/** The work itself is still ahead. */
const UNDONE = ['new', 'accepted', 'dispatched', 'taken', 'on_site', 'quoting', 'on_hold']
const done = { detail: 'limits.finish' }

export const requestMeasures = {
  complaintsInTime: {
    zh: '投诉按时办结',
    en: 'Complaints settled in time',
    proof: {
      kind: 'coverage',
      credit: 'area',
      opens: [
        ...OPENED.map(({ event }) => ({ event, where: { kind: COMPLAINTS } })),
        // What was taken for something else turns out to be one while it can still be settled.
        { event: 'request.changed', where: { 'kind.to': COMPLAINTS }, to: UNDONE },
      ],
      answers: [{ event: 'request.completed' }],
      drops: [...ENDED_OTHERWISE, { event: 'request.changed', where: { 'kind.from': COMPLAINTS } }],
      moves: MOVED,
      limit: done,
      way: { page: '/requests?kind=complaint&kind=grievance&sort=due', needs: 'requests.read' },
    },
  },
  requestsInTime: {
    zh: '客户请求按时办结',
    en: 'Requests settled in time',
    proof: {
      kind: 'coverage',
      credit: 'area',
      opens: OPENED,
      answers: [{ event: 'request.completed' }],
      drops: ENDED_OTHERWISE,
      moves: MOVED,
      limit: done,
      way: { page: '/requests?sort=due', needs: 'requests.read' },
    },
  },
  answeredInTime: {
    zh: '按时答复客户',
    en: 'Customers answered in time',
    proof: {
      kind: 'coverage',
      credit: 'area',
      opens: OPENED,
      answers: ANSWERED,
      drops: ENDED_OTHERWISE,
      moves: MOVED,
      limit: { detail: 'limits.answer' },
      way: { page: '/requests?sort=due', needs: 'requests.read' },
    },
  },
  routedInTime: {
    zh: '受理后及时派出',
    en: 'What was taken is passed on in time',
    proof: {
      kind: 'coverage',
      credit: 'own',
      opens: [{ event: 'request.received' }],
      answers: DISPATCHED,
      drops: ENDED_OTHERWISE,
      moves: MOVED,
      limit: { detail: 'limits.answer' },
      way: { page: '/requests/new', needs: 'requests.create' },
    },
  },
  repairsDispatched: {
    zh: '报修及时派工',
    en: 'Repairs dispatched in time',
    proof: {
      kind: 'coverage',
      credit: 'area',
      opens: [{ event: 'request.received', where: { kind: 'repair' } }],
      answers: DISPATCHED,
      drops: ENDED_OTHERWISE,
      moves: MOVED,
      limit: { detail: 'limits.answer' },
      way: { page: '/requests?kind=repair&sort=due', needs: 'requests.read' },
    },
  },
  noStepSkipped: {
    zh: '系统保证流程不跳步',
    en: 'The program lets nobody skip a step',
    proof: { kind: 'rule', way: { page: '/requests', needs: 'requests.read' } },
  },
} as const satisfies Measures
