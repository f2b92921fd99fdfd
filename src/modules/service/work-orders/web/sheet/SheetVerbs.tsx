// What can be done with a sheet, each verb with the form that it needs.
import { useMemo } from 'react'
import { formatYuan } from '../../../../../platform/money.ts'
import { VerbBar } from '../../../../../ui/VerbBar.tsx'
import { useWords } from '../../../../../ui/words.ts'
import type { WorkOrder } from '../../contract/work-orders.ts'
import { life } from '../../states.ts'
import { api } from '../calls.ts'
import { verbFields } from '../fields.tsx'
import { draftsOf } from '../LinesField.tsx'
import { words } from '../words.ts'

const LEADING: Record<string, string> = {
  open: 'assign',
  assigned: 'take',
  taken: 'arrive',
  on_site: 'complete',
  quoting: 'agree',
  on_hold: 'resume',
  completed: 'rework',
}

export function SheetVerbs({ sheet }: { sheet: WorkOrder }) {
  const t = useWords(words)
  const fields = useMemo(() => verbFields(sheet), [sheet])
  const quoted = draftsOf(sheet.lines, 'quote')
  const agreed = sheet.agreedAmountFen
  const cap = agreed === null ? t('price.mustAgree') : t('price.cap', { amount: `¥${formatYuan(agreed)}` })
  return (
    <VerbBar
      record={sheet}
      api={api}
      words={words}
      life={life}
      first={LEADING[sheet.status] ?? ''}
      verbs={{
        assign: { fields, of: ['workerId', 'note'] },
        assignByTurn: { hidden: sheet.status !== 'open' },
        take: {},
        arrive: { fields, of: ['photoIds'], first: () => ({ photoIds: [] }) },
        quote: { fields, of: ['lines', 'note'], first: () => ({ lines: quoted }) },
        agree: { fields, of: ['way', 'signatureId', 'note'], first: () => ({ way: 'phone' }) },
        refuse: { fields, of: ['reason', 'calloutFen'], first: () => ({ calloutFen: 0 }), danger: true },
        complete: {
          fields,
          of: ['result', 'labourMinutes', 'photoIds', 'lines', 'signatureId', 'noSignatureReason', 'witnessId'],
          first: () => ({ lines: agreed === null ? [] : quoted, photoIds: [] }),
          line: <p className="quiet">{cap}</p>,
        },
        hold: { fields, of: ['reasonId', 'resumeAt', 'note'] },
        resume: {},
        handOver: { fields, of: ['workerId', 'reason'] },
        decline: { fields, of: ['reason'] },
        rework: { fields, of: ['reason'] },
        cancel: { fields, of: ['reason'], danger: true },
      }}
    />
  )
}
