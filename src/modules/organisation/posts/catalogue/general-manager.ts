// Leads the management office and has the last word on what no department can settle.
import type { StandardPost } from './standard-post.ts'

export const generalManager: StandardPost = {
  key: 'generalManager',
  kind: 'post',
  title: '管理处总经理',
  titleEn: 'General Manager',
  departmentKind: 'management',
  reportsTo: null,
  duties: [
    {
      code: 'GM.1',
      cadence: 'always',
      by: ['insight'],
      zh: '对管理处的服务、安全和经营结果负全责',
      en: 'Carry full responsibility for service, safety and results of the management office',
      measure: '各项目的关键数字每天可见，并能点开看到背后的记录',
      measureEn: "Each estate's key figures are on the board every day and open the records behind them",
    },
    {
      code: 'GM.2',
      cadence: 'on_demand',
      by: ['requests'],
      zh: '亲自过问重大投诉和久拖不决的事项',
      en: 'Take a hand in major complaints and in matters that drag on',
      measure: '升级到本岗位的事项在时限内有处理意见',
      measureEn: 'Matters escalated to this post receive a decision within their limit',
    },
    {
      code: 'GM.3',
      cadence: 'monthly',
      by: ['planning'],
      zh: '审定各部门的月度计划与费用',
      en: "Approve the departments' monthly plans and spending",
      measure: '每月在期初审定全部部门计划',
      measureEn: "All departments' plans are approved at the start of each month",
    },
    {
      code: 'GM.4',
      cadence: 'weekly',
      by: ['meetings'],
      zh: '主持每周管理例会，明确分工和完成日',
      en: 'Chair the weekly management meeting; give each task an owner and a day',
      measure: '每周有纪要，会上事项按日完成',
      measureEn: 'Minutes every week; items done by their day',
    },
    {
      code: 'GM.5',
      cadence: 'on_demand',
      by: ['organisation'],
      zh: '任免下属岗位，授予与工作相称的权限',
      en: 'Appoint people to posts and grant rights that fit the work',
      measure: '每次任免和授权在台账中可查',
      measureEn: 'Every appointment and grant stands in the ledger',
    },
  ],
}
