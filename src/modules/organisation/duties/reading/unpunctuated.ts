// Lines that lost all their signs: they are cut where a label stands behind its number, and where a duty begins.
import { joined, part, put, type Script, stretchesOf, trimmed } from './script.ts'

/** A sentence without a sign is shorter. */
const LONG = 60
const SIGN = /[,;。:、!?]/g
const LABELS =
  '工作职责|岗位职责|主要职责|职责范围|工作内容|职位描述|岗位描述|任职要求|任职资格|任职条件|岗位要求|工作时间|工作区域|工作范围|工作地点|工作流程|每日工作流程|工作权限|岗位权限|薪资待遇|福利待遇'
/** `三工作职责`, or a title with its label at the very beginning. */
const LABELLED = new RegExp(`^[\\p{Script=Han}]{2,10}?(?:的)?(?:${LABELS})|[一二三四五六七八九十](?:${LABELS})`, 'gu')
const BEGINS =
  /负责|协助|参与|掌握|熟悉|及时|每天|每日|每周|每月|定期|调查|完成|监督|严格|认真|配合|按时|无条件|遵守|服从|组织|收集|客观/g
/** What is shorter belongs to the words before: `负责做好`, `按时完成`. */
const SHORTEST = 8

export const partedWithoutSigns = (lines: readonly Script[]): Script[] => lines.flatMap(parted)

function parted(line: Script): Script[] {
  const { text } = line
  if (text.length < LONG || /\s/.test(text.trim()) || (text.match(SIGN)?.length ?? 0) > text.length / LONG)
    return [line]
  const pieces: Script[] = []
  let from = 0
  for (const [start, end] of stretchesOf(text, LABELLED)) {
    pieces.push(...sentences(part(line, from, start)), part(line, start === 0 ? 0 : start + 1, end))
    from = end
  }
  return [...pieces, ...sentences(part(line, from))]
    .map((piece) => trimmed(piece))
    .filter(({ text: one }) => one !== '')
}

function sentences(script: Script): Script[] {
  const cut: Script[] = []
  let from = 0
  for (const [start] of stretchesOf(script.text, BEGINS)) {
    if (start - from < SHORTEST) continue
    cut.push(joined([part(script, from, start), put(';')]))
    from = start
  }
  return [...cut, part(script, from)]
}
