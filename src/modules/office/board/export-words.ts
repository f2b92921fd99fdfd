// What the workbook of the board says in both languages.
import type { Kind } from '../../service/requests/contract/shapes.ts'

type Both = { zh: string; en: string }
export const KIND_WORDS: Record<Kind, Both> = {
  repair: { zh: '报修', en: 'Repair' },
  complaint: { zh: '投诉', en: 'Complaint' },
  enquiry: { zh: '咨询', en: 'Enquiry' },
  help: { zh: '求助', en: 'Help' },
  suggestion: { zh: '建议', en: 'Suggestion' },
  grievance: { zh: '抱怨', en: 'Grievance' },
  praise: { zh: '表扬', en: 'Praise' },
}
export const PART_WORDS = {
  open: { zh: '未办结', en: 'Open' },
  openByKind: { zh: '未办结（按类别）', en: 'Open by kind' },
  openByArea: { zh: '未办结（按责任区）', en: 'Open by area' },
  openByPerson: { zh: '未办结（按处理人）', en: 'Open by person' },
  received: { zh: '受理', en: 'Received' },
  closed: { zh: '办结', en: 'Closed' },
  onTime: { zh: '及时完成率', en: 'Finished in time' },
  onTimeByKind: { zh: '及时完成率（按类别）', en: 'In time by kind' },
  satisfaction: { zh: '满意度', en: 'Satisfaction' },
  coverage: { zh: '回访率', en: 'Return visits made' },
  heat: { zh: '楼栋报事量', en: 'By building' },
  trend: { zh: '趋势', en: 'Trend' },
  dutiesByPost: { zh: '履职（按岗位）', en: 'Duties by post' },
  dutiesByPerson: { zh: '履职（按人员）', en: 'Duties by person' },
} as const satisfies Record<string, Both>
