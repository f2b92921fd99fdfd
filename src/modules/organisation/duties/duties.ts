// By what the duty sheets themselves prove duties.
import type { Measures } from './contract/proof.ts'

export const dutyMeasures = {
  published: {
    zh: '每年修订并发布岗位职责',
    en: 'Duty sheets revised and published every year',
    proof: {
      kind: 'cadence',
      credit: 'company',
      events: [{ event: 'duty_sheet.published' }],
      times: 1,
      per: 'year',
      way: { page: '/duty-sheets', needs: 'duty-sheets.read' },
    },
  },
  acknowledged: {
    zh: '职责与制度已阅知',
    en: 'Duties read and acknowledged',
    proof: {
      kind: 'coverage',
      credit: 'own',
      owner: 'staffId',
      opens: [{ event: 'duty_acknowledgement.came_due' }],
      answers: [{ event: 'duty_acknowledgement.given' }],
      drops: [{ event: 'duty_acknowledgement.cancelled' }],
      limit: { detail: 'dueAt' },
      way: { page: '/duty-sheets', needs: 'duty-sheets.read' },
    },
  },
  checked: {
    zh: '每个工作日检查下属履职',
    en: 'Subordinates’ duties checked every working day',
    proof: {
      kind: 'cadence',
      credit: 'own',
      events: [{ event: 'duty_check.made' }],
      times: 1,
      per: 'working_day',
      way: { page: '/duties/team', needs: null },
    },
  },
  board: {
    zh: '履职情况随时可看',
    en: 'How duties stand is always on view',
    proof: { kind: 'board', way: { page: '/duties/team', needs: null } },
  },
} as const satisfies Measures
