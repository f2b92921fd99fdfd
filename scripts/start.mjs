// npm start: from a checkout and any recent Node to the running product.
import './require-node.mjs'

void import('./bring-up.mjs').then(({ bringUp }) => bringUp({ entry: 'src/app/start.ts', output: process.stdout }))
