// Words that head a section of a post, or name one of its attributes.
import { isPostTitle } from './post-titles.ts'

export type Section =
  | 'duties'
  | 'schedule'
  | 'authorities'
  | 'summary'
  /** What the holder must bring along, is paid, or is measured by: said of the post, but nothing to do. */
  | 'aside'
export type Attribute = 'title' | 'reportsTo' | 'supervises' | 'department' | 'ignored'
export type Label = { kind: 'section'; section: Section } | { kind: 'attribute'; attribute: Attribute }

const SECTIONS: Record<Section, string> = {
  duties:
    '岗位职责 工作职责 主要职责 主要职责说明 职责说明 核心职责 核心岗位职责 基本职责 部门职责 工作具体内容 具体工作内容 主要工作职责 岗位工作职责 职责描述 岗位职责描述 工作内容 岗位内容 主要工作内容 岗位描述 职位描述 工作描述 主要工作 工作任务 主要任务 岗位任务 职责范围 工作范围 负责范围 责任范围 职能 主要职能 部门职能 岗位职能 工作职能 工作内容描述 工作内容如下 主要工作职责如下 工作要点 重点工作 你将负责 你要做的 您将负责 工作内容及职责 职责及内容 岗位职责内容 职位内容 职位职责描述 工作内容和职责 岗位工作内容 主要职责如下 岗位主要职责 职责要求 职责任务 职责与任务 职责和任务 日常工作 日常工作内容 工作职责描述 岗位职责与工作内容 岗位职责及工作内容 工作职责及内容 主要岗位职责 具体职责 具体工作 具体职责如下 职责如下 岗位职责如下 工作职责如下 职位职责 职务职责 职责内容 职责概要 职责 管理职责 安全职责 岗位责任 工作责任 主要责任',
  schedule:
    '每天的工作程序 每日工作程序 日工作程序 每日工作流程 每天工作流程 每日工作安排 每日工作日程 工作日程 日程安排 一日工作流程 每日工作内容 每日工作 日常工作程序 日常工作流程',
  authorities:
    '工作权限 岗位权限 权限范围 工作权力 主要权力 权限 岗位权力 职权 管理权限 主要权限 职务权限 权力 审批权限 职位权限 岗位职权 主要职权 审批权 审核权 核定权 建议权 工作职权',
  summary:
    '工作综述 岗位概述 岗位职责概述 职责概述 本职 本职工作 岗位定位 职位概述 职位概要 岗位概要 工作概述 工作概要 岗位目的 工作目的 职务概要 岗位使命 职位使命 岗位简述 岗位宗旨 职位目的 主要目标 工作目标 岗位目标',
  aside:
    '岗位要求 任职要求 任职资格 任职条件 任职标准 任职资格要求 素质要求 素质与能力 资格要求 能力要求 职位要求 应聘条件 应聘要求 招聘要求 招聘条件 基本要求 技能要求 专业要求 学历要求 经验要求 工作经验 学历 教育水平 教育背景 经验 技能 技能与能力 专业背景 知识技能 岗位任职要求 职位任职要求 应具备条件 入职要求 用人要求 我们期待 我们期望 加分项 优先条件 优先考虑 福利 员工福利 岗位待遇 岗位福利 待遇福利 薪资范围 薪酬范围 上班地址 面试地址 面试时间 应聘方式 报名方式 报名条件 公司地址 招聘对象 承担责任 考核权 条件要求 任用资格 使用设备 业务接触对象 岗位资料 基本素质 基本技能 身体素质 要求 其他要求 其它要求 行为规范要求 素质 人员素质 基本素质 岗位素质 岗位条件 上岗条件 上岗要求 我们希望你 我们希望您 薪资待遇 薪酬待遇 福利待遇 薪资福利 薪酬福利 工资待遇 待遇 薪资 薪酬 工资 福利 月薪 底薪 工作时间 上班时间 作息时间 工作地点 工作地址 上班地点 地点 地址 联系方式 联系电话 电话 联系人 邮箱 简历投递 投递方式 公司简介 公司介绍 企业简介 关于我们 公司福利 我们提供 你将获得 招聘人数 人数 年龄 性别 工作标准 考核标准 服务标准 考核指标 绩效指标 绩效考核 考核内容 关键绩效指标 奖惩 奖惩规定 处罚规定 考勤规定 管理制度 规章制度 工作制度 行为规范 仪容仪表 礼仪规范 工作纪律 劳动纪律 注意事项 工作流程 操作流程 作业流程 服务流程 工作程序 流程 操作规程 知识要求 身体条件 工作环境 职业发展 晋升通道 发展通道 备注 说明 拓展 延伸阅读 相关阅读 拓展阅读 推荐阅读 总纲 总则 附则 适用范围 目的 权责分工 基本规定 目标与规范 工作关系 内部协调关系 外部协调关系 工作协作关系 使用工具 权责 培训经历 任职者签字 综合任职资格',
}
const ATTRIBUTES: Record<Attribute, string> = {
  title: '岗位名称 职位名称 职务名称 招聘岗位 招聘职位 应聘岗位 职业名称 岗位 职位 职务',
  reportsTo:
    '直接上级 直属上司职位 直属领导 直属上级 上司 直接上司 直属上司 顶头上司 上级主管 上级岗位 上级 汇报对象 汇报上级 汇报关系 工作督导 报告对象 报告上级 直接领导 督导 上级领导 直接主管 隶属关系 直接汇报对象 向谁汇报',
  supervises:
    '直接下属 直接下级 部下 直接部下 直属下级 直属下属 下属岗位 下属 下级 管理对象 督导对象 管辖对象 督导下级 管理岗位 管辖人员 所辖人员 直接管理',
  department: '所属部门 所在部门 部门 部门名称 用人部门 隶属部门',
  ignored:
    '临时替代岗位 可轮调岗位 可升迁岗位 岗位人数 部门编制 部门负责人 部门性质 岗位级别 岗位性质 岗位编号 职位编号 岗位代码 定员人数 定员 编制 编制人数 职系 职等 职级 岗位等级 薪酬等级 编制日期 生效日期 审核 批准 编写 职责表述 薪酬类型 工资等级 职位等级 职务等级 职位级别 岗位层级 可转换岗位 可轮换岗位 职位发展路线 晋升方向 职位代码 岗位定员 定岗人数 岗位分析日期 所辖人员数',
}

