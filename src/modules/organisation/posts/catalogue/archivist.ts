// Enters and files what the estate knows of its customers.
import type { StandardPost } from './standard-post.ts'

export const archivist: StandardPost = {
  key: 'archivist',
  kind: 'post',
  title: '资料员',
  titleEn: 'Archivist',
  departmentKind: 'office',
  reportsTo: 'projectSupervisor',
  duties: [
    {
      code: 'B4.1',
      cadence: 'on_demand',
      by: ['customers'],
      zh: '整理、录入客户资料',
      en: 'Put customer records in order and enter them',
      measure: '时限内录入，导入差错已处理',
      measureEn: 'Entered within the limit; import errors are settled',
    },
    {
      code: 'B4.2',
      cadence: 'monthly',
      by: ['archives'],
      zh: '归集客户、装修和文书档案',
      en: 'Gather the customer, renovation and office files',
      measure: '档案齐全',
      measureEn: 'Files are complete',
    },
    {
      code: 'B4.3',
      cadence: 'on_demand',
      by: ['documents'],
      zh: '打印文件与表单',
      en: 'Have papers and forms printed',
      measure: '由模板生成 PDF',
      measureEn: 'Made as PDF from templates',
    },
    {
      code: 'B4.4',
      cadence: 'daily',
      by: ['keys'],
      zh: '保管本部与空置房的钥匙',
      en: 'Hold the keys of the office and of homes that stand empty',
      measure: '把把有数',
      measureEn: 'Every key is accounted for',
    },
    {
      code: 'B4.5',
      cadence: 'on_demand',
      by: ['paid-services'],
      zh: '办理传真、复印、打印等收费服务',
      en: 'Fax, copy and print for payment',
      measure: '每笔有收费、有收据',
      measureEn: 'Each is charged and receipted',
    },
  ],
}
