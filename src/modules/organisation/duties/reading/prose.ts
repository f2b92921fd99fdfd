// Sentences of flowing text: which of them tell what is done, which only speak about the post, and where telling begins.
import { isPostTitle } from './post-titles.ts'
import { part, type Script, trimmed } from './script.ts'

/** Words that join a sentence to the one before and say nothing themselves. */
const LINK =
  /^(?:比如|例如|首先|其次|再次|再者|然后|接着|此外|另外|同时|最后|最终|第[一二三四五六七八九十](?!时间|责任|方|线)|其[一二三四五六](?!他)|一是|二是|三是|四是|五是|一方面|另一方面|并且|而且|除此之外|除此以外|与此同时|当然|因此|日常工作中|在日常工作中|工作中|在工作中|这(?:主要)?包括(?:但不限于)?)[,:、]?\s*/
/** What heads a list of duties within a sentence. */
export const ANNOUNCES =
  /(?:主要|核心|首要|具体|基本|关键)的?(?:岗位|工作)?(?:职责|任务)(?:是|为|在于)|(?:具体|主要)包括(?:但不限于)?[:,]?|(?:其|他们的?|她们的?)?(?:主要|具体|核心|日常|基本|关键|首要|典型)?的?(?:岗位|工作)?(?:职责|工作|任务|责任|内容)(?:内容|任务|范围)?(?:主要|具体|通常|一般|可能)?(?:还)?(?:包括|包含|涵盖|涉及|分为|有)(?:了)?(?:但不限于|不限于)?(?:以下|如下)?(?:几个)?(?:方面|几点|内容|工作|方面的内容)?[:,]?/
const MODAL =
  /^(?:还|也|都|主要|通常|一般|则|又|再|即|同样|将|日常|平时|每位|并)*(?:需要|需|要|应当|应该|应|必须|须|会|可以|可|能够|能)?(?:积极|主动|及时|定期|合理|按时)?/

/** Without the words in front of what is done: `此外,工程主管还应监督…` begins with 监督. */
export function doingIn(text: string): string {
  const plain = text
    .replace(LINK, '')
    .replace(/^在[^,;。]{1,12}(?:方面|上|中|时|期间),/, '')
    .replace(TIME, '')
  return withoutSubject(plain).replace(MODAL, '')
}

const TIME = /^(?:每[天日周月季年班]|[月季年][末底初]|班[前后]|[上下]班[前后]|平时)(?=还?[需要应])/

/** `工程主管还应…`, `他们需要…`: who does it stands in front. */
function withoutSubject(text: string): string {
  const pronoun = /^(?:他们?|她们?|其|该岗位|该职位|本岗位|该部门)(?=还|也|主要|通常|需|要|应|必|须|会|负|将|对)/.exec(
    text,
  )?.[0]
  if (pronoun) return text.slice(pronoun.length)
  for (let length = Math.min(14, text.length - 2); length >= 2; length -= 1) {
    if (DOES_BEHIND.test(text.slice(length, length + 6)) && isPostTitle(text.slice(0, length)))
      return text.slice(length)
  }
  return text
}

/** `店长(或副店长)作为卖场的负责人,…`: whom a paragraph is about. */
export function subjectOpening(text: string): string | undefined {
  for (let length = 12; length >= 2; length -= 1) {
    const behind = text.slice(length, length + 24).replace(/^\([^()]{0,20}\)/, '')
    if (
      /^(?:作为|是|在.{1,12}领导下|主要|的(?:主要|核心|岗位)?职责|负责)/.test(behind) &&
      isPostTitle(text.slice(0, length))
    )
      return text.slice(0, length)
  }
  return undefined
}

const DOES_BEHIND =
  /^(?:还|也|主要|通常|一般|则|需|要|应|必须|须|会|可以|负责|专注|致力|承担|协助|对|在|作为|每|定期|及时|将|通过|根据|按)/

export const unlinked = (text: string): string => text.replace(LINK, '')

export const withoutLink = (sentence: Script): Script => {
  const link = LINK.exec(sentence.text)?.[0]
  return link ? trimmed(part(sentence, link.length)) : sentence
}

