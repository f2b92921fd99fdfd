import { describe, expect, test } from 'vitest'
import { standardPosts } from '../../posts/module.ts'
import { cadenceOf } from './cadence.ts'
import { capabilityOf } from './capability.ts'
import { proposed } from './propose.ts'

describe('a capability is proposed', () => {
  test.each([
    ['受理业主的投诉和建议,当天答复', 'requests'],
    ['接到派工单后及时上门维修', 'work-orders'],
    ['对修好的住户逐户回访', 'return-visits'],
    ['按路线巡逻,检查公共区域的安全隐患', 'patrols'],
    ['组织消防演练,处置火灾等突发事件', 'emergencies'],
    ['每半年发放一次满意度问卷', 'surveys'],
    ['监督外包保洁公司的作业', 'contractors'],
    ['办理装修手续,检查装修现场', 'renovation'],
    ['登记外来人员,核对放行条', 'gate-passes'],
    ['催缴拖欠的物业费', 'collections'],
    ['收取停车费并开具发票,每日对账', 'payments'],
    ['起草通知并在公告栏张贴', 'notices'],
    ['编排值班表,记录考勤', 'rosters'],
    ['组织新员工的岗前培训', 'training'],
    ['发布招聘信息,安排面试', 'recruitment'],
    ['拜访潜在客户,开发新客户', 'leads'],
    ['收集竞品的价格和市场信息', 'market'],
    ['每月盘点仓库,核对库存', 'stock'],
    ['送货上门,与客户办理交货', 'deliveries'],
    ['审核差旅报销', 'expenses'],
    ['完成领导交办的其他工作', 'planning'],
  ])('%s: %s', (text, capability) => {
    expect(capabilityOf(text)).toMatchObject({ capability })
  })
  test('by what the duty is, not by the ground it is done on or the examples in brackets', () => {
    expect(capabilityOf('根据考核办法,巡查各楼栋').capability).toBe('patrols')
    expect(capabilityOf('保管钥匙(如会议室、仓库、档案室)').capability).toBe('keys')
  })
  test('with the words that led to it', () => {
    expect(proposed('每周回访报修的住户')).toMatchObject({
      capability: 'return-visits',
      cadence: 'weekly',
      proposedFrom: { capability: ['回访'], cadence: ['每周'] },
    })
  })
  test('with words of the text also where only its wording led to it', () => {
    const { capability, words } = capabilityOf('教新来的怎么做')
    expect(capability).toBe('training')
    expect(words.length).toBeGreaterThan(0)
    for (const word of words) expect('教新来的怎么做').toContain(word)
  })
  test('not at all when nothing fits', () => {
    expect(capabilityOf('遇事冷静')).toMatchObject({ capability: null, words: [] })
  })
  test('for most duties of the catalogue, whose wording it never saw', () => {
    const duties = Object.values(standardPosts).flatMap((post) => post.duties)
    const right = duties.filter(({ zh, by }) => by.some((one) => one === capabilityOf(zh).capability))
    expect(right.length / duties.length).toBeGreaterThan(0.8)
  })
})

describe('a cadence is proposed', () => {
  test.each([
    ['每天巡楼两次', 'daily'],
    ['接班前清点物品', 'shift'],
    ['主持每周例会', 'weekly'],
    ['每月底上报收缴率', 'monthly'],
    ['每季度盘点资产', 'quarterly'],
    ['每半年修订一次制度', 'half-yearly'],
    ['编制年度预算', 'yearly'],
    ['熟悉小区的楼栋分布', 'continuous'],
    ['遇有突发事件及时上报', 'on-event'],
  ] as const)('%s: %s', (text, cadence) => {
    expect(cadenceOf(text, null).cadence).toBe(cadence)
  })
  test('by the first word that says how often, when there are several', () => {
    expect(cadenceOf('每日填报,周六汇总', null)).toEqual({ cadence: 'daily', words: ['每日'] })
  })
  test('by what kind of duty it is, when it only says regularly', () => {
    expect(cadenceOf('定期走访业主', 'return-visits')).toEqual({ cadence: 'weekly', words: ['定期'] })
  })
  test('as daily in a daily programme', () => {
    expect(proposed('晨会:布置任务', '每天')).toMatchObject({ cadence: 'daily', proposedFrom: { cadence: ['每天'] } })
  })
  test('without taking 周边 or 周到 for a week', () => {
    expect(cadenceOf('熟悉周边环境,服务周到', null).cadence).toBe('continuous')
  })
})
