// What pairs of characters suggest where no whole word of the list stands: `账款` echoes `账目` and `货款`.
import type { Capability } from '../../posts/contract.ts'

/** Stand in words of many kinds and in every duty. */
const SAYS_NOTHING = new Set(
  '公司 单位 部门 管理 工作 客户 业主 人员 员工 服务 进行 相关 有关 提出 情况 问题 完成 组织 各项 负责 领导 日常 良好 好的 建立 处理 项目 的工 作的 其他 制度 执行 落实 信息 时间 安全'.split(
    ' ',
  ),
)

/** For each pair of characters, how strongly it speaks for which capability. */
export type Echoes = ReadonlyMap<string, ReadonlyMap<Capability, number>>

export function echoesOf(
  words: Iterable<readonly [word: string, readonly { capability: Capability; weight: number }[]]>,
): Echoes {
  const heard = new Map<string, Map<Capability, number>>()
  for (const [word, speaking] of words) {
    for (let at = 0; at + 1 < word.length; at += 1) {
      const pair = word.slice(at, at + 2)
      if (SAYS_NOTHING.has(pair)) continue
      const voices = heard.get(pair) ?? new Map<Capability, number>()
      for (const { capability, weight } of speaking)
        voices.set(capability, (voices.get(capability) ?? 0) + weight / (word.length - 1))
      heard.set(pair, voices)
    }
  }
  return new Map([...heard].map(([pair, voices]) => [pair, sharpened(voices)]))
}

/** A pair that many capabilities share says little for any of them. */
function sharpened(voices: ReadonlyMap<Capability, number>): Map<Capability, number> {
  const all = [...voices.values()].reduce((sum, weight) => sum + weight, 0)
  return new Map([...voices].map(([capability, weight]) => [capability, Math.min(weight, 4) * (weight / all) ** 2]))
}