const CLOSES =
  /^(?:以上(?:就)?(?:是|为|仅|只|内容|所述)|以上(?!学历)[^,。]{2,10}(?:需|可|仅|只|根据|结合)|为了?(?:保证|保障|确保|规范|进一步|加强|明确|提高)[^。]{4,90}(?:特?制定(?!计划)|按照以下|应建立|设立以下)|总结(?:起来|来说|而言)|由于|总之|综上|总的来说|总的来看|总而言之|总体(?:来看|来说|而言)|由此可见|因此,?明确|通过(?:以上|明确|合理的?(?:岗位)?(?:分工|划分|职责))|只有.{2,40}才|希望(?:以上|这些|能|本文|对)|这些(?:职位|岗位|职责)|每个(?:岗位|成员|人|部门)|各(?:个)?岗位.{0,16}(?:相互|各司|密切)|合理的(?:岗位)?分工|上一篇|下一篇|版权声明|声明[:]|本文|如果?(?:侵犯|侵权|有侵权)|注意?[:]本站|相关文章|阅读数|文章标签|当前位置|发布(?:时间|日期|网友)|浏览次数|时间:\d|作者[:]|编辑[:]|来源[:]|推荐回答|回答\d|现如今|在当今|在现代|在现今|随着|下面(?:是|我|介绍|就)|以下(?:是|为|就是)|一起来看|大家知道|欢迎(?:大家)?(?:阅读|参考|借鉴)|.{0,20}供(?:大家|您)?参考|以担保或任何理由)/
/** What the holder must bring along. */
const QUALIFIES =
  /^(?:[^,;。]{0,12}目标(?:是|为)|(?:他们?|她们?|其|应聘者|求职者)(?:还|也)?(?:需要|需|应|必须|要)?(?:有|懂|会|能)|[^,;。]{0,14}?(?:要求从业者|要求任职者|要求应聘者)|(?:这|该)[^,;。]{0,8}(?:不仅)?要求|这就(?:要求|需要)|[^,;。]{0,14}?(?:还)?(?:需要|需|应|必须|应当|要)?(?:具备|具有|拥有)(?!法律)|(?:还)?(?:需要|需|要|应|必须)?[有是](?:耐心|良好|较强|较好|一定|责任|强烈|丰富|扎实|很强|高度))/
/** In a list of duties: schooling, years, age and papers, which a heading above it should have set apart. */
export const asksFor = (text: string): boolean => SCHOOLING.test(text)
const SCHOOLING =
  /^[^,;。]{0,24}(?:学历|(?:大专|本科|中专|高中|初中|硕士|专科)(?:及|或)?以上)|年以上[^,;。]{0,24}(?:经验|经历)|\d{2}\s?(?:周)?岁(?:以[上下]|[-~至到]|左右)|^(?:持有?|具有|具备|取得).{0,16}(?:证书?|资格)(?:者?优先)?$|优先(?:考虑|录用)?$|^(?:有|具有|具备)?(?:较强|良好|优秀|出色|较好|很强|扎实)的?[^;。]{2,36}(?:能力|意识|精神|功底)$|^熟练(?:操作|使用|运用)[^,;。]{0,20}(?:软件|办公|word|excel)|^(?:身体健康|五官端正|品貌端正|形象(?:好|气质)|性别|男女不限|年龄)/i

/** What it is good for. */
const MATTERS =
  /(?:具有|有着?)重要的?意义|必不可少|不可或缺|关系到|承担着[^,。]{0,24}(?:角色|任务)$|^这样(?:做|既|不仅|可以|就)|^这些[^,。]{2,8}要求|也称为|又称|称为|是指|有一定要求$/
/** What the post is or means to others. */
const DESCRIBES =
  /属于.{0,16}(?:岗位|部门|职位|人员|岗)|扮演(?:着)?|肩负(?:着)?.{0,20}(?:重任|使命|责任|任务)|承担(?:着)?.{0,16}(?:使命|重任|重要(?:职能|责任|职责|任务))|承担(?:着)?.{0,24}角色|是.{0,30}(?:核心(?:领导者|人物|管理者|力量|部门|岗位|业务)?|关键(?:角色|岗位|环节|人物|部门)?|桥梁|纽带|枢纽|防线|总负责人|领导者|管理者|领导人物|保障者|执行力量|执行者|守护者|重要(?:组成)?(?:部分|岗位|部门|角色|职能|职位|环节)|基础|支柱|之一|人员|窗口|人)(?=[,。;]|$)|是.{0,16}(?:第一道防线|之间的桥梁|之间的纽带)|至关重要|不可或缺|(?:有着?|具有)重要(?:的)?(?:意义|作用|地位)|举足轻重|不仅(?:能|可以|关系|影响|直接)|(?:直接|会)影响(?:到|着)|不仅涉及|工作(?:目标|性质|环境)是|带来(?:良好|愉悦|好)|(?:可以|能够|能)有效(?:预防|提升|提高|避免|减少|降低)|给人.{0,8}(?:好|愉悦)|工作环境(?:较|比较|相对)|^从.{2,8}来看|^定期.{2,10}(?:可以|能|能够)/

/** Tells nothing to do. */
export const isRemark = (text: string): boolean =>
  CLOSES.test(text) || MATTERS.test(text) || QUALIFIES.test(text.replace(LINK, ''))
/** Says what the post is; a clause behind it may yet tell what is done. */
export const describes = (text: string): boolean => DESCRIBES.test(text)

/** The end of a page or of its text, whatever stands above it. */
export const closesText = (text: string): boolean => CLOSES.test(text)
