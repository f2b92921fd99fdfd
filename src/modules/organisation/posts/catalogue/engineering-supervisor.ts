// Leads the repair workers and answers for equipment.
import type { StandardPost } from './standard-post.ts'

export const engineeringSupervisor: StandardPost = {
  key: 'engineeringSupervisor',
  kind: 'post',
  title: '工程主管',
  titleEn: 'Engineering Supervisor',
  departmentKind: 'engineering',
  reportsTo: 'generalManager',
  duties: [
    {
      code: 'ES.1',
      cadence: 'daily',
      by: ['work-orders'],
      zh: '把派工单派给合适的工种和人手，盯到完工',
      en: 'Give each sheet to the right trade and hand, and see it finished',
      measure: '派工单按时接单、到场、完工',
      measureEn: 'Sheets are taken, reached and finished within their limits',
    },
    {
      code: 'ES.2',
      cadence: 'daily',
      by: ['rosters'],
      zh: '安排工程值班，急修随叫随到',
      en: 'Roster the engineers so that urgent repairs always find somebody',
      measure: '每班各主要工种有人在岗',
      measureEn: 'Each main trade has somebody on duty in each shift',
    },
    {
      code: 'ES.3',
      cadence: 'on_demand',
      by: ['work-orders'],
      zh: '审批退单和超过一天的暂停',
      en: 'Decide on sheets sent back and on pauses beyond a day',
      measure: '当天答复',
      measureEn: 'Decided the same day',
    },
    {
      code: 'ES.4',
      cadence: 'weekly',
      by: ['quality'],
      zh: '抽查维修质量，处理返工',
      en: 'Sample the quality of repairs and deal with rework',
      measure: '每周抽查，返工有原因',
      measureEn: 'Samples each week; each rework has its cause',
    },
    {
      code: 'ES.5',
      cadence: 'on_demand',
      by: ['emergencies'],
      zh: '停水、停电、困梯等抢修到场指挥',
      en: 'Lead on the spot when water, power or a lift fails',
      measure: '抢修事件按时到场并有记录',
      measureEn: 'On the spot in time, with a record',
    },
  ],
}
