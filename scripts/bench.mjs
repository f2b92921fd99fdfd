// npm run bench -- <name>: one of the benchmarks, beside a floor of the same run.
import { argv, stderr, stdout } from 'node:process'
import './require-node.mjs'

const NAMES = ['intake', 'queue', 'search', 'import', 'board', 'evidence']
const [, , name = ''] = argv
if (NAMES.includes(name)) {
  void import('./bring-up.mjs').then(({ bringUp }) => bringUp({ entry: `bench/${name}.ts`, output: stdout }))
} else {
  stderr.write(`npm run bench -- ${NAMES.join(' | ')}\n`)
  process.exitCode = 1
}
