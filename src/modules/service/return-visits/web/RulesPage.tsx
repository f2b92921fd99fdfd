// The rules by which visits come due: kept by the manager, for the company or for one estate.
import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useRead, useWrite } from '../../../../ui/api.ts'
import { ask } from '../../../../ui/ask.ts'
import { inLanguage } from '../../../../ui/bilingual.ts'
import { choice, flag, wholeNumber } from '../../../../ui/controls.tsx'
import { Drawer } from '../../../../ui/Drawer.tsx'
import { EntityForm } from '../../../../ui/EntityForm.tsx'
import { fieldsOf } from '../../../../ui/fields.tsx'
import { Loaded } from '../../../../ui/Loaded.tsx'
import { useEstate } from '../../../../ui/me.tsx'
import { optionsOf } from '../../../../ui/options.ts'
import { PageHeader, Panel } from '../../../../ui/Panel.tsx'
import { RowsTable } from '../../../../ui/RowsTable.tsx'
import { tell } from '../../../../ui/tell.ts'
import { lookUp, say, useWords } from '../../../../ui/words.ts'
import { estateChoice } from '../../../organisation/estates/web/choosing.tsx'
import type { Category } from '../../requests/contract/settings.ts'
import { URGENCIES } from '../../requests/contract/shapes.ts'
import { words as requestWords } from '../../requests/web/words.ts'
import { type Rule, VisitKind } from '../contract.ts'
import { ruleApi, settingsApi } from './calls.ts'
import { wordIn } from './fields.tsx'
import { ruleWords, words } from './words.ts'

const OF = ['kind', 'estateId', 'categoryCode', 'urgency', 'needed', 'withinHours', 'againAfterDays'] as const

export function RulesPage() {
  const t = useWords(ruleWords)
  const { estateId } = useEstate()
  const rules = useRead(ruleApi.list, estateId ? { estateId } : {})
  const settings = useRead(settingsApi.list, {})
  const [edited, edit] = useState<Rule | 'new'>()
  const fields = fieldsFor(settings.data?.categories ?? [])
  const close = () => edit(undefined)
  return (
    <>
      <PageHeader
        title={t('title')}
        line={t('line')}
        actions={
          <Button type="primary" icon={<PlusOutlined />} onClick={() => edit('new')}>
            {t('add')}
          </Button>
        }
      />
      <Panel flush>
        <Loaded of={rules}>
          {({ items }) => (
            <RowsTable
              label={t('title')}
              fields={fields}
              columns={OF}
              rows={items.toSorted((a, b) => a.kind.localeCompare(b.kind) || Number(isPlain(b)) - Number(isPlain(a)))}
              rowActions={(rule) => <Actions rule={rule} onEdit={() => edit(rule)} />}
            />
          )}
        </Loaded>
      </Panel>
      <Drawer title={t(edited === 'new' ? 'add' : 'change')} open={edited !== undefined} onClose={close}>
        {edited ? (
          <EntityForm
            write={ruleApi.save}
            fields={fields}
            of={edited === 'new' ? OF : (['needed', 'withinHours', 'againAfterDays'] as const)}
            first={edited === 'new' ? { needed: true, withinHours: 72 } : edited}
            given={edited === 'new' ? {} : keysOf(edited)}
            onCancel={close}
            onDone={() => {
              close()
              tell.done(t('saved'))
            }}
          />
        ) : null}
      </Drawer>
    </>
  )
}

const isPlain = ({ estateId, urgency, categoryCode }: Rule) => !estateId && !urgency && !categoryCode
const keysOf = ({ kind, estateId, urgency, categoryCode }: Rule) => ({ kind, estateId, urgency, categoryCode })

function fieldsFor(categories: readonly Category[]) {
  const nameOf = (code: string) => {
    const found = categories.find((category) => category.code === code)
    return found ? inLanguage(found.name, found.nameEn) : code
  }
  const any = () => say(ruleWords, 'every')
  return fieldsOf<Rule>()(ruleWords, {
    kind: {
      column: { width: 110, phone: 'title' },
      show: (kind) => wordIn('kinds', kind),
      control: choice(optionsOf(words, 'kinds', VisitKind.options), { clearable: false }),
    },
    estateId: {
      column: { width: 160 },
      show: (estateId) => <EstateName id={estateId} />,
      control: estateChoice({ none: () => say(ruleWords, 'company') }),
    },
    categoryCode: {
      column: { grow: true },
      show: (code) => (code ? nameOf(code) : any()),
      control: choice(() =>
        categories.map(({ code, name, nameEn }) => ({ value: code, label: inLanguage(name, nameEn) })),
      ),
    },
    urgency: {
      column: { width: 110 },
      show: (urgency) => (urgency ? (lookUp(requestWords.noun, `urgencies.${urgency}`) ?? urgency) : any()),
      control: choice(optionsOf(requestWords, 'urgencies', URGENCIES)),
    },
    needed: { column: { width: 80 }, control: flag() },
    withinHours: {
      column: { width: 110, align: 'right' },
      show: (count, { needed }) => (needed ? say(ruleWords, 'hours', { count }) : null),
      control: wholeNumber({ min: 1, max: 2400 }),
      help: 'withinHint',
    },
    againAfterDays: {
      column: { width: 150, align: 'right' },
      show: (count, { needed }) =>
        needed ? (count ? say(ruleWords, 'days', { count }) : say(ruleWords, 'once')) : null,
      control: wholeNumber({ min: 1, max: 365 }),
      help: 'againHint',
    },
  })
}

function EstateName({ id }: { id: string | null }) {
  const t = useWords(ruleWords)
  const { estates } = useEstate()
  return estates.find((estate) => estate.id === id)?.name ?? t('company')
}

function Actions({ rule, onEdit }: { rule: Rule; onEdit(): void }) {
  const t = useWords(ruleWords)
  const removing = useWrite(ruleApi.remove, { onDone: () => tell.done(say(ruleWords, 'removed')) })
  const remove = async () => {
    if (await ask({ title: t('removeSure'), yes: t('remove'), danger: true })) await removing.run({ id: rule.id })
  }
  return (
    <span className="nowrap">
      <Button type="text" size="small" onClick={onEdit}>
        {t('change')}
      </Button>
      {isPlain(rule) ? null : (
        <Button type="text" size="small" loading={removing.running} onClick={() => void remove()}>
          {t('remove')}
        </Button>
      )}
    </span>
  )
}
