// The contract of imports bound to its actions.
import type { Store } from '../files/store.ts'
import { type Served, served } from '../http/serve.ts'
import { cancel, check, create, map, run } from './actions.ts'
import { imports } from './contract.ts'
import type { Importers } from './importer.ts'
import { get, kinds, list, rejects, template } from './views.ts'

export function importsServed(importers: Importers, store: Store): Served {
  const taking = { importers, store }
  return served(imports, {
    kinds: (ctx) => kinds(taking, ctx),
    list: (ctx, input) => list(taking, ctx, input),
    get: (ctx, input) => get(taking, ctx, input),
    rejects: (ctx, input) => rejects(taking, ctx, input),
    template: (ctx, input) => template(taking, ctx, input),
    create: (ctx, input) => create(taking, ctx, input),
    map: (ctx, input) => map(taking, ctx, input),
    check: (ctx, input) => check(taking, ctx, input),
    run: (ctx, input) => run(taking, ctx, input),
    cancel: (ctx, input) => cancel(taking, ctx, input),
  })
}
