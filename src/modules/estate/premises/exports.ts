// The list of places as a workbook: the same filters, the same reach.
import type { z } from 'zod'
import type { Ctx } from '../../../platform/context.ts'
import { exporter } from '../../../platform/exports/exporter.ts'
import { list } from './actions/reads.ts'
import { PlaceFilter } from './contract/places.ts'
import type { USES } from './contract/shapes.ts'
import type { Status } from './states.ts'

const PAGE = 200
type Both = { zh: string; en: string }
const STATUS_WORDS: Record<Status, Both> = {
  unsold: { zh: '未售', en: 'Unsold' },
  sold: { zh: '已售', en: 'Sold' },
  delivered: { zh: '已交房', en: 'Delivered' },
  renovating: { zh: '装修中', en: 'Renovating' },
  occupied: { zh: '已入住', en: 'Occupied' },
  vacant: { zh: '长期空置', en: 'Vacant' },
}
const USE_WORDS: Record<(typeof USES)[number], Both> = {
  home: { zh: '住宅', en: 'Home' },
  shop: { zh: '商铺', en: 'Shop' },
  office: { zh: '办公', en: 'Office' },
  parking: { zh: '车位', en: 'Parking' },
  storage: { zh: '储藏', en: 'Storage' },
  other: { zh: '其他', en: 'Other' },
}

async function* rows(ctx: Ctx, query: z.output<typeof PlaceFilter>) {
  const say = ctx.user.locale === 'en' ? 'en' : 'zh'
  let after: string | undefined
  do {
    const page = await list(ctx, { ...query, limit: PAGE, after })
    for (const { unit, code, pathName, areaName, directions } of page.items) {
      const { grossFloorArea, innerArea, deliveredOn } = unit ?? {}
      const status = unit ? STATUS_WORDS[unit.status][say] : null
      const use = unit ? USE_WORDS[unit.use][say] : null
      yield { code, pathName, areaName, directions, grossFloorArea, innerArea, deliveredOn, status, use }
    }
    after = page.next ?? undefined
  } while (after)
}

/** The headers are those that an import knows, so that what was given out can be brought in. */
export const placeExporter = exporter({
  kind: 'places',
  label: { zh: '房屋与地点', en: 'Units and places' },
  permission: 'places.read',
  query: PlaceFilter,
  columns: [
    { key: 'code', label: { zh: '房号', en: 'Unit' }, kind: 'text', width: 16 },
    { key: 'pathName', label: { zh: '位置', en: 'Where' }, kind: 'text', width: 34 },
    { key: 'status', label: { zh: '房屋状态', en: 'Status' }, kind: 'text', width: 12 },
    { key: 'use', label: { zh: '用途', en: 'Use' }, kind: 'text', width: 10 },
    { key: 'grossFloorArea', label: { zh: '建筑面积', en: 'Gross floor area' }, kind: 'number', width: 12 },
    { key: 'innerArea', label: { zh: '套内面积', en: 'Inner area' }, kind: 'number', width: 12 },
    { key: 'deliveredOn', label: { zh: '交房日期', en: 'Delivered on' }, kind: 'day', width: 14 },
    { key: 'areaName', label: { zh: '责任区', en: 'Area' }, kind: 'text', width: 12 },
    { key: 'directions', label: { zh: '怎么走', en: 'How to get there' }, kind: 'text', width: 34 },
  ],
  rows,
})
