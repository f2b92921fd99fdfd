import { describe, expect, test } from 'vitest'
import { language } from '../../src/ui/words.ts'
import { code, contractOf, pairs } from './contracts.ts'
import { readCode, refusalsOf, unreadableRefusals } from './reach.ts'
import { allRefusals, needlessExcuses, refusalFaults } from './refusals.ts'
import { sourcesUnder } from './sources.ts'
import { pairedVerbs } from './verbs.ts'

/** Made at run time: a maker of refusals, the noun of a life cycle, and the end of a run that another process wrote down. */
const MADE_LATER = [
  'src/modules/organisation/duties/reading/faults.ts',
  'src/platform/imports/run-import.ts',
  'src/platform/states.ts',
]

/** Every code that some room, some page or the kit has words for. */
async function codesWorded(spoken: 'zh' | 'en'): Promise<Set<string>> {
  for (const { path } of sourcesUnder('src').filter(({ path: one }) => /^src\/.*words\.ts$/.test(one))) {
    await import(`../../${path}`)
  }
  const rooms: { refusals?: object; problems?: object }[] = Object.values(language.store.data[spoken] ?? {}).filter(
    (room) => typeof room === 'object',
  )
  return new Set(
    rooms.flatMap(({ refusals = {}, problems = {} }) => [...Object.keys(refusals), ...Object.keys(problems)]),
  )
}

describe('refusals', () => {
  test('a verb lists each refusal that it can end in, and no other', () => {
    expect(refusalFaults(code, pairs, contractOf)).toEqual([])
  })
  test('no excuse is left that excuses nothing', () => {
    expect(needlessExcuses(code, pairs, contractOf)).toEqual([])
  })
  test('what a room throws comes out of one of its verbs', () => {
    const reached = new Set(pairs.flatMap(({ action }) => [...refusalsOf(code, action)]))
    const rooms = code.files.filter(({ fileName }) => fileName.startsWith('src/modules/'))
    const thrown = rooms.flatMap((file) => [...allRefusals({ ...code, files: [file] })])
    expect(thrown.length).toBeGreaterThan(100)
    expect(thrown.filter((one) => !reached.has(one))).toEqual([])
  })
  test('a refusal is named where it is thrown', () => {
    expect(unreadableRefusals(code).map((one) => one.split(':')[0])).toEqual(expect.arrayContaining(MADE_LATER))
    expect(unreadableRefusals(code)).toHaveLength(MADE_LATER.length)
  })
  test.each(['zh', 'en'] as const)('each has words (%s)', async (spoken) => {
    const worded = await codesWorded(spoken)
    expect(worded.size).toBeGreaterThan(150)
    expect([...allRefusals(code)].filter((one) => !worded.has(one))).toEqual([])
  })
})

describe('each offence is caught', () => {
  const finish = `import { mustBeUp } from './rules.ts'\nexport const finish = (ctx) => { mustBeUp(ctx) }`
  const rules = `export function mustBeUp(kite) { if (!kite.up) throw new Refusal('kite.down') }`
  const faultsOf = (refuses: string[], files: Record<string, string> = {}) => {
    const texts: Record<string, string> = {
      'contract.ts': `export const kites = resource('kites', {})`,
      'routes.ts': `import { kites } from './contract.ts'\nimport * as a from './actions.ts'\nserved(kites, { finish: a.finish })`,
      'actions.ts': finish,
      'rules.ts': rules,
      ...files,
    }
    const planted = readCode(
      Object.entries(texts).map(([path, text]) => ({ path: `src/modules/w/kites/${path}`, text })),
    )
    return refusalFaults(planted, pairedVerbs(planted), () => ({ refuses }))
  }
  test('a listed refusal that is thrown is no offence', () => {
    expect(faultsOf(['kite.down'])).toEqual([])
  })
  test('a refusal of a rule two files down that the contract does not list', () => {
    expect(faultsOf([])).toEqual(['kites.finish: may refuse kite.down, which the contract does not list'])
  })
  test('a listed refusal that nothing throws', () => {
    expect(faultsOf(['kite.down', 'kite.lost'])).toEqual(['kites.finish: lists kite.lost, which nothing throws'])
  })
  test('a refusal of a life cycle that the contract does not list', () => {
    const actions = `import { life } from './states.ts'\nexport const finish = () => life.next('up', 'finish')`
    const states = `export const life = lifecycle()('kite', {})`
    expect(faultsOf([], { 'actions.ts': actions, 'states.ts': states })).toEqual([
      'kites.finish: may refuse kite.not_allowed_now, which the contract does not list',
    ])
  })
  test('a refusal behind the door of a room below', () => {
    const actions = `import { take } from './strings/module.ts'\nexport const finish = () => take()`
    const door = `export { takeOne as take } from './actions.ts'`
    const below = `export async function takeOne() { throw new Refusal('string.gone') }`
    expect(faultsOf([], { 'actions.ts': actions, 'strings/module.ts': door, 'strings/actions.ts': below })).toEqual([
      'kites.finish: may refuse string.gone, which the contract does not list',
    ])
  })
  test('a code put together at run time', () => {
    expect(unreadableRefusals(readCode([{ path: 'a.ts', text: `throw new Refusal(noun + '.gone')` }]))).toHaveLength(1)
  })
  test('a refusal without words', async () => {
    const planted = readCode([{ path: 'a.ts', text: `throw new Refusal('kite.unheard_of')` }])
    const worded = await codesWorded('en')
    expect([...allRefusals(planted)].filter((one) => !worded.has(one))).toEqual(['kite.unheard_of'])
  })
})
