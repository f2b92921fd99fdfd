// Why a request waits, and which of the reasons stop its clock.
import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Chip } from '../../../../../ui/StatusTag.tsx'
import { useWords } from '../../../../../ui/words.ts'
import type { HoldReason } from '../../contract/settings.ts'
import { settingWords, words } from '../words.ts'
import { fields } from './fields.tsx'
import { type PartProps, Scroll, settingsApi, useEditor, useRemoval } from './shared.tsx'

const FORM = [{ of: ['name', 'nameEn'] }, { of: ['stopsClock', 'sort'], columns: 2 as const }]
const NEW_FORM = [{ of: ['code'] }, ...FORM]

export function Reasons({ settings, mayChange }: PartProps) {
  const t = useWords(settingWords)
  const say = useWords(words)
  const { drawer, edit } = useEditor()
  const archive = useRemoval(settingsApi.archiveReason)
  const reasons = settings.reasons.toSorted((a, b) => a.sort - b.sort)
  const add = () =>
    edit({
      title: t('verbs.addReason'),
      write: settingsApi.addReason,
      fields,
      of: NEW_FORM,
      first: { stopsClock: false, sort: (reasons.at(-1)?.sort ?? 0) + 1 },
    })
  const change = ({ id, code: _, ...reason }: HoldReason) =>
    edit({
      title: `${t('verbs.changeReason')} ${reason.name}`,
      write: settingsApi.changeReason,
      fields,
      of: FORM,
      first: reason,
      given: { id },
    })
  return (
    <>
      {mayChange ? (
        <div className="rq-setting-head">
          <Button icon={<PlusOutlined />} onClick={add}>
            {t('verbs.addReason')}
          </Button>
        </div>
      ) : null}
      <Scroll label={t('tabs.reasons')}>
        <table className="kit-plain-table">
          <thead>
            <tr>
              <th scope="col">{t('fields.name')}</th>
              <th scope="col">{t('fields.nameEn')}</th>
              <th scope="col">{t('fields.stopsClock')}</th>
              {mayChange ? <td /> : null}
            </tr>
          </thead>
          <tbody>
            {reasons.map((reason) => (
              <tr key={reason.id}>
                <th scope="row">{reason.name}</th>
                <td>{reason.nameEn}</td>
                <td>
                  <Chip tone={reason.stopsClock ? 'waiting' : 'neutral'}>
                    {say(reason.stopsClock ? 'page.stopsClock' : 'page.clockRuns')}
                  </Chip>
                </td>
                {mayChange ? (
                  <td className="rq-row-acts">
                    <Button type="text" size="small" onClick={() => change(reason)}>
                      {t('verbs.changeReason')}
                    </Button>
                    <Button
                      type="text"
                      size="small"
                      onClick={() =>
                        void archive(t('archiveSure', { name: reason.name }), t('verbs.archiveReason'), reason.id)
                      }
                    >
                      {t('verbs.archiveReason')}
                    </Button>
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
