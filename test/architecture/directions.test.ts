import { describe, expect, test } from 'vitest'
import { modules } from '../../src/app/modules.ts'
import { browserFaults, cycleIn, directionFaults, MAY_IMPORT } from './directions.ts'
import { roomOf, sourcesUnder } from './sources.ts'

const sources = sourcesUnder('src')
const uses = Object.fromEntries(Object.entries(modules).map(([name, room]) => [name, room.uses]))
const isPage = (path: string) => /\/web\/|^src\/ui\/|^src\/app\/web/.test(path) && !path.endsWith('.config.ts')

describe('the direction of imports', () => {
  test('every import follows the map and the order of a room', () => {
    expect(sources.length).toBeGreaterThan(100)
    expect(directionFaults(sources, uses)).toEqual([])
  })
  test('the map has no cycle', () => {
    expect(cycleIn(uses)).toBeUndefined()
  })
  test('pages and all they reach stay clear of the server', () => {
    expect(sources.filter(({ path }) => isPage(path)).length).toBeGreaterThan(10)
    expect(browserFaults(sources, isPage)).toEqual([])
  })
  test('every room of the tree stands in the map, in its wing, and has no foreign furniture', () => {
    const faults = sources.flatMap(({ path }) => {
      const place = roomOf(path)
      if (!place) return []
      const room = Object.entries(modules).find(([name]) => name === place.room)?.[1]
      if (!room) return [`${path}: ${place.room} is not in the map`]
      if (room.wing !== place.wing) return [`${path}: ${place.room} belongs to ${room.wing}`]
      return place.role in MAY_IMPORT || path.endsWith('.test.ts')
        ? []
        : [`${path}: ${place.role} is no furniture of a room`]
    })
    expect(faults).toEqual([])
  })
})

describe('each offence is caught', () => {
  const offences: [name: string, path: string, text: string][] = [
    ['a rule that reads the database', 'src/modules/service/requests/rules.ts', `import './queries/list.ts'`],
    ['a page that imports an action', 'src/modules/service/requests/web/Page.tsx', `import '../actions/intake.ts'`],
    [
      'a lazy page that imports an action',
      'src/modules/service/requests/web/Page.tsx',
      `const a = () => import('../actions/intake.ts')`,
    ],
    [
      'a room entered by its back door',
      'src/modules/service/work-orders/actions/x.ts',
      `import '../../requests/queries/list.ts'`,
    ],
    [
      'a room that the map does not allow',
      'src/modules/estate/premises/actions.ts',
      `import '../../service/requests/module.ts'`,
    ],
    [
      'a platform file that knows a room',
      'src/platform/http/serve.ts',
      `import '../../modules/service/requests/module.ts'`,
    ],
    ['a kit that knows a room', 'src/ui/Table.tsx', `import '../modules/service/requests/contract/shapes.ts'`],
    ['a room that knows its composer', 'src/modules/service/requests/jobs.ts', `import '../../../app/server.ts'`],
    ['furniture of nobody', 'src/modules/service/requests/helpers.ts', `import './states.ts'`],
  ]
  test.each(offences)('%s', (_name, path, text) => {
    expect(directionFaults([{ path, text }], uses)).toHaveLength(1)
  })
  test('a server package behind a page, three steps away', () => {
    const planted = [
      { path: 'src/modules/a/b/web/P.tsx', text: `import '../rules.ts'` },
      { path: 'src/modules/a/b/rules.ts', text: `import '../../../platform/x.ts'` },
      { path: 'src/platform/x.ts', text: `import pg from 'pg'` },
    ]
    expect(browserFaults(planted, isPage)).toHaveLength(1)
  })
  test('a cycle in the map', () => {
    expect(cycleIn({ a: ['b'], b: ['c'], c: ['a'] })).toEqual(['a', 'b', 'c', 'a'])
  })
})