/** Of documents in two languages; a label of several words stands between bars. */
const FOREIGN_SECTIONS: Partial<Record<Section, string>> = {
  duties:
    'responsibilities|job responsibilities|key responsibilities|main responsibilities|major responsibilities|responsibility|duties|job duties|key duties|main duties|duties and responsibilities|job description|job content|key accountabilities|what you will do|role description',
  authorities: 'authority|authorities',
  summary: 'job summary|job purpose|position summary|overview|job overview',
  aside:
    'requirements|requirement|job requirements|qualifications|qualification|skills|education|experience|benefits|what we offer|salary|about us|working hours|location|job qualifications|who you are',
}
const FOREIGN_ATTRIBUTES: Partial<Record<Attribute, string>> = {
  title: 'position|job title|position title|title|post',
  reportsTo: 'report to|reports to|reporting to|reporting line|superior|supervisor',
  supervises: 'direct reports|subordinates|supervises|subordinate',
  department: 'department|dept',
}

const LABELS = new Map<string, Label>()
for (const [section, words] of entriesOf(SECTIONS))
  for (const word of words.split(' ')) LABELS.set(word, { kind: 'section', section })
for (const [attribute, words] of entriesOf(ATTRIBUTES))
  for (const word of words.split(' ')) LABELS.set(word, { kind: 'attribute', attribute })
for (const [section, words] of entriesOf(FOREIGN_SECTIONS))
  for (const word of words.split('|')) LABELS.set(word, { kind: 'section', section })
for (const [attribute, words] of entriesOf(FOREIGN_ATTRIBUTES))
  for (const word of words.split('|')) LABELS.set(word, { kind: 'attribute', attribute })

function entriesOf<Key extends string>(table: Partial<Record<Key, string>>): [Key, string][] {
  return Object.entries(table) as [Key, string][] // Object.entries forgets the keys of a record.
}

const LONGEST_FIRST = [...LABELS.keys()].sort((a, b) => b.length - a.length)
const ANY = LONGEST_FIRST.join('|')
const AT_COLON = new RegExp(
  `(?:[【[〖《]?(?:${ANY})(?:\\([^()]{0,12}\\))?[】\\]〗》]?\\s?:|[【[〖](?:${ANY})[】\\]〗])$`,
  'i',
)
/** The longest label with brackets and a note. */
const REACH = 40
const WHOLE = new RegExp(`^[【[〖《"]?(${ANY})(?:\\([^()]{0,12}\\))?[】\\]〗》"]?\\s*[:,]?$`, 'i')

export const labelOf = (text: string): Label | undefined =>
  LABELS.get((WHOLE.exec(text.trim())?.[1] ?? '').toLowerCase())

/** Labels with a colon or in brackets, wherever in the line; each with its end. */
export function labelsIn(text: string): { start: number; end: number; label: Label }[] {
  return [...text.matchAll(/[:】\]〗]/g)].flatMap(({ index }) => {
    const end = index + 1
    // Looking back from each colon is many times faster than trying every label at every place.
    const found = AT_COLON.exec(text.slice(Math.max(0, end - REACH), end))?.[0]
    const label = found && text[end] !== ':' ? labelOf(found) : undefined
    return label && found ? [{ start: end - found.length, end, label }] : []
  })
}

const DUTY_WORDS =
  '(?:岗位|工作|职位|职务|主要|安全|管理|日常|质量|具体|基本|核心)*(?:职责|责任制|责任)(?:要求|范围|描述|内容|说明书|说明|细则|标准|任务|制度)?|(?:岗位|职位|职务|工作)(?:说明书|描述|说明|规范)|工作内容|工作具体内容|工作任务|岗位规范|职能定位|岗位职能'
