// The map: every room of the house, what it is for, and which rooms it may call. The menu and the architecture tests read it.

export const wings = {
  organisation: { zh: '组织', en: 'Organisation' },
  service: { zh: '客户服务', en: 'Customer service' },
  estate: { zh: '项目与客户', en: 'Estate and customers' },
  office: { zh: '办公', en: 'Office' },
} as const
export type Wing = keyof typeof wings

export type Room = {
  wing: Wing
  /** One line: what the room is for. */
  for: string
  /** Rooms below it that it may call through their module.ts. */
  uses: readonly string[]
  /** Its own tables: nobody else writes them, others read them through its views `*_card`. */
  tables: readonly string[]
}

export const modules = {
  estates: {
    wing: 'organisation',
    for: 'the company, its estates (项目) and departments',
    uses: [],
    tables: ['estate', 'department'],
  },
  posts: {
    wing: 'organisation',
    for: 'posts with their grants, and who reports to whom',
    uses: ['estates'],
    tables: ['post', 'postGrant'],
  },
  areas: {
    wing: 'organisation',
    for: 'areas of responsibility (责任区) and who holds them',
    uses: ['estates'],
    tables: ['area', 'areaHolder'],
  },
  staff: {
    wing: 'organisation',
    for: 'the people, the posts they hold and how they sign in',
    uses: ['estates', 'posts', 'areas'],
    tables: ['staff', 'staffPost'],
  },
  deputies: {
    wing: 'organisation',
    for: 'who stands in for whom, in which post and for how long (职务代理人)',
    uses: ['estates', 'posts', 'areas', 'staff'],
    tables: ['deputy'],
  },
  approvals: {
    wing: 'organisation',
    for: 'who must agree to what, one after the other, and up to which limit a post decides (审批)',
    uses: ['estates', 'posts', 'staff', 'deputies'],
    tables: ['approval', 'approvalStep', 'approvalRule', 'authorityLimit'],
  },
  duties: {
    wing: 'organisation',
    for: 'what every post must do, in versions, and the evidence that it is done',
    uses: ['estates', 'posts', 'staff'],
    tables: ['dutySheet', 'duty', 'dutyProof', 'dutyAcknowledgement', 'dutyEvidence', 'dutyTally', 'dutyCheck'],
  },
  'job-documents': {
    wing: 'organisation',
    for: 'the company’s own job-responsibility documents (岗位职责书), read in and drafted as duty sheets',
    uses: ['posts', 'duties'],
    tables: ['jobDocument'],
  },
  premises: {
    wing: 'estate',
    for: 'buildings, entrances, floors, units, public areas and key facilities',
    uses: ['duties', 'estates', 'areas'],
    tables: ['place', 'unit', 'placeKey'],
  },
  customers: {
    wing: 'estate',
    for: 'people and firms, their phones and plates, and what they are to a unit',
    uses: ['duties', 'estates', 'premises'],
    tables: ['customer', 'customerEstate', 'customerPhone', 'customerVehicle', 'customerUnit', 'customerKey'],
  },
  requests: {
    wing: 'service',
    for: 'what a customer asks, complains of or reports, from the call to the closed request',
    uses: ['duties', 'estates', 'posts', 'areas', 'staff', 'premises', 'customers'],
    tables: [
      'callLog',
      'requestCategory',
      'requestLimit',
      'holdReason',
      'escalationStep',
      'requestSetting',
      'request',
      'requestWords',
      'requestClock',
      'requestPause',
      'requestAnswer',
    ],
  },
  'work-orders': {
    wing: 'service',
    for: 'the dispatch sheet (派工单): a job for a worker, from assignment to signature',
    uses: ['duties', 'estates', 'posts', 'areas', 'staff', 'premises', 'customers', 'requests'],
    tables: ['priceItem', 'workOrder', 'workOrderLine', 'workOrderPause', 'workOrderTurn'],
  },
  'return-visits': {
    wing: 'service',
    for: 'asking the customer afterwards whether it was good (回访)',
    uses: ['duties', 'estates', 'posts', 'areas', 'staff', 'premises', 'customers', 'requests', 'work-orders'],
    tables: ['returnVisitRule', 'returnVisit', 'returnVisitAttempt'],
  },
  planning: {
    wing: 'office',
    for: 'tasks from superiors (交办), the day’s work, the log of each day (工作记录), plans and summaries',
    uses: ['duties', 'estates', 'areas', 'staff', 'approvals'],
    tables: ['task', 'workLog', 'workPlan', 'planItem'],
  },
  board: {
    wing: 'office',
    for: 'the manager’s board (经营看板) and the wall display (大屏): how it goes, in figures that open their cases',
    uses: ['duties', 'estates', 'areas', 'staff', 'premises', 'requests', 'return-visits'],
    tables: [],
  },
} as const satisfies Record<string, Room>
