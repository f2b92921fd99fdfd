// Does the work on the dispatch sheet.
import type { StandardPost } from './standard-post.ts'

export const repairWorker: StandardPost = {
  key: 'repairWorker',
  kind: 'post',
  title: '维修技工',
  titleEn: 'Repair Worker',
  departmentKind: 'engineering',
  reportsTo: 'engineeringSupervisor',
  duties: [
    {
      code: 'RW.1',
      cadence: 'on_demand',
      by: ['work-orders'],
      zh: '按时接单、到场，先说清价钱再动手',
      en: 'Take the sheet and arrive in time; name the price before starting',
      measure: '接单、到场不超时，收费项目有客户确认',
      measureEn: "Taken and reached within limits; paid work has the customer's yes",
    },
    {
      code: 'RW.2',
      cadence: 'on_demand',
      by: ['work-orders'],
      zh: '如实填写材料、工时和结果，请客户签字',
      en: 'Write down material, time and result truly and have the customer sign',
      measure: '派工单填写完整并有签字',
      measureEn: 'Sheets are complete and signed',
    },
    {
      code: 'RW.3',
      cadence: 'on_demand',
      by: ['work-orders'],
      zh: '修前修后拍照，收拾好现场',
      en: 'Photograph before and after and leave the place clean',
      measure: '完工单有前后照片',
      measureEn: 'Finished sheets carry both photos',
    },
    {
      code: 'RW.4',
      cadence: 'shift',
      by: ['rosters'],
      zh: '上岗签到，离岗交接未完的单',
      en: 'Sign on, and hand over open sheets when signing off',
      measure: '每班签到，未完的单有人接',
      measureEn: 'Signed on each shift; open sheets have a taker',
    },
  ],
}
