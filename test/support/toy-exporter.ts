// Gives out counted rows, as many as asked for.
import { z } from 'zod'
import { exporter } from '../../src/platform/exports/exporter.ts'

export const toyExporter = exporter({
  kind: 'toys',
  label: { zh: '玩具', en: 'Toys' },
  permission: 'toys.read',
  query: z.object({ upTo: z.coerce.number().max(20_000) }),
  columns: [
    { key: 'n', label: { zh: '序号', en: 'No.' }, kind: 'number' },
    { key: 'name', label: { zh: '名称', en: 'Name' }, kind: 'text' },
    { key: 'madeAt', label: { zh: '生产时间', en: 'Made at' }, kind: 'instant' },
  ],
  async *rows(_, { upTo }) {
    for (let n = 1; n <= upTo; n += 1) yield { n, name: `积木${n}`, madeAt: '2026-11-23T04:05:06.789Z' }
  },
})
