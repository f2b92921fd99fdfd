import { describe, expect, test } from 'vitest'
import { permissions } from '../../src/app/rooms.ts'
import { code, contractOf, pageSources, pairs, resources } from './contracts.ts'
import { readCode } from './reach.ts'
import { misnamed, pairedVerbs, permissionsAsked } from './verbs.ts'

const nameOf = ({ noun, verb }: { noun: string; verb: string }) => `${noun}.${verb}`
const unknownTo = (known: readonly string[], sources: Parameters<typeof permissionsAsked>[0]) =>
  permissionsAsked(sources).filter(({ permission }) => !known.includes(permission))

describe('one verb has one spelling', () => {
  test('every verb of a contract is served, and every served verb stands in a contract', () => {
    const served = pairs.map(nameOf)
    expect(served.length).toBeGreaterThan(150)
    const inContracts = resources.flatMap(({ noun, verbs }) => Object.keys(verbs).map((verb) => nameOf({ noun, verb })))
    expect(inContracts.filter((name) => !served.includes(name))).toEqual([])
    expect(pairs.filter(({ noun, verb }) => !contractOf(noun, verb)).map(nameOf)).toEqual([])
  })
  test('an action bears the name of its verb', () => {
    expect(misnamed(pairs)).toEqual([])
  })
  test('code asks only for permissions that a contract asks for', () => {
    expect(permissionsAsked(code).length).toBeGreaterThan(30)
    expect(unknownTo(permissions, code)).toEqual([])
  })
  test('so do pages', () => {
    const pages = readCode(pageSources)
    expect(permissionsAsked(pages).length).toBeGreaterThan(30)
    expect(unknownTo(permissions, pages)).toEqual([])
  })
})

describe('each offence is caught', () => {
  const planted = (routes: string) =>
    pairedVerbs(
      readCode([
        { path: 'src/modules/w/kites/routes.ts', text: `import { kites } from './contract.ts'\n${routes}` },
        { path: 'src/modules/w/kites/contract.ts', text: `export const kites = resource('red-kites', {})` },
      ]),
    )
  test.each([
    ['an action called otherwise', `served(kites, { finish: closeTicket })`],
    ['an action of a file called otherwise', `served(kites, { finish: actions.complete })`],
    ['a verb with the words of another resource', `served(kites, { finish: finishDragon })`],
    ['a verb with a handler of no name', `served(kites, { finish: () => done })`],
  ])('%s', (_name, routes) => {
    expect(misnamed(planted(routes))).toHaveLength(1)
  })
  test('its own name, alone or with the words of the resource, is no offence', () => {
    expect(misnamed(planted(`served(kites, { finish, fly: a.flyKite, list: listRedKites, get: get(known) })`))).toEqual(
      [],
    )
  })
  test('a verb that no contract has', () => {
    expect(planted(`served(kites, { finish })`).map(({ noun, verb }) => contractOf(noun, verb))).toEqual([undefined])
  })
  test('a permission that nobody can be granted', () => {
    const text = `mustReach(user, 'kites.finnish', record)\nconst p = { permission: 'kites.ffly' }`
    expect(unknownTo(['kites.finish', 'kites.fly'], readCode([{ path: 'src/a.ts', text }]))).toHaveLength(2)
  })
})