/** `…的岗位职责和工作标准`: what stands before it is a post, a department or a company. */
const HEADED = new RegExp(
  `^(.*?)的?(?:${DUTY_WORDS})(?:(?:和|与|及|、|以及)[^,;。:]{2,12}?)?(?:如下|是什么|是啥|有哪些|包括哪些|有哪些内容|都有什么|怎么写|具体内容|包括什么|范文|大全|模板|一览)?$`,
)
/** `素质与职责`: the other half of a heading. */
const BESIDE_DUTIES =
  /的?(?:素质|任职要求|任职资格|要求|权限|权力|权利|任务|工作标准|标准|制度|流程|职能)?(?:和|与|及|、|以及)$/
/** `客服究竟有哪些职责` */
const ASKS = /(?:究竟|到底|具体|主要|一般|都)*(?:有哪些|有什么)$/
/** `房管员收费岗位职责` is a 房管员's. */
const AT_WORK = /(?<=[\p{Script=Han}][员工师纳计])(?:收费|服务|工作|业务)$/u
const ASIDE_HEADED =
  /^(.*?)的?(?:素质要求|任职要求|任职资格|任职条件|岗位要求|工作要求|素质|专业技能|技能|职业发展|发展前景|行为规范|行为规范要求|挑战|乐趣|工作流程|工作标准|操作规程|管理制度|规章制度|工作制度|考核标准|服务标准|考核办法|作业指导书|奖惩规定|基本要求)$/
const MODEL_HEADED = /(?:胜任能力|胜任力|能力素质|素质|能力)模型|胜任能力$|胜任力$/

/** `保安队长权限` */
const AUTHORITIES_HEADED = /^(.{2,14}?)的?(?:岗位|工作|职务)?(?:权限|职权|权力)$/
/** `职责一` */
const COUNTED = /^(?:岗位|工作)?职责[一二三四五六七八九十\d]{1,2}$/
/** What pages say below their tables and lists. */
const BELOW =
  /^(?:.{2,14}一览表?|总结|小结|结语|结束语|总结语|写在最后|温馨提示|岗位(?:职责)?(?:之间)?的?(?:协作|协同)(?:作用|关系)?)$/

export type Headed = { named: string; what: 'duties' | 'aside' | 'model' | 'authorities' | 'below' }

/** A heading that says of whom it tells: `保洁员岗位职责`, `前厅主管的素质要求`. */
export function headedBy(text: string): Headed | undefined {
  const heading = bare(text)
  if (heading.length < 2 || heading.length > 40 || /[,;。!?]/.test(heading)) return undefined
  if (MODEL_HEADED.test(heading)) return { named: heading.replace(/^关于/, ''), what: 'model' }
  if (BELOW.test(heading)) return { named: heading, what: 'below' }
  if (COUNTED.test(heading)) return { named: '', what: 'duties' }
  return headedWithName(heading)
}

function headedWithName(heading: string): Headed | undefined {
  const authorities = AUTHORITIES_HEADED.exec(heading)?.[1]
  if (authorities && isPostTitle(authorities)) return { named: authorities, what: 'authorities' }
  const duties = HEADED.exec(heading)?.[1]
  if (duties !== undefined)
    return { named: duties.replace(ASKS, '').replace(BESIDE_DUTIES, '').replace(AT_WORK, '').trim(), what: 'duties' }
  const aside = ASIDE_HEADED.exec(heading)?.[1]
  return aside === undefined ? undefined : { named: aside.trim(), what: 'aside' }
}

const ARTICLE =
  /^(?:第?[一二三四五六七八九十\d]{1,3}篇|篇[一二三四五六七八九十\d]{1,3})\s*[:、.]?\s*|\s*(?:第?[一二三四五六七八九十\d]{1,3}篇|篇[一二三四五六七八九十\d]{1,3}|(?:\(?[一二三四五六七八九十\d]{1,3}\)?)?)$/g

/** Without the brackets around it, the article it opens and the notes behind it. */
export const bare = (text: string): string => (text.length > LONGEST_HEADING ? text.trim() : bareHeading(text.trim()))

const LONGEST_HEADING = 80

const bareHeading = (text: string): string =>
  text
    .replace(/^[【[〖《]+|[】\]〗》]+$/g, '')
    .replace(/^\([^()]{1,2}\)/, '')
    .replace(/\.(?:docx?|xlsx?|pdf|txt|pptx?)$/i, '')
    .replace(/(?<=\p{Script=Han}{2})\[[^[\]]{2,10}\]$/u, '')
    .replace(/[:?]$/, '')
    .replace(/\((?:共?[一二三四五六七八九十\d]{1,3}[篇份]?|[^()]{0,3}精选|通用|试行|范本|范文|模板)\)$/, '')
    .replace(ARTICLE, '')
    .replace(/\s*\(?(?:\d{1,3}|[一二两三四五六七八九十]{1,2}|若干)\s*[名人位]\)?$/, '')
    .replace(/^[A-Za-z][A-Za-z .,&/'-]*\s+(?=\p{Script=Han}{2})/u, '')
    .replace(/(?<=\p{Script=Han}{2})(?:\s+[A-Za-z][A-Za-z .,&/'-]*|\s*\([A-Za-z][A-Za-z .,&/'-]*\))$/u, '')
    .trim()
