// Who is told when a share of a limit is used up: one ladder for critical matters, one for all other.
import { CloseOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Chip } from '../../../../../ui/StatusTag.tsx'
import { useWords } from '../../../../../ui/words.ts'
import { settingWords } from '../words.ts'
import { fields } from './fields.tsx'
import { inScope, type PartProps, settingsApi, useEditor, useRemoval } from './shared.tsx'

const FORM = [{ of: ['ratio', 'tell'] }]

export function Ladder({ settings, estateId, mayChange }: PartProps) {
  const { drawer, edit } = useEditor()
  const t = useWords(settingWords)
  const add = (critical: boolean) =>
    edit({
      title: `${t('verbs.addStep')} · ${t(`steps.${critical}`)}`,
      write: settingsApi.addStep,
      fields,
      of: FORM,
      given: { critical, estateId },
      inputOf: ({ ratio, ...rest }) => ({ ...rest, ratio: typeof ratio === 'number' ? ratio / 100 : ratio }),
    })
  return (
    <div className="rq-ladders">
      {[false, true].map((critical) => (
        <OneLadder
          key={String(critical)}
          critical={critical}
          settings={settings}
          estateId={estateId}
          mayChange={mayChange}
          onAdd={() => add(critical)}
        />
      ))}
      {drawer}
    </div>
  )
}

type OneProps = PartProps & { critical: boolean; onAdd(): void }
function OneLadder({ settings, estateId, mayChange, critical, onAdd }: OneProps) {
  const t = useWords(settingWords)
  const remove = useRemoval(settingsApi.removeStep)
  const all = inScope(settings.steps, estateId).filter((step) => step.critical === critical)
  // An estate with a ladder of its own does not climb the company's.
  const own = all.filter((step) => step.estateId !== null)
  const steps = (own.length > 0 ? own : all).toSorted((a, b) => a.ratio - b.ratio)
  return (
    <section>
      <h2>{t(`steps.${critical}`)}</h2>
      <ol className="rq-ladder">
        {steps.map((step) => (
          <li key={step.id}>
            <strong>{t('percent', { percent: Math.round(step.ratio * 100) })}</strong>
            <span>
              {t('fields.tell')} {t(`rungs.${step.tell}`)}
            </span>
            {step.estateId ? <Chip>{t('own')}</Chip> : null}
            {mayChange && step.estateId === estateId ? (
              <Button
                type="text"
                size="small"
                icon={<CloseOutlined />}
                aria-label={`${t('verbs.removeStep')} ${Math.round(step.ratio * 100)}% ${t(`rungs.${step.tell}`)}`}
                title={t('verbs.removeStep')}
                onClick={() => void remove(t('removeSure'), t('verbs.removeStep'), step.id)}
              />
            ) : null}
          </li>
        ))}
      </ol>
      {mayChange ? (
        <Button icon={<PlusOutlined />} onClick={onAdd}>
          {t('verbs.addStep')}
        </Button>
      ) : null}
    </section>
  )
}
