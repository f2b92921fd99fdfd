// Finds accounts for the channel and looks after them.
import type { StandardPost } from './standard-post.ts'

export const channelAccountSales: StandardPost = {
  key: 'channelAccountSales',
  kind: 'post',
  title: '大客户销售人员（渠道）',
  titleEn: 'Channel Account Sales',
  departmentKind: 'sales',
  reportsTo: 'channelAccountManager',
  duties: [
    {
      code: 'E2.1',
      cadence: 'weekly',
      by: ['leads'],
      zh: '主动找客户，圈定值得做的大客户',
      en: 'Go out and find accounts that are worth the effort',
      measure: '每周有新线索',
      measureEn: 'New leads every week',
    },
    {
      code: 'E2.2',
      cadence: 'on_demand',
      by: ['opportunities'],
      zh: '拓宽门路，和上级商定走哪条渠道',
      en: 'Open ways to the customer and agree with the superior which one to take',
      measure: '商机都注明商定的渠道',
      measureEn: 'Each opportunity names the channel agreed',
    },
    {
      code: 'E2.3',
      cadence: 'weekly',
      by: ['accounts', 'return-visits'],
      zh: '按时登门，把关系处牢',
      en: 'Call at set times and keep the relation firm',
      measure: '按客户分级完成拜访',
      measureEn: 'Calls are made as the tier asks',
    },
    {
      code: 'E2.4',
      cadence: 'on_demand',
      by: ['requests'],
      zh: '把客户的话带回来，把客户的难处解决掉',
      en: 'Bring back what accounts say and get their problems out of the way',
      measure: '问题都有了结',
      measureEn: 'Problems are brought to an end',
    },
  ],
}
