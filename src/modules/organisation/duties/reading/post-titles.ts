// What a post is called, and what is only a department, a company or a sentence.

const ROLE_ENDS =
  '经理|总监|主管|主任|助理|专员|文员|秘书|领班|班长|队长|组长|管家|前台|接待|前台接待|员|客服|会计|出纳|主办|督导|司机|驾驶员|厨师|厨工|技工|技师|技术员|工程师|电工|水工|焊工|木工|维修工|水电工|空调工|综合工|管道工|运行工|万能工|保洁|保安|门卫|门岗|监控岗|巡逻岗|固定岗|岗|绿化工|花工|园艺师|设计师|讲师|导购|顾问|代表|店长|采购|仓管|库管|跟单|内勤|行政|人事|法务|审计|人员|总经理|董事长|厂长|校长|站长|所长|处长|部长|科长|副总|负责人|教练|救生员|阿姨|洗碗工|普工|师傅|学徒|管培生|实习生|商务|运营|策划|销售|业务|招商|置业顾问|礼宾|礼宾员|迎宾|传菜|[吧店站馆园司]长|文案|服务生|吧员|调酒师|酒水师|收银|吧台|副理|襄理|总工|经纪人|主播|专家|助手|文职|调度|夜审|督察|门童|行李生|护士|监理|参谋|大使|(?<=..)师|厨师长|(?<=..)(?<![员施职手开竣完加用人分派返停罢怠民务做])工'
const ROLE = new RegExp(`(?:${ROLE_ENDS})(?:\\([^()]{1,12}\\)|岗|[A-Za-z]{1,2})?$`)
/** Words no title begins with, since they begin what is done. */
const DOING =
  /^(?:负责|协助|完成|做好|做到|执行|严格|认真|服从|遵守|制定|制订|拟定|拟订|编制|编写|组织|参与|参加|监督|检查|督促|督导各|指导|培训|管理好|定期|及时|按照|按|根据|熟悉|掌握|了解|接受|接待来|接听|受理|处理|收取|收集|整理|汇总|维护|保持|保证|确保|加强|对(?!账|外|公)|为|向(?!导)|与|在(?!线)|将|把|以|由|配合|落实|贯彻|审核|审批|建立|健全|完善|开展|安排|明确|切实|积极|热爱|热情|具有|具备|能(?!源|耗)|有|不(?!动产)|如|若|凡|各|其他|其它|本|该|直接|全体|所有|每|上级|上报|汇报|报(?!关|修|账|检|价)|交(?!车|易|付|换|通)|听从|爱护|坚守|迎送|引导|协调|统计|登记|发放|办理|使用|提高|通知|监控各|巡查|巡逻各|同(?!城)|和|及|或|从|至|到(?!店|货))/
/** Some are called after what they do, and nothing else. */
const CALLED_AFTER =
  /^(?:培训|统计|登记|协调|审核|执行|监督|检查|巡查|维护|引导|发放|整理|汇总|安排|通知|审批|指导|配合)(?:员|师|专员|讲师|专干)$|^(?:培训|统计|审核|执行|协调)(?:主管|经理|主任|总监|组长|助理)$/
const GENERIC =
  /^(?:员工|全体员工|各?岗位|各岗位人员|人员|各级人员|部门|职员|工作人员|有关人员|相关人员|管理人员|(?:岗位)?定员|成员|会员|下属|下属人员|本组人员|动员|专员和|业主委员|党员)$/
const ORGANISATION =
  /(?:公司|集团|项目|管理处|服务中心|客户中心|中心|项目部|小区|大厦|酒店|物业|企业|学校|医院|分公司|总部)$/
export const DEPARTMENT = /(?:部|部门|处|科|室|班|组|队|中心)$/

export type Named = { title: string; department?: string; kind: 'post' | 'department' | 'group' }

