// Keeps the program itself in order and takes no part in the business.
import type { StandardPost } from './standard-post.ts'

export const systemAdministrator: StandardPost = {
  key: 'systemAdministrator',
  kind: 'post',
  title: '系统管理员',
  titleEn: 'System Administrator',
  departmentKind: 'office',
  reportsTo: 'generalManager',
  duties: [
    {
      code: 'SA.1',
      cadence: 'on_demand',
      by: ['organisation'],
      zh: '按批准建立账号、岗位和权限，离职当天收回',
      en: 'Set up accounts, posts and rights as approved, and withdraw them the day somebody leaves',
      measure: '离职人员当天不能登录',
      measureEn: 'Whoever left cannot sign in from that day',
    },
    {
      code: 'SA.2',
      cadence: 'monthly',
      by: ['organisation'],
      zh: '每月核对一次权限，多余的收回',
      en: 'Review rights monthly and take back what is not needed',
      measure: '每月有一次核对记录',
      measureEn: 'One recorded review a month',
    },
    {
      code: 'SA.3',
      cadence: 'on_demand',
      by: ['organisation'],
      zh: '导入旧资料，退回的行逐条处理',
      en: 'Bring old records in and settle every rejected row',
      measure: '导入行数对得上',
      measureEn: 'The rows of an import add up',
    },
    {
      code: 'SA.4',
      cadence: 'daily',
      by: ['organisation'],
      zh: '确认备份成功，定期演练恢复',
      en: 'See that backups succeed and practise restoring them',
      measure: '每天有备份，每季度演练一次',
      measureEn: 'A backup every day, a rehearsal every quarter',
    },
  ],
}
