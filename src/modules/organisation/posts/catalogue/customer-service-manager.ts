// Heads the customer service department of the company.
import type { StandardPost } from './standard-post.ts'

export const customerServiceManager: StandardPost = {
  key: 'customerServiceManager',
  kind: 'post',
  title: '客户服务部经理',
  titleEn: 'Customer Service Manager',
  departmentKind: 'customer_service',
  reportsTo: 'generalManager',
  duties: [
    {
      code: 'A1.1',
      cadence: 'always',
      by: ['insight'],
      zh: '客户服务部做得好不好，由经理总负责',
      en: 'Own the quality of everything the customer service department does',
      measure: '部门各项指标当天可见，可按责任区和人员细看',
      measureEn: "Today's figures of the department are on the board, down to area and person",
    },
    {
      code: 'A1.2',
      cadence: 'yearly',
      by: ['organisation', 'documents'],
      zh: '定岗位、定职责、定标准和制度，并看着它们执行',
      en: 'Settle posts, duties, standards and rules, and see that they are followed',
      measure: '职责与制度都有现行版本，改动后相关人员逐一签阅',
      measureEn: 'Duties and rules have a current version; the people bound by a change sign that they read it',
    },
    {
      code: 'A1.3',
      cadence: 'daily',
      by: ['organisation', 'insight'],
      zh: '每天带、查、催本部门的工作和每位下属的进度',
      en: 'Guide and check the department daily, and press where a subordinate falls behind',
      measure: '每个工作日有一次检查记录，下属逾期的职责都有人跟进',
      measureEn: 'One recorded check each working day; every overdue duty of a subordinate is followed up',
    },
    {
      code: 'A1.4',
      cadence: 'monthly',
      by: ['planning', 'supplies'],
      zh: '排好部门工作计划和物资计划，说到做到',
      en: "Plan the department's work and its supplies, and keep to the plans",
      measure: '当月计划获批，计划事项按期完成',
      measureEn: "The month's plan is approved and its items are done on time",
    },
    {
      code: 'A1.5',
      cadence: 'on_demand',
      by: ['requests', 'surveys'],
      zh: '处理投诉，定期征求客户意见，心里有数',
      en: 'Deal with complaints and ask customers for their opinion at set times',
      measure: '投诉按时答复，每半年做一次意见征询',
      measureEn: 'Complaints are answered in time; one survey every half year',
    },
  ],
}
