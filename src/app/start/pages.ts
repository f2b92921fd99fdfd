// Builds the pages when they are missing or older than what they are made from.
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, join, relative } from 'node:path'
import { StartRefused } from './refused.ts'

const INPUT_FOLDERS = ['src', 'public']
const INPUT_FILES = ['index.html', 'vite.config.ts', 'package-lock.json', 'tsconfig.json']
/** Files of a room and of the platform that no page can reach; a change in them builds nothing. */
const SERVER_ONLY =
  /(^|\/)(queries|actions|routes|jobs|module|duties|seed)\.ts$|\/(queries|actions|routes|jobs|seed)\/|\.test\.tsx?$|^src\/app\/(cli|start|sample)|^src\/platform\/(postgres|backup|http)\//

export type Build = { needed: boolean; done: Promise<void>; stop(): void }

/** Beside other work: the caller waits for `done` when it needs the pages. */
export function buildPages(root: string): Build {
  const wanted = hashOfInputs(root)
  const folder = join(root, 'dist', 'web')
  if (builtFrom(folder) === wanted) return { needed: false, done: Promise.resolve(), stop: () => {} }
  const draft = join(root, 'dist', `web.${process.pid}`)
  const child = spawn(process.execPath, [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--outDir', draft], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said = (said + chunk).slice(-8000)
    })
  }
  const done = new Promise<void>((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => {
      if (code === 0) resolve(putInPlace(draft, folder, wanted))
      else reject(new StartRefused(`The pages could not be built:\n${said.trim()}`))
    })
  })
  // Whoever stops the build does not wait for it.
  done.catch(() => rmSync(draft, { recursive: true, force: true }))
  return { needed: true, done, stop: () => void child.kill('SIGKILL') }
}

const stampOf = (folder: string) => `${folder}.inputs`

function putInPlace(draft: string, folder: string, wanted: string) {
  rmSync(stampOf(folder), { force: true })
  rmSync(folder, { recursive: true, force: true })
  renameSync(draft, folder)
  writeFileSync(stampOf(folder), wanted)
}

const builtFrom = (folder: string) =>
  existsSync(join(folder, 'index.html')) && existsSync(stampOf(folder))
    ? readFileSync(stampOf(folder), 'utf8')
    : undefined

function hashOfInputs(root: string) {
  const hash = createHash('sha256')
  for (const path of [...INPUT_FILES, ...INPUT_FOLDERS.flatMap((folder) => filesIn(root, folder))]) {
    if (!existsSync(join(root, path))) continue
    hash
      .update(path)
      .update('\0')
      .update(readFileSync(join(root, path)))
      .update('\0')
  }
  return hash.digest('hex')
}

const filesIn = (root: string, folder: string) =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !basename(entry.name).startsWith('.'))
        .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
        .filter((path) => !SERVER_ONLY.test(path))
        .sort()
    : []
