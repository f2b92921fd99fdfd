import { describe, expect, test } from 'vitest'
import * as madeUp from './made-up.ts'
import { readJobDocument } from './read-job-document.ts'

const told = (text: string, name?: string) =>
  readJobDocument(text, { ...(name && { name }) }).posts.map(({ title, duties }) => [
    title,
    ...duties.map((duty) => duty.text),
  ])

describe('duties stand under their own post', () => {
  test('when several numbers share a line, and lines break within sentences', () => {
    expect(told(madeUp.inlineNumbers)).toEqual([
      [
        '秩序部主管',
        '负责小区公共秩序的日常管理',
        '编排队员班次,每月公布一次',
        '组织消防演练;演练后写出总结',
        '完成项目经理交办的其他任务',
      ],
      ['门岗队员', '查验外来人员证件,做好出入登记', '大件物品凭放行条放行,没有放行条的不得出门', '与下一班当面交接'],
    ])
  })
  test('without page numbers, company names and what the holder must bring along', () => {
    expect(told(madeUp.brokenLines)).toEqual([
      [
        '维修工',
        '接到派工单后十五分钟内赶到现场,修好后请业主签字',
        '每周检查一次水泵房和配电室,并做好记录',
        '保管好工具、配件',
        '完成主管安排的其他工作',
      ].map((text, at) => (at === 0 ? '工程部维修工' : text)),
    ])
  })
  test('when the title says how many are looked for, which is left out of it', () => {
    const titled = (title: string) => told(`${title}岗位职责\n1、登记来电。\n2、每天巡查大堂。`).map(([first]) => first)
    expect(titled('大客户经理(2名)')).toEqual(['大客户经理'])
    expect(titled('客服前台（若干名）')).toEqual(['客服前台'])
    expect(titled('维修电工(强电、弱电)')).toEqual(['维修电工(强电、弱电)'])
  })
  test('in an advert on one line', () => {
    expect(told(madeUp.advert)).toEqual([
      ['楼栋管家', '每日巡查责任楼栋，发现问题及时报修', '收集业主意见，每月走访三十户', '协助催缴物业费'],
    ])
  })
  test('in traditional characters with stray pinyin, which is left out', () => {
    expect(told(madeUp.traditional)).toEqual([
      ['仓管员', '負責物料的驗收、入庫和發放', '每月盤點一次,做到賬物相符', '保持庫房整潔,注意防火'],
    ])
  })
  test('in two columns side by side', () => {
    expect(told(madeUp.sideBySide)).toEqual([
      ['客服主管', '受理业主投诉,跟进处理结果', '每周安排管家回访', '每月统计收缴率', '完成上级交办的其他任务'],
      ['保安班长', '每天带班巡逻重点部位', '填写本班交接班记录', '检查门岗放行条', '完成上级交办的其他任务'],
    ])
  })
  test('in two columns read line by line', () => {
    expect(told(madeUp.alternating)).toEqual([
      ['会计', '审核各类票据,编制凭证', '每月编制财务报表', '保管会计档案'],
      ['出纳', '办理现金和银行收付', '每日登记日记账', '保管支票和印章'],
    ])
  })
  test('when the end of a list slipped under the next heading', () => {
    expect(told(madeUp.tornList)).toEqual([
      [
        '行政部文员',
        '负责来文登记、传阅和归档',
        '负责会议室的安排',
        '每周统计办公用品的领用',
        '接待来访客人,通知被访的同事',
        '完成行政主管交办的其他工作',
      ],
      ['行政部前台', '负责收发快递和报纸', '转接总机电话', '完成行政主管交办的其他工作'],
    ])
  })
  test('when bullets explain a numbered head', () => {
    expect(told(madeUp.nested)).toEqual([['楼宇管家', '接待来访业主,解答疑问', '接听热线并登记', '按月派发缴费通知单']])
  })
  test('when each line names a post and its task', () => {
    expect(told(madeUp.peopleInRow)).toEqual([
      ['仓库主管', '负责仓库的整体运作和人员排班'],
      ['拣货员', '负责按订单拣选货物'],
      ['叉车司机', '负责货物的搬运'],
    ])
  })
})