/** Strictly a title: a role at the end, no verb in front, nothing that belongs into a sentence. */
export function isPostTitle(text: string): boolean {
  const title = text.trim()
  if (
    title.length < 2 ||
    title.length > 18 ||
    /[,;。!?、的了:【】[\]〖〗《》]|[诚急]聘|属于|需要|作为|以及|设有|多个|编号|日常|[到在上离脱顶]岗|[员工]需|招聘(?!专员|主管|经理|助理|顾问|负责人|员)|\d{2,}/.test(
      title.replace(/\/|、/g, ''),
    )
  )
    return false
  return ROLE.test(title) && (CALLED_AFTER.test(title) || !DOING.test(title)) && !GENERIC.test(title)
}

/** A title, or one with more stuck behind it than belongs to a title: `秩序维护主管目的明确…`. */
export function titleOpening(text: string): string | undefined {
  if (isPostTitle(text)) return text
  for (let length = Math.min(LONGEST_TITLE, text.length - SHORTEST_REST); length >= 2; length -= 1)
    if (isPostTitle(text.slice(0, length))) return text.slice(0, length)
  return undefined
}

const LONGEST_TITLE = 14
const SHORTEST_REST = 4

/** An advert says how many it looks for: `大客户经理(2名)`. */
export const withoutHeadcount = (title: string): string =>
  title.replace(/\s*\((?:招聘?|共|各)?(?:\d{1,3}|[一二两三四五六七八九十]{1,3}|若干|数)[名人位个]\)$/, '')

/** Reads what stands before "岗位职责": a title with its department, or a department, or only the name of a document. */
export function namedIn(text: string): Named {
  const whole = text
    .trim()
    .replace(/^(?:19|20)\d\d年?(?:度)?/, '')
    .replace(/^(?:某|x+|X+|\*+)+/, '')
    .replace(/^(?:关于|最新|精选|以下(?:是|为)|下面(?:是|为)|这是|我(?:司|公司))/, '')
    .replace(/(?:各个?岗位|各岗位人员|岗位|各)$/, '')
  const { organisation, rest } = withoutOrganisation(whole)
  if (rest === '' || GENERIC.test(rest)) return groupOf(organisation, rest)
  const department = departmentOf(rest)
  const own = rest.slice(department.length)
  if (GENERIC.test(own)) return { title: department, kind: 'group' }
  if (isPostTitle(rest)) return { title: rest, ...(department && own ? { department } : {}), kind: 'post' }
  return DEPARTMENT.test(rest) && !DOING.test(rest)
    ? { title: rest.replace(/部门$/, '部').replace(/部部$/, '部'), kind: 'department' }
    : { title: rest, kind: 'group' }
}

const groupOf = (organisation: string, rest: string): Named =>
  rest === '部门' && organisation === ''
    ? { title: '', kind: 'department' }
    : { title: organisation || rest, kind: 'group' }

/** `某物业公司项目管理处收款员` is a 收款员; `物业客户服务部客户主任` is of the 客户服务部. */
function withoutOrganisation(text: string): { organisation: string; rest: string } {
  const cut = /^(.*(?:公司|集团|管理处|项目部|分公司|事业部))(?=.{2,})/.exec(text)
  const inner = cut ? text.slice(cut[1]?.length ?? 0) : text
  const rest = inner.replace(/^物业(?=.{2,8}部)/, '')
  if (rest !== '' && !ORGANISATION.test(rest)) return { organisation: cut?.[1] ?? '', rest }
  return { organisation: text, rest: '' }
}

const departmentOf = (text: string): string => /^.{1,10}?(?:部|处|科|室)(?!长|门)/.exec(text)?.[0] ?? ''

/** A bare 经理 or 主管 is one of a department; anybody else's title stands by itself. */
export const qualified = (title: string, department: string | undefined): string =>
  department && BARE.test(title) ? `${department.replace(/部门$/, '部')}${title.replace(/^部门?/, '')}` : title

const BARE = /^(?:部门?)?(?:副?经理|主管|副?主任|副?部长|领班|班长|文员|助理|秘书|员工|总监)$/

/** Two titles of one post: one may carry the department or company the other leaves out. */
export function isSameTitle(one: string, other: string): boolean {
  const [short = '', long = ''] = [one, other].map(plainTitle).sort((a, b) => a.length - b.length)
  return short !== '' && long.endsWith(short)
}

const plainTitle = (title: string) => title.replace(/[\s()/·-]/g, '')
