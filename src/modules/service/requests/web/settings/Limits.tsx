// How soon what must happen, per kind and urgency; an estate's own go before the company's.
import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { span } from '../../../../../ui/moments.ts'
import { Chip } from '../../../../../ui/StatusTag.tsx'
import { useWords } from '../../../../../ui/words.ts'
import type { Limit } from '../../contract/settings.ts'
import { KINDS, URGENCIES } from '../../contract/shapes.ts'
import { UrgencyMark } from '../looks.tsx'
import { settingWords, words } from '../words.ts'
import { fields } from './fields.tsx'
import { inScope, type PartProps, Scroll, settingsApi, useEditor, useRemoval } from './shared.tsx'

const FORM = [
  { of: ['answerMinutes', 'arriveMinutes', 'feedbackMinutes', 'finishMinutes'], columns: 2 as const },
  { of: ['clock', 'finishClock'], columns: 1 as const },
]
const NEW_FORM = [{ of: ['kind', 'urgency'], columns: 2 as const }, ...FORM]
const SPANS = ['answerMinutes', 'arriveMinutes', 'feedbackMinutes', 'finishMinutes'] as const

const placeOf = ({ kind, urgency }: Limit) => KINDS.indexOf(kind) * 10 + (urgency ? URGENCIES.indexOf(urgency) : 9)
/** The estate's own row stands in for the company's of the same kind and urgency. */
function nearest(limits: readonly Limit[], estateId: string | null): Limit[] {
  const here = inScope(limits, estateId)
  const isCovered = (limit: Limit) =>
    limit.estateId === null &&
    here.some((other) => other.estateId !== null && other.kind === limit.kind && other.urgency === limit.urgency)
  return here.filter((limit) => !isCovered(limit)).toSorted((a, b) => placeOf(a) - placeOf(b))
}

export function Limits({ settings, estateId, mayChange }: PartProps) {
  const t = useWords(settingWords)
  const say = useWords(words)
  const { drawer, edit } = useEditor()
  const remove = useRemoval(settingsApi.removeLimit)
  const rows = nearest(settings.limits, estateId)
  const add = () =>
    edit({
      title: t('verbs.addLimit'),
      write: settingsApi.setLimit,
      fields,
      of: NEW_FORM,
      first: { kind: 'repair', clock: 'elapsed', finishClock: 'elapsed' },
      given: { estateId },
    })
  const change = ({ id: _, estateId: __, kind, urgency, ...limit }: Limit) =>
    edit({
      title: `${say(`kinds.${kind}`)} ${urgency ? say(`urgencies.${urgency}`) : t('anyUrgency')}`,
      write: settingsApi.setLimit,
      fields,
      of: FORM,
      first: limit,
      given: { kind, urgency, estateId },
    })
  return (
    <>
      {mayChange ? (
        <div className="rq-setting-head">
          <Button icon={<PlusOutlined />} onClick={add}>
            {t('verbs.addLimit')}
          </Button>
        </div>
      ) : null}
      <Scroll label={t('tabs.limits')}>
        <table className="kit-plain-table">
          <thead>
            <tr>
              <th scope="col">{t('fields.kind')}</th>
              <th scope="col">{t('fields.urgency')}</th>
              {SPANS.map((key) => (
                <th key={key} scope="col">
                  {t(`fields.${key}`)}
                </th>
              ))}
              <th scope="col">{t('fields.clocks')}</th>
              {mayChange ? <td /> : null}
            </tr>
          </thead>
          <tbody>
            {rows.map((limit, at) => (
              <tr key={limit.id} className={limit.kind === rows[at - 1]?.kind ? '' : 'rq-top'}>
                <th scope="row">
                  {limit.kind === rows[at - 1]?.kind ? (
                    <span className="sr-only">{say(`kinds.${limit.kind}`)}</span>
                  ) : (
                    say(`kinds.${limit.kind}`)
                  )}
                </th>
                <td>
                  {limit.urgency ? (
                    <UrgencyMark urgency={limit.urgency} />
                  ) : (
                    <span className="quiet">{t('anyUrgency')}</span>
                  )}{' '}
                  {limit.estateId ? <Chip>{t('own')}</Chip> : null}
                </td>
                {SPANS.map((key) => (
                  <td key={key} className="nowrap">
                    <Minutes of={limit[key]} />
                  </td>
                ))}
                <td className="quiet">
                  {t(`clocks.${limit.clock}`)} / {t(`clocks.${limit.finishClock}`)}
                </td>
                {mayChange ? (
                  <td className="rq-row-acts">
                    <Button type="text" size="small" onClick={() => change(limit)}>
                      {t('verbs.setLimit')}
                    </Button>
                    {limit.estateId ? (
                      <Button
                        type="text"
                        size="small"
                        onClick={() => void remove(t('removeSure'), t('verbs.removeLimit'), limit.id)}
                      >
                        {t('verbs.removeLimit')}
                      </Button>
                    ) : null}
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {drawer}
    </>
  )
}

function Minutes({ of }: { of: number | null }) {
  const t = useWords(settingWords)
  return of === null ? <span className="quiet">{t('none')}</span> : span(of * 60_000)
}
