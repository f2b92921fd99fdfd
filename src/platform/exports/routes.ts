// The contract of exports bound to its actions.
import { type Served, served } from '../http/serve.ts'
import { create, now } from './actions.ts'
import { exports } from './contract.ts'
import type { Exporters } from './exporter.ts'

export const exportsServed = (exporters: Exporters): Served =>
  served(exports, {
    now: (ctx, input) => now(exporters, ctx, input),
    create: (ctx, input) => create(exporters, ctx, input),
  })