describe('duties stand under their own post also', () => {
  test('in a table drawn with bars', () => {
    expect(told(madeUp.withBars)).toEqual([
      ['工程主管', '安排维修任务,检查进度'],
      ['水暖工', '检修供水和供暖设施'],
    ])
  })
  test('in a few words with a paragraph each, of a department that no heading names', () => {
    const { posts } = readJobDocument(madeUp.headsAndParagraphs)
    expect(posts).toMatchObject([{ title: '工程部', kind: 'department' }])
    expect(posts[0]?.duties.map(({ text }) => text.slice(0, 8))).toEqual([
      '设备养护：工程部',
      '应急抢修：遇到停',
      '节能管理：根据季',
    ])
  })
  test('on a page copied from a website', () => {
    expect(told(madeUp.copiedPage)).toEqual([['收银员', '按时开机,核对备用金', '为顾客结账并开具发票']])
  })
  test('when a numbered title has its task on the next line', () => {
    expect(told(madeUp.titleAndLine)).toEqual([
      ['人事专员', '负责招聘、入职和离职手续'],
      ['前台接待', '负责接待来访人员、转接电话'],
    ])
  })
})

describe('posts', () => {
  test('that stand twice are one, with what either of them says', () => {
    const { posts } = readJobDocument(madeUp.twice)
    expect(posts.map(({ title, duties }) => [title, duties.length])).toEqual([
      ['区域经理', 4],
      ['导购员', 2],
    ])
    expect(posts[0]?.duties[0]?.source).toHaveLength(2)
  })
  test('of one title with different duties stay two', () => {
    expect(told(madeUp.sameTitle)).toEqual([
      ['吧员', '每天开吧前清点酒水', '按配方调制饮品'],
      ['吧员', '负责夜场收银', '向主管报送当日营业额'],
    ])
  })
  test('carry whom they answer to, whom they lead and what they may decide', () => {
    expect(readJobDocument(madeUp.withPower).posts).toMatchObject([
      {
        title: '物业经理',
        reportsTo: '总经理',
        supervises: ['客服主管', '工程主管'],
        authorities: ['下属的任免建议权', '五千元以内的采购审批权'],
        summary: '全面负责项目的日常运营',
        duties: [{ text: '每季度组织一次满意度调查' }, { text: '审批外包单位的合同' }, { text: '主持每周例会' }],
      },
    ])
  })
  test('without a name in the text are named after the file', () => {
    expect(told('工作职责:\n1、开具发票;\n2、每日盘点现金。', '07_停车场收费员_2026.docx')).toEqual([
      ['停车场收费员', '开具发票', '每日盘点现金'],
    ])
  })
  test('and competency models are kept apart', () => {
    const { posts, models } = readJobDocument(madeUp.withModel)
    expect(posts.map(({ title }) => title)).toEqual(['店长'])
    expect(models).toMatchObject([
      {
        title: '店长序列胜任能力模型',
        competencies: [
          { name: '沟通能力', tier: 'general' },
          { name: '应变能力', tier: 'general' },
          { name: '库存管理', tier: 'professional' },
          { name: '团队带教', tier: 'professional' },
        ],
      },
    ])
  })
})

describe('what is read', () => {
  test('points to where it stands', () => {
    const text = madeUp.brokenLines
    const [first] = readJobDocument(text).posts[0]?.duties ?? []
    const told = (first?.source ?? []).map(([start, end]) => text.slice(start, end).replace(/\s/g, '')).join('')
    expect(told).toBe(first?.text)
  })
  test('takes no longer for each page when there are many', () => {
    const page = Object.values(madeUp).join('\n').slice(0, 1500)
    const pages = (many: number) =>
      Array.from({ length: many }, (_, at) => page.replaceAll('主管', `主管${at}`)).join('\n')
    const fastest = (text: string) =>
      Math.min(
        ...[1, 2, 3].map(() => {
          const startedAt = performance.now()
          readJobDocument(text)
          return performance.now() - startedAt
        }),
      )
    readJobDocument(page)
    // A hundred pages take 0.4 s on two idle cores; held as a ratio, since the machine may be busy with something else.
    expect(fastest(pages(100))).toBeLessThan(fastest(pages(20)) * 15)
  })
  test.each([
    '1、'.repeat(20_000),
    '('.repeat(50_000),
    ' '.repeat(50_000),
    '负责'.repeat(30_000),
    '一、二、'.repeat(10_000),
    '\t\t'.repeat(20_000),
    'A '.repeat(50_000),
    '每'.repeat(50_000),
    '首先,保洁员是'.repeat(15_000),
    '检查设备\n'.repeat(50_000),
  ])('of a hostile text costs no more (%#)', (text) => {
    const startedAt = performance.now()
    readJobDocument(text)
    expect(performance.now() - startedAt).toBeLessThan(5000)
  })
})
