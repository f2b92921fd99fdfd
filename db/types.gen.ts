// Generated from the migrated database by `npm run db:types`. Do not edit.
import type { ColumnType } from 'kysely'

type Generated<T> =
  T extends ColumnType<infer S, infer I, infer U> ? ColumnType<S, I | undefined, U> : ColumnType<T, T | undefined, T>
type Timestamp = ColumnType<string, Date | string, Date | string>
type Json = ColumnType<unknown, string, string>

export type Tables = {
  account: {
    companyId: Generated<string>
    id: string
    login: string
    phone: string | null
    name: string
    passwordHash: string
    passwordInitial: Generated<boolean>
    passwordChangedAt: Generated<Timestamp>
    locale: Generated<'zh-CN' | 'en'>
    disabledAt: Timestamp | null
    createdAt: Generated<Timestamp>
  }
  apiToken: {
    companyId: Generated<string>
    id: string
    accountId: string
    name: string
    tokenHash: Buffer
    permissions: string[]
    createdAt: Generated<Timestamp>
    expiresAt: Timestamp
    seenAt: Timestamp | null
    revokedAt: Timestamp | null
  }
  approval: {
    companyId: Generated<string>
    id: string
    kind: 'work_plan' | 'leave' | 'price' | 'waiver' | 'refund'
    subjectKind: string
    subjectId: string
    subjectNo: string | null
    title: string
    note: string | null
    estateId: string | null
    amountFen: number | null
    days: number | null
    askedById: string
    status: 'open' | 'agreed' | 'returned' | 'refused' | 'withdrawn' | 'voided'
    openedAt: Timestamp
    decidedAt: Timestamp | null
    timeoutHours: number | null
  }
  approvalRule: {
    companyId: Generated<string>
    id: string
    kind: 'work_plan' | 'leave' | 'price' | 'waiver' | 'refund'
    upToFen: number | null
    upToDays: number | null
    steps: string[]
    timeoutHours: number | null
  }
  approvalStep: {
    companyId: Generated<string>
    id: string
    approvalId: string
    seq: number
    who: string
    approverIds: string[]
    beganAt: Timestamp | null
    dueAt: Timestamp | null
    movedUp: Generated<number>
    answer: 'agreed' | 'returned' | 'refused' | null
    answeredById: string | null
    answeredForId: string | null
    answeredAt: Timestamp | null
    remark: string | null
  }
  area: {
    companyId: Generated<string>
    id: string
    estateId: string
    name: string
    code: string
    createdAt: Generated<Timestamp>
    archivedAt: Timestamp | null
  }
  areaCard: {
    companyId: string
    id: string
    estateId: string
    name: string
    code: string
    archivedAt: Timestamp | null
  }
  areaHolder: {
    companyId: Generated<string>
    id: string
    areaId: string
    staffId: string
    role: 'steward' | 'supervisor' | 'officer' | 'security' | 'cleaning'
    fromOn: string
    toOn: string | null
    endedAt: Timestamp | null
  }
  areaHolderCard: {
    companyId: string
    id: string
    areaId: string
    staffId: string
    role: 'steward' | 'supervisor' | 'officer' | 'security' | 'cleaning'
    fromOn: string
    toOn: string | null
  }
  areaHolderSpanCard: {
    companyId: string
    id: string
    areaId: string
    staffId: string
    role: 'steward' | 'supervisor' | 'officer' | 'security' | 'cleaning'
    fromOn: string
    toOn: string | null
  }
  attachment: {
    companyId: Generated<string>
    id: string
    sha256: string
    name: string
    type: string
    bytes: number
    uploadedBy: string | null
    uploadedAt: Generated<Timestamp>
  }
  attachmentLink: {
    companyId: Generated<string>
    recordKind: string
    recordId: string
    attachmentId: string
    label: Generated<string>
    linkedAt: Generated<Timestamp>
  }
  authorityLimit: {
    companyId: Generated<string>
    id: string
    postId: string
    kind: 'work_plan' | 'leave' | 'price' | 'waiver' | 'refund'
    upToFen: number | null
    upToDays: number | null
  }
  calendarDay: {
    companyId: Generated<string>
    day: string
    working: boolean
    note: Generated<string>
  }
  callLog: {
    companyId: Generated<string>
    id: string
    estateId: string
    channel: 'phone' | 'front_desk' | 'wechat' | 'app' | 'patrol' | 'visit' | 'letter' | 'email' | 'survey' | 'hotline12345' | 'owners_committee' | 'media'
    customerId: string | null
    callerName: string | null
    callerPhone: string | null
    anonymous: Generated<boolean>
    at: Timestamp
    takenById: string | null
  }
  company: {
    id: string
    name: string
    zone: Generated<string>
    sample: Generated<boolean>
    createdAt: Generated<Timestamp>
  }
  companyBrought: {
    companyId: Generated<string>
    kind: 'post' | 'permission' | 'defaults'
    key: string
    at: Generated<Timestamp>
  }
  counter: {
    companyId: Generated<string>
    kind: string
    day: string
    n: number
  }
  customer: {
    companyId: Generated<string>
    id: string
    estateId: string
    kind: 'person' | 'firm'
    name: string
    namePinyin: string | null
    gender: 'male' | 'female' | null
    idKind: 'resident_id' | 'credit_code' | 'passport' | 'hk_macao_permit' | 'taiwan_permit' | 'residence_permit' | null
    idNumberSealed: Buffer | null
    idNumberHash: Buffer | null
    idNumberMasked: string | null
    note: string | null
    source: Generated<'desk' | 'call' | 'import' | 'online' | 'handover'>
    createdAt: Generated<Timestamp>
    archivedAt: Timestamp | null
    mergedIntoId: string | null
    mergedAt: Timestamp | null
  }
  customerCard: {
    companyId: string
    id: string
    estateId: string
    kind: 'person' | 'firm'
    name: string
    gender: 'male' | 'female' | null
    mergedIntoId: string | null
    archivedAt: Timestamp | null
    mainPhoneId: string | null
    mainPhone: string | null
  }
  customerEstate: {
    companyId: Generated<string>
    estateId: string
    customerId: string
  }
  customerKey: {
    companyId: Generated<string>
    estateId: string
    key: string
    customerId: string
    rank: Generated<number>
  }
  customerPhone: {
    companyId: Generated<string>
    id: string
    customerId: string
    phone: string
    masked: string
    label: string | null
    main: Generated<boolean>
    addedAt: Generated<Timestamp>
    endedAt: Timestamp | null
  }
  customerUnit: {
    companyId: Generated<string>
    id: string
    customerId: string
    placeId: string
    role: 'owner' | 'tenant' | 'family' | 'contact' | 'staff_of_firm'
    share: string | null
    fromOn: string
    toOn: string | null
    linkedAt: Generated<Timestamp>
  }
  customerVehicle: {
    companyId: Generated<string>
    id: string
    customerId: string
    plate: string
    label: string | null
    addedAt: Generated<Timestamp>
    endedAt: Timestamp | null
  }
  department: {
    companyId: Generated<string>
    id: string
    estateId: string | null
    parentId: string | null
    name: string
    nameEn: Generated<string>
    createdAt: Generated<Timestamp>
    archivedAt: Timestamp | null
  }
  departmentCard: {
    companyId: string
    id: string
    estateId: string | null
    name: string
    nameEn: string
    archivedAt: Timestamp | null
  }
  deputy: {
    companyId: Generated<string>
    id: string
    principalId: string
    deputyId: string
    holdingId: string
    postId: string
    estateId: string | null
    turn: Generated<number>
    fromAt: Timestamp
    toAt: Timestamp
    moneyLimitFen: number | null
    reason: 'leave' | 'trip' | 'training' | 'vacancy' | 'other'
    note: string | null
    handover: string | null
    status: 'planned' | 'active' | 'ended' | 'cancelled'
    namedById: string
    endedAt: Timestamp | null
    endReason: 'over' | 'returned' | 'post_lost' | 'left' | null
    createdAt: Generated<Timestamp>
  }
  deputyCard: {
    companyId: string
    id: string
    principalId: string
    deputyId: string
    postId: string
    estateId: string | null
    turn: number
    fromAt: Timestamp
    toAt: Timestamp
    moneyLimitFen: number | null
    status: 'planned' | 'active' | 'ended' | 'cancelled'
  }
  duty: {
    companyId: Generated<string>
    id: string
    sheetId: string
    lineId: string
    code: string
    text: string
    textEn: Generated<string>
    cadence: 'on_demand' | 'shift' | 'daily' | 'weekly' | 'monthly' | 'quarterly' | 'half_yearly' | 'yearly' | 'always'
    capability: Generated<string[]>
    measure: Generated<string>
    measureEn: Generated<string>
    proofKeys: Generated<string[]>
    shown: Json | null
    sinceOn: string | null
    sort: number
  }
  dutyAcknowledgement: {
    companyId: Generated<string>
    id: string
    sheetId: string
    staffId: string
    dueAt: Timestamp
    givenAt: Timestamp | null
    droppedAt: Timestamp | null
  }
  dutyCard: {
    companyId: string
    id: string
    lineId: string
    code: string
    text: string
    textEn: string
    cadence: 'on_demand' | 'shift' | 'daily' | 'weekly' | 'monthly' | 'quarterly' | 'half_yearly' | 'yearly' | 'always'
    capability: string[]
    proofKeys: string[]
    shown: Json | null
    measure: string
    measureEn: string
    sinceOn: string | null
    sort: number
    postId: string | null
    sheetId: string
    version: number | null
  }
  dutyCheck: {
    companyId: Generated<string>
    id: string
    staffId: string
    lineId: string | null
    kind: 'check' | 'remark'
    result: 'good' | 'mend' | null
    note: Generated<string>
    byId: string
    byName: string
    at: Timestamp
    onDay: string
  }
  dutyEvidence: {
    companyId: Generated<string>
    proofKey: string
    recordId: string
    turn: number
    recordKind: string
    recordNo: string | null
    state: 'open' | 'met' | 'late' | 'void'
    who: string
    estateId: string | null
    areaId: string | null
    onDay: string
    openedAt: Timestamp
    dueAt: Timestamp | null
    doneAt: Timestamp | null
    doneById: string | null
    doneByName: string | null
    doneForId: string | null
    openedEvent: string
    doneEvent: string | null
  }
  dutyProof: {
    companyId: Generated<string>
    key: string
    proof: Json
    state: 'counting' | 'current'
    tx: Generated<string>
    eventId: Generated<string>
    createdAt: Generated<Timestamp>
  }
  dutySheet: {
    companyId: Generated<string>
    id: string
    postId: string
    version: number
    status: 'draft' | 'in_review' | 'published' | 'replaced' | 'withdrawn'
    source: 'catalogue' | 'document' | 'typed'
    note: Generated<string>
    draftedById: string | null
    draftedByName: string
    submittedAt: Timestamp | null
    reviewedById: string | null
    reviewedByName: string | null
    returnReason: string | null
    effectiveOn: string | null
    publishedAt: Timestamp | null
    replacedAt: Timestamp | null
    createdAt: Generated<Timestamp>
  }
  dutyTally: {
    companyId: Generated<string>
    proofKey: string
    who: string
    onDay: string
    due: number
    met: number
    late: number
    done: number
  }
  escalationStep: {
    companyId: Generated<string>
    id: string
    estateId: string | null
    ratio: string
    tell: 'handler' | 'supervisor' | 'manager' | 'project_head'
    critical: Generated<boolean>
  }
  estate: {
    companyId: Generated<string>
    id: string
    name: string
    shortName: string
    code: string
    kind: 'residential' | 'tower' | 'mixed'
    address: Generated<string>
    city: Generated<string>
    servicePhone: string | null
    zone: Generated<string>
    serviceOpens: Generated<string>
    serviceCloses: Generated<string>
    serviceEveryDay: Generated<boolean>
    grade: number | null
    createdAt: Generated<Timestamp>
    archivedAt: Timestamp | null
  }
  estateCard: {
    companyId: string
    id: string
    name: string
    shortName: string
    code: string
    kind: 'residential' | 'tower' | 'mixed'
    zone: string
    serviceOpens: string
    serviceCloses: string
    serviceEveryDay: boolean
    archivedAt: Timestamp | null
  }
  event: {
    companyId: Generated<string>
    id: string
    tx: Generated<string>
    at: Timestamp
    name: string
    recordKind: string
    recordId: string
    byId: string | null
    byName: string
    postId: string | null
    forId: string | null
    estateId: string | null
    areaId: string | null
    fromState: string | null
    toState: string | null
    details: Generated<Json>
    callId: string | null
    forName: string | null
  }
  hearer: {
    companyId: Generated<string>
    name: string
    tx: Generated<string>
    eventId: Generated<string>
    failures: Generated<number>
    error: string | null
  }
  holdReason: {
    companyId: Generated<string>
    id: string
    code: string
    name: string
    nameEn: string
    stopsClock: boolean
    sort: Generated<number>
    archivedAt: Timestamp | null
  }
  idempotency: {
    companyId: Generated<string>
    accountId: string
    key: string
    call: string
    inputHash: string
    status: number
    answer: Json | null
    at: Generated<Timestamp>
  }
  import: {
    companyId: Generated<string>
    id: string
    kind: string
    attachmentId: string
    fileName: string
    headers: Json
    sample: Json
    signature: string
    mapping: Generated<Json>
    options: Generated<Json>
    state: Generated<'draft' | 'ready' | 'checking' | 'checked' | 'running' | 'stopped' | 'done'>
    total: number | null
    taken: Generated<number>
    same: Generated<number>
    rejected: Generated<number>
    rowReached: Generated<number>
    runId: string | null
    rejectsAttachmentId: string | null
    createdBy: string
    createdAt: Generated<Timestamp>
    finishedAt: Timestamp | null
  }
  importMapping: {
    companyId: Generated<string>
    kind: string
    signature: string
    mapping: Json
    options: Json
    usedAt: Timestamp
    usedBy: string
  }
  importReject: {
    companyId: Generated<string>
    importId: string
    runId: string
    rowNumber: number
    cells: Json
    reasons: Json
  }
  jobDocument: {
    companyId: Generated<string>
    id: string
    name: string
    kind: 'txt' | 'docx' | 'xlsx' | 'pdf' | 'pasted'
    text: string
    reading: Json
    posts: number
    duties: number
    status: 'read' | 'taken' | 'discarded'
    attachmentId: string | null
    readById: string
    readByName: string
    readAt: Timestamp
    settledByName: string | null
    settledAt: Timestamp | null
    discardReason: string | null
    drafts: Generated<Json>
  }
  notification: {
    companyId: Generated<string>
    id: string
    accountId: string
    kind: string
    params: Generated<Json>
    recordKind: string | null
    recordId: string | null
    createdAt: Generated<Timestamp>
    readAt: Timestamp | null
    dedupe: string | null
  }
  place: {
    companyId: Generated<string>
    id: string
    estateId: string
    parentId: string | null
    buildingId: string | null
    kind: 'building' | 'entrance' | 'floor' | 'unit' | 'public_area' | 'facility'
    detail: 'lobby' | 'corridor' | 'stairwell' | 'roof' | 'garage' | 'garden' | 'road' | 'playground' | 'clubhouse' | 'toilet' | 'wall' | 'lift' | 'escalator' | 'pump_room' | 'water_tank' | 'substation' | 'generator' | 'fire_control' | 'fire_equipment' | 'monitoring' | 'gate' | 'barrier' | 'entry_door' | 'intercom' | 'air_conditioning' | 'lighting' | 'drainage' | 'gas' | 'network' | 'other' | null
    no: string
    name: string
    code: string
    pathName: string
    directions: string | null
    areaId: string | null
    areaOwn: Generated<boolean>
    sort: string
    createdAt: Generated<Timestamp>
    archivedAt: Timestamp | null
  }
  placeCard: {
    companyId: string
    id: string
    estateId: string
    buildingId: string | null
    areaId: string | null
    kind: 'building' | 'entrance' | 'floor' | 'unit' | 'public_area' | 'facility'
    detail: 'lobby' | 'corridor' | 'stairwell' | 'roof' | 'garage' | 'garden' | 'road' | 'playground' | 'clubhouse' | 'toilet' | 'wall' | 'lift' | 'escalator' | 'pump_room' | 'water_tank' | 'substation' | 'generator' | 'fire_control' | 'fire_equipment' | 'monitoring' | 'gate' | 'barrier' | 'entry_door' | 'intercom' | 'air_conditioning' | 'lighting' | 'drainage' | 'gas' | 'network' | 'other' | null
    code: string
    name: string
    pathName: string
    directions: string | null
    archivedAt: Timestamp | null
    unitStatus: string | null
  }
  placeKey: {
    companyId: Generated<string>
    estateId: string
    key: string
    placeId: string
    rank: Generated<number>
  }
  planItem: {
    companyId: Generated<string>
    id: string
    workPlanId: string
    seq: number
    goal: string
    dueOn: string
    doneAt: Timestamp | null
    result: string | null
  }
  post: {
    companyId: Generated<string>
    id: string
    key: string
    kind: Generated<'post' | 'family'>
    title: string
    titleEn: Generated<string>
    departmentKind: 'management' | 'customer_service' | 'engineering' | 'security' | 'environment' | 'office' | 'sales' | 'food_and_beverage' | 'other'
    reportsToId: string | null
    system: Generated<boolean>
    createdAt: Generated<Timestamp>
    archivedAt: Timestamp | null
  }
  postCard: {
    companyId: string
    id: string
    key: string
    title: string
    titleEn: string
    reportsToId: string | null
    archivedAt: Timestamp | null
    kind: 'post' | 'family'
  }
  postGrant: {
    companyId: Generated<string>
    postId: string
    permission: string
    reach: 'own' | 'area' | 'estate' | 'company'
  }
  postGrantCard: {
    companyId: string
    postId: string
    permission: string
    reach: 'own' | 'area' | 'estate' | 'company'
  }
  priceItem: {
    companyId: Generated<string>
    id: string
    estateId: string | null
    trade: 'plumbing' | 'power' | 'low_voltage' | 'civil' | 'lift' | 'fire' | 'hvac' | 'gas' | 'facility' | 'security' | 'cleaning' | 'greening' | 'pest' | 'other'
    name: string
    nameEn: string
    unit: string
    priceFen: number
    minutes: number | null
    warrantyDays: Generated<number>
    archivedAt: Timestamp | null
  }
  request: {
    companyId: Generated<string>
    id: string
    no: string
    estateId: string
    areaId: string | null
    callId: string | null
    parentId: string | null
    masterId: string | null
    duplicateOfId: string | null
    previousId: string | null
    kind: 'complaint' | 'repair' | 'enquiry' | 'suggestion' | 'help' | 'praise' | 'grievance'
    categoryId: string | null
    urgency: 'critical' | 'urgent' | 'rush' | 'normal' | 'complex'
    level: Generated<number>
    subject: string
    body: Generated<string>
    placeId: string | null
    placeText: string | null
    indoor: boolean | null
    customerId: string | null
    contactName: string | null
    contactPhone: string | null
    anonymous: Generated<boolean>
    channel: 'phone' | 'front_desk' | 'wechat' | 'app' | 'patrol' | 'visit' | 'letter' | 'email' | 'survey' | 'hotline12345' | 'owners_committee' | 'media'
    source: Generated<string>
    sourceRef: string | null
    outsideDueAt: Timestamp | null
    outsideParty: string | null
    receivedAt: Timestamp
    receivedById: string | null
    receivedBy: string
    appointmentFrom: Timestamp | null
    appointmentTo: Timestamp | null
    status: 'new' | 'accepted' | 'dispatched' | 'taken' | 'on_site' | 'quoting' | 'on_hold' | 'completed' | 'unpaid' | 'to_visit' | 'closed' | 'closed_undone' | 'cancelled'
    heldStatus: 'accepted' | 'dispatched' | 'taken' | 'on_site' | 'quoting' | null
    handlerId: string | null
    aboutStaffId: string | null
    valid: boolean | null
    dueAt: Timestamp | null
    acceptedAt: Timestamp | null
    answeredAt: Timestamp | null
    dispatchedAt: Timestamp | null
    takenAt: Timestamp | null
    arrivedAt: Timestamp | null
    completedAt: Timestamp | null
    closedAt: Timestamp | null
    finishOutcome: 'on_time' | 'late' | 'overrun' | null
    finishDueAt: Timestamp | null
    answerSeconds: Generated<number | null>
    finishSeconds: Generated<number | null>
    holdMinutes: Generated<number>
    chargeable: Generated<boolean>
    amountFen: Generated<number>
    paidAt: Timestamp | null
    paidBy: 'cash' | 'wechat' | 'alipay' | 'card' | 'transfer' | 'other' | null
    receiptNo: string | null
    result: string | null
    closeReason: string | null
    returnCount: Generated<number>
    reworkCount: Generated<number>
    reopenCount: Generated<number>
    nudgeCount: Generated<number>
    sheets: Generated<number>
    cycle: Generated<number>
    createdAt: Generated<Timestamp>
  }
  requestAnswer: {
    companyId: Generated<string>
    id: string
    requestId: string
    cycle: number
    way: 'phone' | 'in_person' | 'wechat' | 'sms' | 'letter' | 'notice'
    body: string
    at: Timestamp
    byId: string | null
    byName: string
  }
  requestCard: {
    companyId: string
    id: string
    no: string
    kind: 'complaint' | 'repair' | 'enquiry' | 'suggestion' | 'help' | 'praise' | 'grievance'
    subject: string
    body: string
    status: 'new' | 'accepted' | 'dispatched' | 'taken' | 'on_site' | 'quoting' | 'on_hold' | 'completed' | 'unpaid' | 'to_visit' | 'closed' | 'closed_undone' | 'cancelled'
    urgency: 'critical' | 'urgent' | 'rush' | 'normal' | 'complex'
    estateId: string
    areaId: string | null
    placeId: string | null
    placeText: string | null
    customerId: string | null
    contactName: string | null
    contactPhone: string | null
    anonymous: boolean
    handlerId: string | null
    receivedById: string | null
    aboutStaffId: string | null
    receivedAt: Timestamp
    completedAt: Timestamp | null
    cycle: number
    chargeable: boolean
    amountFen: number
    result: string | null
    categoryId: string | null
    categoryCode: string | null
  }
  requestCategory: {
    companyId: Generated<string>
    id: string
    estateId: string | null
    parentId: string | null
    kind: 'complaint' | 'repair' | 'enquiry' | 'suggestion' | 'help' | 'praise' | 'grievance'
    code: string
    name: string
    nameEn: string
    trade: 'plumbing' | 'power' | 'low_voltage' | 'civil' | 'lift' | 'fire' | 'hvac' | 'gas' | 'facility' | 'security' | 'cleaning' | 'greening' | 'pest' | 'other' | null
    defaultUrgency: 'critical' | 'urgent' | 'rush' | 'normal' | 'complex' | null
    outsideParty: string | null
    sort: Generated<number>
    archivedAt: Timestamp | null
  }
  requestClock: {
    companyId: Generated<string>
    requestId: string
    kind: 'answer' | 'arrive' | 'feedback' | 'finish'
    cycle: number
    clock: 'elapsed' | 'service'
    startedAt: Timestamp
    limitMinutes: number
    firstDueAt: Timestamp
    dueAt: Timestamp
    metAt: Timestamp | null
    stoppedAt: Timestamp | null
    nextStepAt: Timestamp | null
    stepsDone: Generated<number>
  }
  requestLimit: {
    companyId: Generated<string>
    id: string
    estateId: string | null
    kind: 'complaint' | 'repair' | 'enquiry' | 'suggestion' | 'help' | 'praise' | 'grievance'
    urgency: 'critical' | 'urgent' | 'rush' | 'normal' | 'complex' | null
    answerMinutes: number | null
    arriveMinutes: number | null
    feedbackMinutes: number | null
    finishMinutes: number | null
    clock: 'elapsed' | 'service'
    finishClock: 'elapsed' | 'service'
  }
  requestPause: {
    companyId: Generated<string>
    id: string
    requestId: string
    reasonId: string
    stopsClock: boolean
    note: string | null
    fromAt: Timestamp
    resumeAt: Timestamp | null
    toAt: Timestamp | null
    byId: string | null
  }
  requestSetting: {
    companyId: Generated<string>
    id: string
    estateId: string | null
    key: 'group_threshold' | 'group_days' | 'reopen_days' | 'take_minutes' | 'hold_hours'
    value: number
  }
  requestWords: {
    companyId: Generated<string>
    requestId: string
    receivedAt: Timestamp
    words: string
  }
  returnVisit: {
    companyId: Generated<string>
    id: string
    estateId: string
    areaId: string | null
    requestId: string | null
    workOrderId: string | null
    cycle: Generated<number>
    round: Generated<number>
    kind: 'complaint' | 'repair' | 'enquiry' | 'suggestion' | 'help' | 'praise' | 'grievance' | 'work_order'
    customerId: string | null
    contactName: string | null
    contactPhone: string | null
    status: 'due' | 'made' | 'unreachable' | 'waived' | 'cancelled'
    dueAt: Timestamp
    cameDueAt: Timestamp
    visitorId: string | null
    attempts: Generated<number>
    nextTryAt: Timestamp | null
    madeAt: Timestamp | null
    way: 'phone' | 'doorstep' | 'app' | 'wechat' | null
    spokeWith: string | null
    solved: boolean | null
    onTime: boolean | null
    polite: boolean | null
    chargeClear: boolean | null
    score: number | null
    opinion: string | null
    waiveReason: string | null
    againAt: Timestamp | null
    createdAt: Generated<Timestamp>
  }
  returnVisitAttempt: {
    companyId: Generated<string>
    id: string
    returnVisitId: string
    way: 'phone' | 'doorstep' | 'app' | 'wechat'
    outcome: 'no_answer' | 'busy' | 'wrong_number' | 'refused' | 'call_later'
    note: string | null
    at: Timestamp
    byId: string | null
    byName: string
  }
  returnVisitRule: {
    companyId: Generated<string>
    id: string
    estateId: string | null
    kind: 'complaint' | 'repair' | 'enquiry' | 'suggestion' | 'help' | 'praise' | 'grievance' | 'work_order'
    urgency: 'critical' | 'urgent' | 'rush' | 'normal' | 'complex' | null
    needed: Generated<boolean>
    withinHours: number
    againAfterDays: number | null
    categoryCode: string | null
  }
  savedView: {
    companyId: Generated<string>
    id: string
    accountId: string
    list: string
    name: string
    query: Json
    shared: Generated<boolean>
    createdAt: Generated<Timestamp>
  }
  schedule: {
    companyId: Generated<string>
    name: string
    lastAt: Timestamp
    failures: Generated<number>
    error: string | null
  }
  session: {
    companyId: Generated<string>
    id: string
    accountId: string
    tokenHash: Buffer
    createdAt: Generated<Timestamp>
    seenAt: Generated<Timestamp>
    expiresAt: Timestamp
    endedAt: Timestamp | null
    address: string | null
    device: string | null
  }
  signInFailure: {
    key: string
    failures: number
    lastAt: Timestamp
    lockedUntil: Timestamp | null
  }
  staff: {
    companyId: Generated<string>
    id: string
    no: string
    name: string
    phone: string | null
    gender: 'male' | 'female' | null
    departmentId: string | null
    superiorId: string | null
    joinedOn: string
    leftOn: string | null
    trades: Generated<string[]>
    onDuty: Generated<boolean>
    createdAt: Generated<Timestamp>
  }
  staffCard: {
    companyId: string
    id: string
    no: string
    name: string
    phone: string | null
    departmentId: string | null
    trades: string[]
    onDuty: boolean
    leftOn: string | null
  }
  staffPost: {
    companyId: Generated<string>
    id: string
    staffId: string
    postId: string
    estateId: string | null
    fromOn: string
    toOn: string | null
    endedAt: Timestamp | null
  }
  staffPostCard: {
    companyId: string
    id: string
    staffId: string
    postId: string
    estateId: string | null
    fromOn: string
    toOn: string | null
  }
  staffPostSpanCard: {
    companyId: string
    id: string
    staffId: string
    postId: string
    estateId: string | null
    fromOn: string
    toOn: string | null
  }
  task: {
    companyId: Generated<string>
    id: string
    no: string
    title: string
    text: string | null
    assigneeId: string
    assignedById: string
    estateId: string | null
    areaId: string | null
    dueAt: Timestamp
    forDay: string | null
    batchId: string | null
    aboutKind: string | null
    aboutId: string | null
    aboutNo: string | null
    status: 'assigned' | 'started' | 'done' | 'returned' | 'checked' | 'cancelled'
    assignedAt: Timestamp
    startedAt: Timestamp | null
    finishedAt: Timestamp | null
    finishNote: string | null
    checkedAt: Timestamp | null
    checkedById: string | null
    remark: string | null
    returns: Generated<number>
  }
  unit: {
    companyId: Generated<string>
    id: string
    unitNo: string
    floorNo: number | null
    grossFloorArea: string | null
    innerArea: string | null
    use: Generated<'home' | 'shop' | 'office' | 'parking' | 'storage' | 'other'>
    status: Generated<'unsold' | 'sold' | 'delivered' | 'renovating' | 'occupied' | 'vacant'>
    statusAt: Generated<Timestamp>
    deliveredOn: string | null
  }
  upkeep: {
    name: string
    lastAt: Timestamp
  }
  workLog: {
    companyId: Generated<string>
    id: string
    staffId: string
    onDay: string
    estateId: string | null
    happened: string
    handled: string | null
    suggestion: string | null
    status: 'written' | 'signed'
    writtenAt: Timestamp
    changedAt: Timestamp | null
    signedAt: Timestamp | null
    signedById: string | null
    remark: string | null
  }
  workOrder: {
    companyId: Generated<string>
    id: string
    no: string
    estateId: string
    areaId: string | null
    requestId: string | null
    placeId: string | null
    placeText: string | null
    customerId: string | null
    contactName: string | null
    contactPhone: string | null
    trade: 'plumbing' | 'power' | 'low_voltage' | 'civil' | 'lift' | 'fire' | 'hvac' | 'gas' | 'facility' | 'security' | 'cleaning' | 'greening' | 'pest' | 'other'
    subject: string
    body: Generated<string>
    urgency: 'critical' | 'urgent' | 'rush' | 'normal' | 'complex'
    appointmentFrom: Timestamp | null
    appointmentTo: Timestamp | null
    status: 'open' | 'assigned' | 'taken' | 'on_site' | 'quoting' | 'on_hold' | 'completed' | 'refused' | 'cancelled'
    heldStatus: 'open' | 'assigned' | 'taken' | 'on_site' | 'quoting' | null
    way: 'assign' | 'take' | 'turn' | null
    workerId: string | null
    issuedAt: Timestamp
    issuedById: string | null
    assignedAt: Timestamp | null
    takenAt: Timestamp | null
    arrivedAt: Timestamp | null
    completedAt: Timestamp | null
    endedAt: Timestamp | null
    takeDueAt: Timestamp | null
    arriveDueAt: Timestamp | null
    finishDueAt: Timestamp | null
    chargeable: Generated<boolean>
    amountFen: Generated<number>
    agreedAt: Timestamp | null
    agreedWay: 'signature' | 'phone' | 'wechat' | 'in_person' | null
    agreedAmountFen: number | null
    labourMinutes: number | null
    result: string | null
    signatureId: string | null
    noSignatureReason: 'absent' | 'declined' | 'public_area' | 'other' | null
    witnessId: string | null
    endReason: string | null
    returnCount: Generated<number>
    reworkCount: Generated<number>
    holdMinutes: Generated<number>
    cycle: Generated<number>
    createdAt: Generated<Timestamp>
  }
  workOrderCard: {
    companyId: string
    id: string
    no: string
    requestId: string | null
    trade: 'plumbing' | 'power' | 'low_voltage' | 'civil' | 'lift' | 'fire' | 'hvac' | 'gas' | 'facility' | 'security' | 'cleaning' | 'greening' | 'pest' | 'other'
    subject: string
    status: 'open' | 'assigned' | 'taken' | 'on_site' | 'quoting' | 'on_hold' | 'completed' | 'refused' | 'cancelled'
    workerId: string | null
    placeId: string | null
    estateId: string
    areaId: string | null
    customerId: string | null
    contactName: string | null
    contactPhone: string | null
    completedAt: Timestamp | null
    amountFen: number
    urgency: 'critical' | 'urgent' | 'rush' | 'normal' | 'complex'
    cycle: number
    body: string
    result: string | null
    placeText: string | null
  }
  workOrderLine: {
    companyId: Generated<string>
    id: string
    workOrderId: string
    stage: 'quote' | 'done'
    kind: 'callout' | 'labour' | 'material'
    priceItemId: string | null
    name: string
    unit: Generated<string>
    quantity: string
    priceFen: number
    amountFen: number
    sort: Generated<number>
  }
  workOrderPause: {
    companyId: Generated<string>
    id: string
    workOrderId: string
    reasonId: string
    stopsClock: boolean
    note: string | null
    fromAt: Timestamp
    resumeAt: Timestamp | null
    toAt: Timestamp | null
    byId: string | null
  }
  workOrderTurn: {
    companyId: Generated<string>
    estateId: string
    trade: 'plumbing' | 'power' | 'low_voltage' | 'civil' | 'lift' | 'fire' | 'hvac' | 'gas' | 'facility' | 'security' | 'cleaning' | 'greening' | 'pest' | 'other'
    staffId: string
    lastAt: Timestamp
  }
  workPlan: {
    companyId: Generated<string>
    id: string
    staffId: string
    cadence: 'month' | 'year'
    period: string
    fromOn: string
    toOn: string
    estateId: string | null
    title: string
    status: 'draft' | 'submitted' | 'approved' | 'summarised'
    summary: string | null
    submittedAt: Timestamp | null
    approvedAt: Timestamp | null
    summarisedAt: Timestamp | null
    createdAt: Generated<Timestamp>
  }
  workRun: {
    companyId: Generated<string>
    id: string
    kind: string
    title: string
    state: Generated<'waiting' | 'running' | 'done' | 'failed' | 'cancelled'>
    input: Generated<Json>
    result: Generated<Json>
    cursor: Generated<Json>
    done: Generated<number>
    total: number | null
    error: string | null
    startedBy: string
    attempt: Generated<number>
    jobId: string | null
    createdAt: Generated<Timestamp>
    startedAt: Timestamp | null
    endedAt: Timestamp | null
    cancelAskedAt: Timestamp | null
  }
}
