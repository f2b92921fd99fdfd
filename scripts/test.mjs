// npm test: everything that must hold, after installing what that needs.
import './require-node.mjs'

void import('./bring-up.mjs').then(({ bringUp }) => bringUp({ entry: 'scripts/checks.ts', output: process.stdout }))
