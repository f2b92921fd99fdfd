// npm run zhishou -- <command>: the commands of whoever looks after the installation.
import './require-node.mjs'

// Standard output belongs to the command; what is said on the way goes to the other one.
void import('./bring-up.mjs').then(({ bringUp }) =>
  bringUp({ entry: 'src/app/cli.ts', output: process.stderr, silent: true }),
)
