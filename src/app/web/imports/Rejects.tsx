// The first of the rows that were given back, with the reason for each.
import type { Import } from '../../../platform/imports/contract.ts'
import { useRead } from '../../../ui/api.ts'
import { Loaded } from '../../../ui/Loaded.tsx'
import { languageNow, useWords } from '../../../ui/words.ts'
import { api } from './kinds.ts'
import { words } from './words.ts'

const SHOWN = 10
const LONGEST = 80

export function Rejects({ record }: { record: Import }) {
  const t = useWords(words)
  const language = languageNow()
  const list = useRead(api.rejects, { id: record.id, limit: SHOWN })
  return (
    <section aria-label={t('rejects')} className="kit-import-rejects">
      <h2>{t('rejects')}</h2>
      <Loaded of={list}>
        {({ items }) => (
          <table className="kit-plain-table kit-stack">
            <thead>
              <tr>
                <th scope="col">{t('rowHead')}</th>
                <th scope="col">{t('reason')}</th>
                <th scope="col">{t('content')}</th>
              </tr>
            </thead>
            <tbody>
              {items.map(({ row, cells, reasons }) => (
                <tr key={row}>
                  <td className="nowrap">{t('row', { row })}</td>
                  <td>{reasons.map((reason) => reason[language]).join(language === 'zh' ? '；' : '; ')}</td>
                  <td className="quiet">{contentOf(cells)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </Loaded>
      {record.rejected > SHOWN ? <p className="quiet">{t('moreRejects', { count: record.rejected - SHOWN })}</p> : null}
    </section>
  )
}

function contentOf(cells: readonly (string | number | boolean | null)[]) {
  const text = cells.filter((cell) => cell !== null && cell !== '').join(' · ')
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text
}
