// The manager's board (经营看板): its figures, each with the address that opens the cases it counted.
import { z } from 'zod'
import { Count, Day, Id, Instant, read, resource } from '../../../platform/contract.ts'
import { Sum } from '../../organisation/duties/contract/duties.ts'
import { Kind } from '../../service/requests/contract/shapes.ts'

/** So many, and the address within the program of the list that shows them. */
export const Figure = z.object({ n: Count, opens: z.string() })
export type Figure = z.output<typeof Figure>

const Standing = z.object({ open: Figure, overdue: Figure })
/** In percent, to one decimal; null when there is nothing to speak of. */
const Rate = z.number().nullable()
const InTime = z.object({ rate: Rate, onTime: Figure, late: Figure })
const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)
export const LONGEST_DAYS = 366

/** Both days are meant whole. Without an estate: all those within reach. */
export const BoardFilter = z.object({ estateId: Id.optional(), from: Day, to: Day })
export type BoardFilter = z.output<typeof BoardFilter>

export const BoardFigures = z.object({
  at: Instant,
  /** Whose figures these are; null for the whole company. */
  estateId: Id.nullable(),
  estates: z.array(z.object({ id: Id, name: z.string() })),
  /** Whether all estates may be looked at together. */
  mayAll: z.boolean(),
  /** Open now, whenever it came in. */
  open: Standing.extend({
    byKind: z.array(Standing.extend({ kind: Kind })),
    byArea: z.array(Standing.extend({ areaId: Id.nullable(), name: z.string().nullable() })),
    byPerson: z.array(Standing.extend({ staffId: Id.nullable(), name: z.string().nullable() })),
  }),
  received: Figure,
  closed: Figure,
  /** Finished in the period, by the limit of finishing; what had none is in `finished` only. */
  onTime: InTime.extend({ byKind: z.array(InTime.extend({ kind: Kind })) }),
  finished: Figure,
  satisfaction: z.object({
    average: z.number().nullable(),
    contentRate: Rate,
    made: Figure,
    /** Scores of 4 and 5. */
    content: Figure,
    scores: z.array(Figure.extend({ score: z.int() })),
  }),
  /** Of the return visits that came due in the period: made, against those that should have been. */
  coverage: z.object({ rate: Rate, made: Figure, due: Figure, unreachable: Figure }),
  trend: z.object({
    per: z.enum(['day', 'week']),
    points: z.array(InTime.extend({ from: Day, to: Day, received: Figure, closed: Figure, passed: Figure })),
  }),
})
export type BoardFigures = z.output<typeof BoardFigures>

/** What must look at each request of the period by itself, and is asked beside the figures so that nobody waits for it. */
export const BoardSpread = z.object({
  /** Medians over what was finished in the period. */
  hours: z.object({ answer: z.number().nullable(), finish: z.number().nullable() }),
  heat: z.array(Figure.extend({ buildingId: Id, name: z.string() })),
})
export type BoardSpread = z.output<typeof BoardSpread>

const Fulfilled = z.object({ sum: Sum, rate: Rate })
export const BoardDuties = z.object({
  month: Month,
  total: Fulfilled,
  posts: z.array(Fulfilled.extend({ postId: Id, title: z.string(), titleEn: z.string(), people: Count })),
  people: z.array(Fulfilled.extend({ staffId: Id, name: z.string(), postIds: z.array(Id), opens: z.string() })),
})
export type BoardDuties = z.output<typeof BoardDuties>

export const board = resource('board', {
  figures: read({
    input: BoardFilter,
    output: BoardFigures,
    needs: 'board.read',
    refuses: ['access.out_of_reach', 'board.period_wrong'],
    summary: 'Requests and return visits in figures; each opens the cases it counted',
  }),
  spread: read({
    input: BoardFilter,
    output: BoardSpread,
    needs: 'board.read',
    refuses: ['access.out_of_reach', 'board.period_wrong'],
    summary: 'How long requests took, and from which buildings they came',
  }),
  duties: read({
    input: z.object({ estateId: Id.optional(), month: Month }),
    output: BoardDuties,
    needs: 'board.read',
    refuses: ['access.out_of_reach'],
    summary: 'How a month of duties was fulfilled by everybody below, by post and by person',
  }),
})
