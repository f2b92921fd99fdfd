// The printed dispatch sheet (派工单), in four parts: office, engineering, finance, customer.
import type { Ctx } from '../../../../platform/context.ts'
import type { FileAnswer } from '../../../../platform/contract.ts'
import { recordEvent } from '../../../../platform/ledger.ts'
import { yuanOf } from '../../../../platform/money.ts'
import type { Block, LabelledValue } from '../../../../platform/print/form.ts'
import { printForm } from '../../../../platform/print/print-form.ts'
import { getCompany, getEstate } from '../../../organisation/estates/module.ts'
import { listLines, type SelectedSheet } from '../queries/sheets.ts'
import { seen } from './reads.ts'
import { SHEET_WORDS, type SheetWords } from './sheet-words.ts'

/** The whole phone number stands on it: the worker must be able to call. Printing is therefore an event like revealing. */
export async function sheet(ctx: Ctx, { id }: { id: string }): Promise<FileAnswer> {
  const row = await seen(ctx, id)
  const { estateId, areaId } = row
  await recordEvent(ctx, { name: 'work_order.printed', recordId: id, estateId, areaId, details: { no: row.no } })
  const language = ctx.user.locale === 'en' ? 'en' : 'zh'
  const words = SHEET_WORDS[language]
  const { zone } = await getEstate(ctx.tx, row.estateId)
  const company = await getCompany(ctx.tx)
  const bytes = await printForm({
    title: words.title,
    company: company.name,
    number: row.no,
    subtitle: row.estateName,
    copies: words.copies,
    blocks: blocksOf(row, await listLines(ctx.tx, id), words, momentsIn(zone)),
    language,
    printedAt: ctx.now,
    printedBy: ctx.user.name,
    zone,
  })
  return { type: 'application/pdf', name: `${row.no}.pdf`, bytes, inline: true }
}

type Moments = (at: string | null) => string
const momentsIn = (zone: string): Moments => {
  const format = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short', timeStyle: 'short' })
  return (at) => (at ? format.format(new Date(at)) : '')
}

type Lines = Awaited<ReturnType<typeof listLines>>
function blocksOf(row: SelectedSheet, lines: Lines, words: SheetWords, moment: Moments): Block[] {
  const stage = row.status === 'completed' || row.status === 'refused' ? 'done' : 'quote'
  const shown = lines.filter((line) => line.stage === stage)
  const text = [row.subject, row.body].filter(Boolean).join('\n')
  const unsigned = row.noSignatureReason && `${words.noSignature}: ${words.reasons[row.noSignatureReason]}`
  return [
    { kind: 'grid', cells: [...cellsOf(row, words, moment), ...timesOf(row, words, moment)] },
    { kind: 'text', label: words.fault, text, minLines: 2 },
    tableOf(shown, row, words),
    ...refusedOf(row, words),
    { kind: 'text', label: words.result, text: row.result ?? '', minLines: 3 },
    { kind: 'choices', label: words.opinion, options: words.opinions.map((label) => ({ label, chosen: false })) },
    ...(unsigned ? [{ kind: 'note' as const, text: unsigned }] : []),
    {
      kind: 'signatures',
      signatures: [
        { label: words.customerSigns },
        { label: words.workerSigns, name: row.workerName ?? '' },
        { label: words.officeSigns },
      ],
    },
  ]
}

/** A sheet that ended without the work says why, and what coming out costs. */
function refusedOf({ status, amountFen, endReason }: SelectedSheet, words: SheetWords): Block[] {
  if (status !== 'refused') return []
  const fee = amountFen > 0 ? yuanOf(amountFen) : words.noCalloutFee
  return [{ kind: 'note', text: `${words.refused}: ${endReason ?? ''}    ${words.calloutFee}: ${fee}` }]
}

function cellsOf(row: SelectedSheet, words: SheetWords, moment: Moments): LabelledValue[] {
  const until = row.appointmentTo ? ` – ${moment(row.appointmentTo).slice(11)}` : ''
  return [
    { label: words.request, value: row.requestNo ?? '' },
    { label: words.urgency, value: words.urgencies[row.urgency] },
    { label: words.place, value: row.placeName ?? row.placeText ?? '', span: 2 },
    { label: words.customer, value: row.contactName ?? '' },
    { label: words.phone, value: row.contactPhone ?? '' },
    { label: words.trade, value: words.trades[row.trade] },
    { label: words.appointment, value: `${moment(row.appointmentFrom)}${until}` },
  ]
}

const timesOf = (row: SelectedSheet, words: SheetWords, moment: Moments): LabelledValue[] => [
  { label: words.worker, value: row.workerName ?? '' },
  { label: words.issued, value: moment(row.issuedAt) },
  { label: words.arrived, value: moment(row.arrivedAt) },
  { label: words.finished, value: moment(row.completedAt) },
]

function tableOf(lines: Lines, row: SelectedSheet, words: SheetWords): Block {
  return {
    kind: 'table',
    columns: [
      { label: words.kind, width: 1.2 },
      { label: words.item, width: 3 },
      { label: words.unit, width: 0.8 },
      { label: words.quantity, width: 1, align: 'right' },
      { label: words.price, width: 1.4, align: 'right' },
      { label: words.amount, width: 1.4, align: 'right' },
    ],
    rows: lines.map((line) => [
      words.kinds[line.kind],
      line.name,
      line.unit,
      String(line.quantity),
      yuanOf(line.priceFen),
      yuanOf(line.amountFen),
    ]),
    blankRows: lines.length === 0 && row.status !== 'refused' ? 3 : 0,
    totals: [
      ...(row.labourMinutes === null ? [] : [{ label: words.labour, value: String(row.labourMinutes) }]),
      { label: words.total, value: lines.length ? yuanOf(row.amountFen) : '' },
    ],
  }
}
