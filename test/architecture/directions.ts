// Who may import whom: the direction inside a room, the map between rooms, and what the platform and the kit may know.
import { importsOf, isTest, roomOf, type Source } from './sources.ts'

const SHAPES = ['states', 'contract']
/** What each role of a room may import from its own room. */
export const MAY_IMPORT: Record<string, readonly string[]> = {
  states: [],
  /** Of a reading only its shapes: what comes with it must run in a browser. */
  contract: [...SHAPES, 'reading'],
  rules: [...SHAPES, 'rules'],
  queries: [...SHAPES, 'rules', 'queries'],
  defaults: [...SHAPES, 'queries', 'defaults', 'catalogue'],
  catalogue: [...SHAPES, 'catalogue'],
  actions: [...SHAPES, 'rules', 'queries', 'actions', 'defaults', 'catalogue'],
  routes: ['contract', 'actions', 'queries'],
  jobs: ['contract', 'actions'],
  imports: [...SHAPES, 'rules', 'queries', 'actions'],
  exports: [...SHAPES, 'rules', 'queries', 'actions'],
  module: [...SHAPES, 'rules', 'queries', 'actions', 'defaults', 'catalogue', 'reading'],
  duties: ['contract'],
  seed: [...SHAPES, 'rules', 'actions', 'queries', 'seed', 'catalogue'],
  /** Takes a document apart without a database. */
  reading: ['reading'],
  web: [...SHAPES, 'rules', 'web'],
}

type Uses = Record<string, readonly string[]>

export const directionFaults = (sources: readonly Source[], uses: Uses): string[] =>
  sources
    .filter(({ path }) => !isTest(path))
    .flatMap((source) =>
      importsOf(source).flatMap((to) => {
        const fault = faultOf(source.path, to, uses)
        return fault ? [`${source.path} → ${to}: ${fault}`] : []
      }),
    )

const WALLS: readonly [from: RegExp, to: RegExp, fault: string][] = [
  [/^src\/platform\//, /^src\/(modules|app|ui)\//, 'the platform knows no business'],
  [/^src\/ui\//, /^src\/modules\//, 'the kit knows no room'],
  [/^src\/modules\//, /^src\/app\/(?!modules\.ts)/, 'rooms do not know who composes them'],
]

function faultOf(from: string, to: string, uses: Uses): string | undefined {
  const wall = WALLS.find(([here, there]) => here.test(from) && there.test(to))
  if (wall) return wall[2]
  const home = roomOf(from)
  const away = roomOf(to)
  if (!home || !away) return undefined
  return home.room === away.room ? insideFault(home.role, away.role) : betweenFault(home, away, uses)
}

function insideFault(role: string, other: string) {
  const allowed = MAY_IMPORT[role]
  if (!allowed) return `${role} is no furniture of a room`
  return allowed.includes(other) ? undefined : `${role} may not import ${other}`
}

type Place = { room: string; role: string }
function betweenFault(home: Place, away: Place, uses: Uses) {
  if (!uses[home.room]?.includes(away.room)) return `${home.room} does not name ${away.room} in src/app/modules.ts`
  const doors = home.role === 'web' ? ['contract', 'states', 'web'] : ['module', 'contract', 'states']
  return doors.includes(away.role) ? undefined : `enter ${away.room} through ${doors.join(' or ')}`
}

/** A chain of rooms that leads back to where it began, or undefined. */
export function cycleIn(uses: Uses): string[] | undefined {
  const walk = (room: string, path: string[]): string[] | undefined => {
    if (path.includes(room)) return [...path, room]
    for (const next of uses[room] ?? []) {
      const found = walk(next, [...path, room])
      if (found) return found
    }
    return undefined
  }
  for (const room of Object.keys(uses)) {
    const found = walk(room, [])
    if (found) return found
  }
  return undefined
}

const SERVER_ONLY = [
  /^node:/,
  /^pg(-boss)?$/,
  /^kysely$/,
  /^fastify/,
  /^@fastify\//,
  /^pino$/,
  /^exceljs$/,
  /^pdfkit$/,
  /^sharp$/,
  /^flydrive/,
  /^@node-rs\//,
  /^@aws-sdk\//,
]

/** Follows what the pages reach, and names each server-only import on the way. */
export function browserFaults(sources: readonly Source[], entries: (path: string) => boolean): string[] {
  const byPath = new Map(sources.map((source) => [source.path, source]))
  const seen = new Set<string>()
  const faults: string[] = []
  const visit = (path: string, from: string) => {
    const source = byPath.get(path)
    if (!source || seen.has(path)) return
    seen.add(path)
    for (const to of importsOf(source)) {
      if (SERVER_ONLY.some((pattern) => pattern.test(to))) faults.push(`${path} → ${to} (reached from ${from})`)
      else visit(to, from)
    }
  }
  for (const { path } of sources) if (entries(path) && !isTest(path)) visit(path, path)
  return faults
}
