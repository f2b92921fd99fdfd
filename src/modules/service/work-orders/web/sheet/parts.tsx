// The parts of a sheet's page: charges, pictures, signature, waits.

import { formatYuan } from '../../../../../platform/money.ts'
import { inLanguage } from '../../../../../ui/bilingual.ts'
import { useZone } from '../../../../../ui/me.tsx'
import { absolute } from '../../../../../ui/moments.ts'
import { Panel } from '../../../../../ui/Panel.tsx'
import { Photos } from '../../../../../ui/Photos.tsx'
import { Chip } from '../../../../../ui/StatusTag.tsx'
import { attachmentUrl } from '../../../../../ui/uploads.ts'
import { Money, When } from '../../../../../ui/values.tsx'
import { useWords } from '../../../../../ui/words.ts'
import type { WorkOrder } from '../../contract/work-orders.ts'
import { wordIn } from '../fields.tsx'
import { words } from '../words.ts'

type Props = { sheet: WorkOrder }
export function Charges({ sheet }: Props) {
  const t = useWords(words)
  const quoted = sheet.lines.filter(({ stage }) => stage === 'quote')
  const done = sheet.lines.filter(({ stage }) => stage === 'done')
  const agreed = sheet.agreedAmountFen
  return (
    <Panel title={t('page.money')} flush={sheet.lines.length > 0}>
      {sheet.lines.length === 0 ? <p className="quiet">{t('page.noLines')}</p> : null}
      {quoted.length > 0 ? (
        <Lines
          title={t('page.quoted')}
          lines={quoted}
          note={
            agreed === null
              ? undefined
              : [t('page.agreedTo', { amount: `¥${formatYuan(agreed)}` }), wordIn('agreeWays', sheet.agreedWay)]
                  .filter(Boolean)
                  .join(' · ')
          }
        />
      ) : null}
      {done.length > 0 ? <Lines title={t('page.done')} lines={done} /> : null}
    </Panel>
  )
}

type LinesProps = { title: string; lines: WorkOrder['lines']; note?: string | undefined }
function Lines({ title, lines, note }: LinesProps) {
  const t = useWords(words)
  return (
    <div className="wo-table-scroll">
      <table className="wo-table">
        <caption>
          {title}
          {note ? <span className="quiet"> {note}</span> : null}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('price.name')}</th>
            <th scope="col">{t('price.kind')}</th>
            <th scope="col" className="wo-figure">
              {t('price.quantity')}
            </th>
            <th scope="col" className="wo-figure">
              {t('price.price')}
            </th>
            <th scope="col" className="wo-figure">
              {t('fields.amountFen')}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <td>{line.name}</td>
              <td>{t(`lineKinds.${line.kind}`)}</td>
              <td className="wo-figure">
                {line.quantity} {line.unit}
              </td>
              <td className="wo-figure">
                <Money fen={line.priceFen} />
              </td>
              <td className="wo-figure">
                <Money fen={line.amountFen} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row" colSpan={4}>
              {t('page.sum')}
            </th>
            <td className="wo-figure">
              <strong>
                <Money fen={lines.reduce((sum, { amountFen }) => sum + amountFen, 0)} />
              </strong>
            </td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

const KINDS = ['before', 'after', 'agreement', 'other'] as const
const kindOf = (label: string) => KINDS.find((kind) => kind === label) ?? 'other'
export function Pictures({ sheet }: Props) {
  const t = useWords(words)
  const shown = sheet.photos.filter(({ label, type }) => label !== 'signature' && type.startsWith('image/'))
  const groups = Map.groupBy(shown, ({ label }) => kindOf(label))
  return (
    <Panel title={t('page.photos')}>
      {shown.length === 0 ? <p className="quiet">{t('page.noPhotos')}</p> : null}
      <div className="wo-pictures">
        {KINDS.filter((kind) => groups.has(kind)).map((kind) => (
          <section key={kind} aria-label={t(`page.${kind}`)}>
            <h3>{t(`page.${kind}`)}</h3>
            <Photos ids={(groups.get(kind) ?? []).map(({ id }) => id)} size={96} />
          </section>
        ))}
      </div>
    </Panel>
  )
}

export function Signed({ sheet }: Props) {
  const t = useWords(words)
  if (!sheet.signatureId && !sheet.noSignatureReason) return null
  return (
    <Panel title={t('page.signature')}>
      {sheet.signatureId ? (
        <img className="wo-signature" src={attachmentUrl(sheet.signatureId)} alt={t('page.signed')} />
      ) : null}
      {sheet.noSignatureReason ? (
        <p>
          {t(`noSignature.${sheet.noSignatureReason}`)}
          {sheet.witnessName ? (
            <span className="quiet"> · {t('page.witness', { name: sheet.witnessName })}</span>
          ) : null}
        </p>
      ) : null}
    </Panel>
  )
}

export function Pauses({ sheet }: Props) {
  const t = useWords(words)
  const zone = useZone()
  if (sheet.pauses.length === 0) return null
  return (
    <Panel title={t('page.pauses')}>
      <ul className="wo-pauses">
        {sheet.pauses.map((pause) => (
          <li key={pause.id}>
            <strong>{inLanguage(pause.reasonName, pause.reasonNameEn)}</strong>{' '}
            {pause.toAt ? null : <Chip tone="warn">{t('page.waiting')}</Chip>}
            <div className="quiet">
              <When at={pause.fromAt} absolute />
              {pause.toAt ? (
                <>
                  {' – '}
                  <When at={pause.toAt} absolute />
                </>
              ) : pause.resumeAt ? (
                ` ${t('page.pauseUntil', { at: absolute(pause.resumeAt, zone) })}`
              ) : null}
            </div>
            {pause.note ? <div>{pause.note}</div> : null}
          </li>
        ))}
      </ul>
    </Panel>
  )
}
