// The classification tree: two levels per kind, each with the urgency and the trade it brings along.
import { PlusOutlined } from '@ant-design/icons'
import { Button, Segmented } from 'antd'
import { useState } from 'react'
import { Chip } from '../../../../../ui/StatusTag.tsx'
import { Maybe } from '../../../../../ui/values.tsx'
import { useWords } from '../../../../../ui/words.ts'
import type { Category } from '../../contract/settings.ts'
import { KINDS, type Kind } from '../../contract/shapes.ts'
import { branchesOf } from '../categories.ts'
import { UrgencyMark } from '../looks.tsx'
import { settingWords, words } from '../words.ts'
import { fields } from './fields.tsx'
import { inScope, type PartProps, Scroll, settingsApi, useEditor, useRemoval } from './shared.tsx'

const FORM = [
  { of: ['name', 'nameEn'], columns: 2 as const },
  { of: ['defaultUrgency', 'trade'], columns: 2 as const },
  { of: ['outsideParty', 'sort'] },
]
const NEW_FORM = [{ of: ['code'] }, ...FORM]

export function Categories({ settings, estateId, mayChange }: PartProps) {
  const t = useWords(settingWords)
  const say = useWords(words)
  const [kind, setKind] = useState<Kind>('repair')
  const { drawer, edit } = useEditor()
  const archive = useRemoval(settingsApi.archiveCategory)
  const branches = branchesOf(inScope(settings.categories, estateId), kind)
  const add = (parent: Category | null) =>
    edit({
      title: t(parent ? 'verbs.addChild' : 'verbs.addCategory'),
      write: settingsApi.addCategory,
      fields,
      of: NEW_FORM,
      first: {
        sort: (branches.at(-1)?.category.sort ?? 0) + 10,
        trade: parent?.trade,
        defaultUrgency: parent?.defaultUrgency,
      },
      given: { kind, estateId, parentId: parent?.id ?? null },
    })
  const change = ({ id, ...category }: Category) =>
    edit({
      title: `${t('verbs.changeCategory')} ${category.name}`,
      write: settingsApi.changeCategory,
      fields,
      of: FORM,
      first: category,
      given: { id },
    })
  return (
    <>
      <div className="rq-setting-head">
        <Segmented
          aria-label={t('fields.kind')}
          value={kind}
          options={KINDS.map((value) => ({ value, label: say(`kinds.${value}`) }))}
          onChange={setKind}
        />
        {mayChange ? (
          <Button icon={<PlusOutlined />} onClick={() => add(null)}>
            {t('verbs.addCategory')}
          </Button>
        ) : null}
      </div>
      <Scroll label={t('tabs.categories')}>
        <table className="kit-plain-table">
          <thead>
            <tr>
              <th scope="col">{t('fields.name')}</th>
              <th scope="col">{t('fields.nameEn')}</th>
              <th scope="col">{t('fields.defaultUrgency')}</th>
              <th scope="col">{t('fields.trade')}</th>
              <th scope="col">{t('fields.outsideParty')}</th>
              {mayChange ? <td /> : null}
            </tr>
          </thead>
          <tbody>
            {branches.map(({ category, path }) => (
              <tr key={category.id} className={path.length === 1 ? 'rq-top' : ''}>
                <th scope="row" style={{ paddingInlineStart: 8 + (path.length - 1) * 24 }}>
                  {category.name} {category.estateId ? <Chip>{t('own')}</Chip> : null}
                </th>
                <td>{category.nameEn}</td>
                <td>
                  {category.defaultUrgency ? <UrgencyMark urgency={category.defaultUrgency} /> : <Maybe>{null}</Maybe>}
                </td>
                <td>
                  <Maybe>{category.trade ? t(`trades.${category.trade}`) : null}</Maybe>
                </td>
                <td>
                  <Maybe>{category.outsideParty}</Maybe>
                </td>
                {mayChange ? (
                  <td className="rq-row-acts">
                    {path.length === 1 ? (
                      <Button type="text" size="small" onClick={() => add(category)}>
                        {t('verbs.addChild')}
                      </Button>
                    ) : null}
                    <Button type="text" size="small" onClick={() => change(category)}>
                      {t('verbs.changeCategory')}
                    </Button>
                    <Button
                      type="text"
                      size="small"
                      onClick={() =>
                        void archive(t('archiveSure', { name: category.name }), t('verbs.archiveCategory'), category.id)
                      }
                    >
                      {t('verbs.archiveCategory')}
                    </Button>
                  </td>
                ) : null}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {branches.length === 0 ? <p className="quiet">{t('none')}</p> : null}
      {drawer}
    </>
  )
}
