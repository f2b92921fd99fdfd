// Who may call which route at all, written down as data: nothing here is computed from what the server grants.
import type { Login } from '../../support/cast.ts'

const EVERY_POST = 'qian admin zhao sun chen he lin zhou gu su fang luo tang wu ma ye'

/** `anyone`, `signed-in`, or the logins of the cast whose posts are let in. */
const LET_IN: readonly [who: string, routes: string][] = [
  [
    'anyone',
    `
    GET /api/docs, GET /api/docs/static/index.html, GET /api/docs/static/swagger-initializer.js
    GET /api/docs/json, GET /api/docs/yaml, GET /api/docs/static/*
    GET /api/openapi.json
    GET /metrics
    GET /api/health
    POST /api/session
    `,
  ],
  [
    'signed-in',
    `
    GET /api/live
    GET /api/session, PATCH /api/session, POST /api/session/end, POST /api/session/end-everywhere
    POST /api/session/change-password
    GET /api/sessions, POST /api/sessions/{id}/end
    GET /api/companies/current
    GET /api/request-settings
    GET /api/price-items
    GET /api/return-visit-rules
    GET /api/approval-rules
    GET /api/work-runs, GET /api/work-runs/{id}, POST /api/work-runs/{id}/cancel
    POST /api/work-runs/{id}/retry
    GET /api/notifications, GET /api/notifications/count, POST /api/notifications/{id}/read
    POST /api/notifications/read-all
    GET /api/saved-views, POST /api/saved-views, PATCH /api/saved-views/{id}, POST /api/saved-views/{id}/remove
    GET /api/exports/now, POST /api/exports
    GET /api/attachments/{id}, GET /api/attachments/{id}/content, GET /api/attachments/{id}/thumbnail
    POST /api/attachments
    GET /api/duties/today, GET /api/duties/team, GET /api/duties/evidence, GET /api/duties/report
    GET /api/duties/report-pdf, POST /api/duties/check
    GET /api/duty-sheets/current, POST /api/duty-sheets/{id}/acknowledge
    `,
  ],
  [
    'qian admin',
    `
    POST /api/approval-rules/save-rule, POST /api/approval-rules/{id}/remove-rule
    POST /api/approval-rules/save-limit, POST /api/approval-rules/{id}/remove-limit
    GET /api/api-tokens, POST /api/api-tokens, POST /api/api-tokens/{id}/revoke
    PATCH /api/companies
    POST /api/estates, POST /api/estates/{id}/archive, POST /api/estates/{id}/restore
    POST /api/posts, PATCH /api/posts/{id}, POST /api/posts/{id}/grant, POST /api/posts/{id}/revoke
    POST /api/posts/{id}/archive, POST /api/posts/{id}/restore
    POST /api/staff, POST /api/staff/{id}/give-login, POST /api/staff/{id}/leave, POST /api/staff/{id}/rejoin
    GET /api/work-runs/all
    `,
  ],
  [
    EVERY_POST,
    `
    GET /api/estates, GET /api/estates/{id}
    GET /api/departments, GET /api/departments/{id}
    GET /api/areas, GET /api/areas/{id}
    GET /api/posts, GET /api/posts/{id}, GET /api/posts/permissions, GET /api/posts/grants
    GET /api/staff, GET /api/staff/{id}, GET /api/staff/pick, POST /api/staff/{id}/sign-on
    POST /api/staff/{id}/sign-off
    GET /api/tasks, GET /api/tasks/{id}, GET /api/tasks/counts, POST /api/tasks/{id}/start, POST /api/tasks/{id}/finish
    GET /api/work-logs, GET /api/work-logs/{id}, GET /api/work-logs/draft, POST /api/work-logs/write
    GET /api/duty-sheets, GET /api/duty-sheets/{id}, GET /api/duty-sheets/measures
    GET /api/work-plans, GET /api/work-plans/{id}, POST /api/work-plans, PATCH /api/work-plans/{id}
    POST /api/work-plans/{id}/submit, POST /api/work-plans/{id}/mark-done, POST /api/work-plans/{id}/summarise
    GET /api/approvals, GET /api/approvals/counts, GET /api/approvals/{id}, POST /api/approvals/{id}/agree
    POST /api/approvals/{id}/return, POST /api/approvals/{id}/refuse, POST /api/approvals/{id}/withdraw
    GET /api/deputies, GET /api/deputies/{id}, GET /api/deputies/principals, GET /api/deputies/people
    POST /api/deputies/name, PATCH /api/deputies/{id}, POST /api/deputies/{id}/end, POST /api/deputies/{id}/cancel
    GET /api/places, GET /api/places/{id}, GET /api/places/tree, GET /api/places/{id}/grid
    GET /api/places/search
    GET /api/requests, GET /api/requests/counts, GET /api/requests/{id}, GET /api/requests/beside
    `,
  ],
  [
    'qian zhao sun chen he',
    `
    GET /api/board/figures, GET /api/board/spread, GET /api/board/duties
    GET /api/tasks/people, GET /api/tasks/day, POST /api/tasks/assign, PATCH /api/tasks/{id}
    POST /api/tasks/{id}/check, POST /api/tasks/{id}/return, POST /api/tasks/{id}/cancel
    POST /api/work-logs/{id}/sign
    `,
  ],
  [
    'qian zhao',
    `
    POST /api/duty-sheets/{id}/return, POST /api/duty-sheets/{id}/publish
    `,
  ],
  [
    'qian admin zhao su',
    `
    POST /api/duty-sheets, PATCH /api/duty-sheets/{id}, POST /api/duty-sheets/{id}/submit
    POST /api/duty-sheets/{id}/withdraw
    GET /api/job-documents, GET /api/job-documents/{id}, POST /api/job-documents
    POST /api/job-documents/{id}/take, POST /api/job-documents/{id}/discard
    `,
  ],
  [
    'qian admin zhao',
    `
    PATCH /api/estates/{id}
    POST /api/departments, PATCH /api/departments/{id}, POST /api/departments/{id}/archive
    POST /api/departments/{id}/restore
    POST /api/request-settings/add-category, POST /api/request-settings/{id}/change-category
    POST /api/request-settings/{id}/archive-category, POST /api/request-settings/set-limit
    POST /api/request-settings/{id}/remove-limit, POST /api/request-settings/add-reason
    POST /api/request-settings/{id}/change-reason, POST /api/request-settings/{id}/archive-reason
    POST /api/request-settings/add-step, POST /api/request-settings/{id}/remove-step
    POST /api/request-settings/set-number
    POST /api/return-visit-rules/save, POST /api/return-visit-rules/{id}/remove
    `,
  ],
  [
    'qian admin zhao he',
    `
    POST /api/areas, PATCH /api/areas/{id}, POST /api/areas/{id}/archive, POST /api/areas/{id}/restore
    PATCH /api/staff/{id}, POST /api/staff/{id}/appoint, POST /api/staff/{id}/relieve
    POST /api/staff/{id}/reset-password
    POST /api/places/{id}/set-area
    `,
  ],
  [
    'qian admin zhao chen he',
    `
    GET /api/areas/{id}/candidates, POST /api/areas/{id}/assign, POST /api/areas/{id}/release
    `,
  ],
  [
    'qian admin zhao sun he tang',
    `
    POST /api/places, PATCH /api/places/{id}, POST /api/places/{id}/archive, POST /api/places/{id}/restore
    `,
  ],
  [
    'qian admin zhao he tang',
    `
    POST /api/places/generate
    `,
  ],
  [
    'qian zhao chen he lin zhou gu tang',
    `
    POST /api/places/{id}/set-status
    `,
  ],
  [
    'qian zhao he tang',
    `
    POST /api/places/{id}/correct-status
    `,
  ],
  [
    'qian zhao chen he lin zhou gu su fang luo tang ye',
    `
    GET /api/customers, GET /api/customers/{id}, GET /api/customers/recognise, POST /api/customers
    PATCH /api/customers/{id}, POST /api/customers/{id}/add-phone, POST /api/customers/{id}/set-main-phone
    POST /api/customers/{id}/end-phone, POST /api/customers/{id}/add-plate, POST /api/customers/{id}/end-plate
    `,
  ],
  [
    'qian zhao chen he lin zhou gu su tang',
    `
    POST /api/customers/{id}/link-unit, POST /api/customers/{id}/end-link
    `,
  ],
  [
    'zhao chen he tang',
    `
    POST /api/customers/{id}/merge, POST /api/customers/{id}/archive, POST /api/customers/{id}/restore
    `,
  ],
  [
    'qian zhao chen he lin zhou gu su fang luo ye',
    `
    POST /api/customers/{id}/reveal
    POST /api/requests/{id}/accept, PATCH /api/requests/{id}, POST /api/requests/{id}/dispatch
    POST /api/requests/{id}/hand-over, POST /api/requests/{id}/settle, POST /api/requests/{id}/cancel
    POST /api/requests/{id}/settle-at-desk, POST /api/requests/{id}/nudge
    `,
  ],
  [
    'qian zhao sun chen he lin zhou gu su fang luo ye',
    `
    POST /api/requests, POST /api/requests/{id}/hold, POST /api/requests/{id}/resume
    POST /api/requests/{id}/answer
    GET /api/work-orders/workers, POST /api/work-orders, POST /api/work-orders/{id}/assign
    POST /api/work-orders/{id}/assign-by-turn, POST /api/work-orders/{id}/cancel
    `,
  ],
  [
    'qian zhao sun chen he lin zhou gu su fang luo tang wu ma ye',
    `
    POST /api/requests/{id}/take, POST /api/requests/{id}/decline, POST /api/requests/{id}/complete
    GET /api/work-orders, GET /api/work-orders/{id}, GET /api/work-orders/{id}/sheet
    `,
  ],
  [
    'qian zhao sun chen he lin zhou gu su fang luo wu ma ye',
    `
    POST /api/requests/{id}/arrive, POST /api/requests/{id}/reveal
    POST /api/work-orders/{id}/agree, POST /api/work-orders/{id}/refuse, POST /api/work-orders/{id}/reveal
    `,
  ],
  [
    'qian zhao chen he lin zhou gu luo',
    `
    POST /api/requests/{id}/rework, POST /api/requests/{id}/close-undone
    `,
  ],
  [
    'qian zhao chen he',
    `
    POST /api/requests/{id}/reopen, POST /api/requests/{id}/supervise, POST /api/requests/{id}/judge
    POST /api/requests/{id}/split, POST /api/requests/{id}/group, POST /api/requests/{id}/waive
    POST /api/return-visits/{id}/waive
    `,
  ],
  [
    'sun wu ma',
    `
    POST /api/work-orders/{id}/take, POST /api/work-orders/{id}/decline, POST /api/work-orders/{id}/arrive
    POST /api/work-orders/{id}/quote, POST /api/work-orders/{id}/hold, POST /api/work-orders/{id}/resume
    POST /api/work-orders/{id}/complete
    `,
  ],
  [
    'sun chen he wu ma',
    `
    POST /api/work-orders/{id}/hand-over
    `,
  ],
  [
    'qian zhao sun chen he lin zhou gu',
    `
    POST /api/work-orders/{id}/rework
    `,
  ],
  [
    'qian zhao sun',
    `
    POST /api/price-items, PATCH /api/price-items/{id}, POST /api/price-items/{id}/archive
    `,
  ],
  [
    'qian zhao sun chen he lin zhou gu su fang luo tang ye',
    `
    GET /api/return-visits, GET /api/return-visits/counts, GET /api/return-visits/{id}
    `,
  ],
  [
    'chen he lin zhou gu su fang luo ye',
    `
    POST /api/return-visits/{id}/attempt, POST /api/return-visits/{id}/make
    POST /api/return-visits/{id}/reveal
    `,
  ],
  [
    'qian admin zhao sun chen he',
    `
    POST /api/saved-views/{id}/share
    `,
  ],
  [
    'qian admin zhao su tang',
    `
    GET /api/imports/kinds, GET /api/imports, GET /api/imports/{id}, GET /api/imports/{id}/rejects
    GET /api/imports/template, POST /api/imports, POST /api/imports/{id}/map, POST /api/imports/{id}/check
    POST /api/imports/{id}/run, POST /api/imports/{id}/cancel
    `,
  ],
]

export const table: ReadonlyMap<string, string> = new Map(
  LET_IN.flatMap(([who, routes]) => routesIn(routes).map((route): [string, string] => [route, who])),
)

/** The wrong company has posts of the same kinds: `other` has that of fang, `an` those of qian and admin. */
const SAME_POSTS: Partial<Record<Login, readonly Login[]>> = { other: ['fang'], an: ['qian', 'admin'] }

export function allowedAt(route: string, login: Login): boolean {
  const who = table.get(route)
  if (who === 'anyone' || who === 'signed-in') return true
  const logins = who?.split(' ') ?? []
  return (SAME_POSTS[login] ?? [login]).some((one) => logins.includes(one))
}

function routesIn(text: string) {
  return text
    .split(/[\n,]/)
    .map((line) => line.trim())
    .filter(Boolean)
}
