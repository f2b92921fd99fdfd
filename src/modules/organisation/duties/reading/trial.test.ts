import { describe, expect, test } from 'vitest'
import { CAPABILITIES } from '../../posts/contract.ts'
import { capabilityOf } from './capability.ts'
import { readJobDocument } from './read-job-document.ts'
import { readJobText } from './read-job-file.ts'
import { figuresOf, scoreOf, total } from './score.ts'
import { phrases, trials } from './trial.ts'

const read = trials().map((trial) => ({ ...trial, document: readJobText(trial.text, trial.name) }))
const scores = read.map(({ truth, text, document }) => scoreOf(truth, text, document))

describe('texts written in many ways', () => {
  test('are read with their posts, their duties under their own post, and what serves them', () => {
    const figures = figuresOf(total(scores))
    expect(figures.postRecall).toBeGreaterThanOrEqual(0.95)
    expect(figures.postPrecision).toBeGreaterThanOrEqual(0.95)
    expect(figures.f1).toBeGreaterThanOrEqual(0.95)
    expect(figures.capabilityRight).toBeGreaterThanOrEqual(0.85)
    expect(figures.cadenceRight).toBeGreaterThanOrEqual(0.9)
  })
  test.each(read.map(({ name }, at) => ({ name, score: scores[at] })))('lose no post: $name', ({ score }) => {
    expect(score?.posts.found).toBe(score?.posts.wanted)
  })
  test('leave out schooling, pay and what a page says around them', () => {
    const duties = read.flatMap(({ document }) => document.posts.flatMap((post) => post.duties))
    const asides = duties.filter(({ text }) => /学历|以上经验|月薪|底薪|综上|版权|职业发展/.test(text))
    expect(asides.map(({ text }) => text)).toEqual([])
  })
})

describe('single duties', () => {
  test('of every capability are led to it by the words of the trade and how they are put', () => {
    const right = phrases().filter(({ capability, text }) => capabilityOf(text).capability === capability)
    expect(right.length / phrases().length).toBeGreaterThan(0.97)
    expect(new Set(right.map(({ capability }) => capability)).size).toBe(CAPABILITIES.length + 1)
  })
})

describe('whom a text is about', () => {
  const titlesIn = (text: string) => readJobDocument(text).posts.map(({ title }) => title)
  test('is told by its sentences when no heading does', () => {
    expect(titlesIn('以下是前台文员的主要职责:\n1、登记来访客人;\n2、分发信件。')).toEqual(['前台文员'])
  })
  test('is who begins each paragraph', () => {
    const guard =
      '门岗保安是小区的第一道防线,主要职责包括查验来访人员的证件;指挥车辆有序进出;夜间每两小时巡逻一次并打卡。'
    const gardener = '绿化工在主管领导下,负责小区植物的养护,具体包括每周修剪草坪;按季节施肥打药;台风之前加固乔木。'
    expect(titlesIn(`${guard}\n\n${gardener}`)).toEqual(['门岗保安', '绿化工'])
  })
  test('is named below a label that stands alone', () => {
    const [post] = readJobDocument('职位名称\n出纳\n直接上级\n会计主管\n工作职责\n1\n登记日记账。\n2\n办理报销。').posts
    expect(post).toMatchObject({ title: '出纳', reportsTo: '会计主管', duties: [{ text: '登记日记账' }, {}] })
  })
})
