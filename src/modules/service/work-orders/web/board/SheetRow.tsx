// One sheet as a dense row of the board: chosen by a click, opened by its number.
import { Chip } from '../../../../../ui/StatusTag.tsx'
import { To } from '../../../../../ui/To.tsx'
import { Code, When } from '../../../../../ui/values.tsx'
import { useWords } from '../../../../../ui/words.ts'
import { UrgencyMark } from '../../../requests/web/looks.tsx'
import { DueMark, placeOf, StateMark, tradeName } from '../looks.tsx'
import { words } from '../words.ts'
import type { BoardSheet } from './BoardPage.tsx'

type Props = { sheet: BoardSheet; chosen: boolean; onChoose(): void }
export function SheetRow({ sheet, chosen, onChoose }: Props) {
  const t = useWords(words)
  return (
    <li className={chosen ? 'wo-row wo-row-chosen' : 'wo-row'} data-sheet={sheet.id}>
      <button type="button" className="wo-row-choose" aria-pressed={chosen} onClick={onChoose}>
        <span className="wo-row-what">{sheet.subject}</span>
        <span className="quiet wo-row-where">{placeOf(sheet)}</span>
      </button>
      <span className="wo-row-no">
        <To href={`/work-orders/${sheet.id}`}>
          <Code>{sheet.no}</Code>
        </To>
        <span className="quiet">
          <When at={sheet.issuedAt} />
        </span>
      </span>
      <span className="wo-row-trade">
        {tradeName(sheet.trade)}
        <UrgencyMark urgency={sheet.urgency} />
      </span>
      <span className="wo-row-who">
        <StateMark state={sheet.status} />
        <span className="quiet">{sheet.workerName}</span>
        {sheet.returnCount > 0 ? <Chip tone="warn">{t('page.returned', { count: sheet.returnCount })}</Chip> : null}
        {sheet.reworkCount > 0 ? <Chip tone="warn">{t('page.reworked', { count: sheet.reworkCount })}</Chip> : null}
      </span>
      <span className="wo-row-due">
        <DueMark row={sheet} />
      </span>
    </li>
  )
}
