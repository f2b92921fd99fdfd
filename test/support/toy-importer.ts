// Takes in a table of names, each once: the notifications of Wu serve as its records.
import { z } from 'zod'
import { importer, type Judged } from '../../src/platform/imports/importer.ts'
import { notify } from '../../src/platform/notifications/notify.ts'

export const NAMES = 'toy.name'

export const toyImporter = (tell: string, pauseMs = 0) =>
  importer({
    kind: 'toys',
    label: { zh: '玩具', en: 'Toys' },
    permission: 'toys.import',
    fields: [
      { key: 'name', label: { zh: '名称', en: 'Name' }, aliases: ['品名'], required: true, kind: 'line', longest: 20 },
      { key: 'madeAt', label: { zh: '生产时间', en: 'Made at' }, aliases: [], required: false, kind: 'instant' },
      { key: 'pieces', label: { zh: '数量', en: 'Pieces' }, aliases: [], required: false, kind: 'integer', min: 0 },
    ],
    options: z.object({ shelf: z.string().min(1) }),
    optionFields: [{ key: 'shelf', label: { zh: '货架', en: 'Shelf' }, required: true, kind: 'line' }],
    reasons: { 'toy.not_a_toy': { zh: '“{{name}}”不是玩具', en: '{{name}} is not a toy' } },
    async prepare(ctx, rows) {
      const found = await ctx.tx.selectFrom('notification').select('dedupe').where('kind', '=', NAMES).execute()
      const there = new Set(found.map(({ dedupe }) => dedupe))
      return rows.map(({ values }): Judged<{ madeAt: unknown; pieces: unknown }> => {
        const name = String(values.name)
        if (name.startsWith('炸'))
          return { verdict: 'reject', reasons: [{ code: 'toy.not_a_toy', field: 'name', params: { name } }] }
        if (there.has(name)) return { verdict: 'same' }
        return { verdict: 'take', key: name, draft: { madeAt: values.madeAt, pieces: values.pieces } }
      })
    },
    async write(ctx, takes, { shelf }) {
      const written: string[] = []
      for (const { key, draft } of takes) {
        const told = await notify(ctx, { to: [tell], kind: NAMES, params: { ...draft, shelf }, dedupe: key })
        if (told > 0) written.push(key)
      }
      if (pauseMs) await new Promise((resolve) => setTimeout(resolve, pauseMs))
      return written
    },
  })
