// Reading a sheet that binds: the button for whom it binds, and who has read it.
import { CheckCircleOutlined, FileDoneOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useWrite } from '../../../../../ui/api.ts'
import { DueChip } from '../../../../../ui/DueChip.tsx'
import { useMe, useZone } from '../../../../../ui/me.tsx'
import { absolute } from '../../../../../ui/moments.ts'
import { Panel } from '../../../../../ui/Panel.tsx'
import { tell } from '../../../../../ui/tell.ts'
import { When } from '../../../../../ui/values.tsx'
import { useWords } from '../../../../../ui/words.ts'
import type { Sheet } from '../../contract/sheets.ts'
import { sheetApi } from '../calls.ts'
import { sheetWords } from '../words.ts'

export function Acknowledge({ sheet: { id, can, acknowledgements } }: { sheet: Sheet }) {
  const t = useWords(sheetWords)
  const me = useMe()
  const zone = useZone()
  const acknowledging = useWrite(sheetApi.acknowledge)
  if (!can.includes('acknowledge')) return null
  const dueAt = acknowledgements.find(({ staffId }) => staffId === me.id)?.dueAt
  const acknowledge = async () => {
    if (await acknowledging.run({ id })) tell.done(t('hints.acknowledgedNow'))
  }
  return (
    <div className="duty-strip">
      <FileDoneOutlined />
      <span className="duty-strip-words">
        {t('hints.bindsYou')} {dueAt ? t('hints.bindsYouUntil', { at: absolute(dueAt, zone) }) : null}
      </span>
      <Button type="primary" loading={acknowledging.running} onClick={() => void acknowledge()}>
        {t('hints.acknowledgeNow')}
      </Button>
    </div>
  )
}

export function Acknowledgements({ sheet: { status, acknowledgements } }: { sheet: Sheet }) {
  const t = useWords(sheetWords)
  if (status === 'withdrawn') return null
  const given = acknowledgements.filter(({ givenAt }) => givenAt !== null).length
  const extra =
    acknowledgements.length > 0 ? t('hints.acknowledgedOf', { given, asked: acknowledgements.length }) : null
  const none = status === 'draft' || status === 'in_review' ? 'hints.notInForce' : 'hints.nobodyBound'
  return (
    <Panel title={t('page.acknowledgements')} extra={extra ? <span className="quiet">{extra}</span> : null}>
      {acknowledgements.length === 0 ? <p className="quiet">{t(none)}</p> : null}
      <ul className="duty-readers">
        {acknowledgements
          .toSorted((a, b) => Number(a.givenAt !== null) - Number(b.givenAt !== null))
          .map(({ staffId, name, dueAt, givenAt }) => (
            <li key={staffId}>
              <span>{name}</span>
              {givenAt ? (
                <span className="quiet">
                  <CheckCircleOutlined className="duty-done-mark" /> <When at={givenAt} />
                </span>
              ) : (
                <span>
                  <span className="quiet">{t('hints.notRead')}</span>{' '}
                  {status === 'published' ? <DueChip due={dueAt} nearMinutes={1440} /> : null}
                </span>
              )}
            </li>
          ))}
      </ul>
    </Panel>
  )
}
