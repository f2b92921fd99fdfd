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
    createdBy: string
    expiresAt: Timestamp | null
    seenAt: Timestamp | null
    revokedAt: Timestamp | null
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
  calendarDay: {
    companyId: Generated<string>
    day: string
    working: boolean
    note: Generated<string>
  }
  company: {
    id: string
    name: string
    zone: Generated<string>
    sample: Generated<boolean>
    createdAt: Generated<Timestamp>
  }
  counter: {
    companyId: Generated<string>
    kind: string
    day: string
    n: number
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
    estateId: string
    name: string
    nameEn: string
  }
  duty: {
    companyId: Generated<string>
    id: string
    postId: string
    code: string
    text: string
    textEn: Generated<string>
    cadence: 'on_demand' | 'shift' | 'daily' | 'weekly' | 'monthly' | 'quarterly' | 'yearly' | 'always'
    capability: Generated<string[]>
    measure: Generated<string>
    measureEn: Generated<string>
    sort: number
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
    kind: string
    zone: string
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
  }
  hearer: {
    companyId: Generated<string>
    name: string
    tx: Generated<string>
    eventId: Generated<string>
    failures: Generated<number>
    error: string | null
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
  post: {
    companyId: Generated<string>
    id: string
    key: string
    title: string
    titleEn: Generated<string>
    departmentKind: 'management' | 'customer_service' | 'engineering' | 'security' | 'environment' | 'office' | 'other'
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
  }
  postGrant: {
    companyId: Generated<string>
    postId: string
    permission: string
    reach: 'own' | 'area' | 'estate' | 'company'
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
    firstAt: Timestamp
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
    phone: string
    trades: string[]
    onDuty: boolean
    leftOn: string
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
  workRun: {
    companyId: Generated<string>
    id: string
    kind: string
    title: string
    state: Generated<'waiting' | 'running' | 'done' | 'failed' | 'cancelled'>
    input: Generated<Json>
    result: Generated<Json>
    done: Generated<number>
    total: number | null
    error: string | null
    startedBy: string
    createdAt: Generated<Timestamp>
    startedAt: Timestamp | null
    endedAt: Timestamp | null
    cancelAskedAt: Timestamp | null
  }
}
