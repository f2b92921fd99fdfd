// Long work that only counts: each step tells Wu one number, so that a number done twice or left out is seen.
import { z } from 'zod'
import { notify } from '../../src/platform/notifications/notify.ts'
import { runKind } from '../../src/platform/work-runs/kinds.ts'

const Cursor = z.object({ next: z.number().default(1) })

export const counting = runKind({
  kind: 'toy.count',
  input: z.object({ upTo: z.number(), pauseMs: z.number(), tell: z.string(), failAt: z.number().optional() }),
  notifies: true,
  async run(run) {
    const { upTo, pauseMs, tell, failAt } = run.input
    for (let n = Cursor.parse(run.cursor).next; n <= upTo; n += 1) {
      await run.step(async (ctx) => {
        await notify(ctx, { to: [tell], kind: 'toy.counted', params: { n } })
        if (n === failAt) throw new Error(`stumbled over ${n}`)
        await new Promise((resolve) => setTimeout(resolve, pauseMs))
        await run.moveTo(ctx, { next: n + 1 })
      })
      run.progress(n, upTo)
    }
    return { counted: upTo }
  },
})
