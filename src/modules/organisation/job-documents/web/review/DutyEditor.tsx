// The controls of the one duty that is being changed.
import { DeleteRowOutlined } from '@ant-design/icons'
import { Button, Checkbox, Input, Select } from 'antd'
import { inLanguage } from '../../../../../ui/bilingual.ts'
import { useWords } from '../../../../../ui/words.ts'
import { cadenceOptions, capabilityOptions } from '../../../duties/web/capability.ts'
import { CADENCES } from '../../../posts/contract.ts'
import { Field } from '../Field.tsx'
import { words } from '../words.ts'
import type { DutyDraft } from './draft.ts'
import { useReviewing } from './reviewing.ts'

type DutyEditorProps = {
  duty: DutyDraft
  isFirst: boolean
  post: string
  others: readonly { key: string; title: string }[]
}
export function DutyEditor({ duty, isFirst, post, others }: DutyEditorProps) {
  const t = useWords(words)
  const { change, openDuty } = useReviewing()
  const set = (to: Partial<DutyDraft>) => change({ do: 'setDuty', duty: duty.key, to })
  return (
    <div className="jd-editor">
      <Field label={t('review.text')}>
        {(id) => (
          <Input.TextArea
            id={id}
            value={duty.text}
            autoSize={{ minRows: 2, maxRows: 8 }}
            maxLength={600}
            onChange={({ target }) => set({ text: target.value })}
          />
        )}
      </Field>
      <div className="jd-editor-pair">
        <Field label={t('review.cadence')}>
          {(id) => (
            <Select
              id={id}
              value={duty.cadence}
              options={[...cadenceOptions()]}
              onChange={(value) => set({ cadence: CADENCES.find((one) => one === value) ?? duty.cadence })}
            />
          )}
        </Field>
        <Field label={t('review.capability')}>
          {(id) => (
            <Select
              id={id}
              mode="multiple"
              maxCount={4}
              value={duty.capability}
              options={[...capabilityOptions()]}
              showSearch={{ optionFilterProp: 'label' }}
              onChange={(capability) => set({ capability })}
            />
          )}
        </Field>
      </div>
      <Measures duty={duty} set={set} />
      <div className="jd-editor-do">
        {isFirst ? null : (
          <Button
            size="small"
            icon={<DeleteRowOutlined />}
            onClick={() => {
              change({ do: 'mergeDuty', duty: duty.key })
              openDuty(null)
            }}
          >
            {t('review.merge')}
          </Button>
        )}
        {others.length > 1 ? (
          <Select
            size="small"
            aria-label={t('review.move')}
            placeholder={t('review.move')}
            value={null}
            popupMatchSelectWidth={false}
            options={others.filter(({ key }) => key !== post).map(({ key, title }) => ({ value: key, label: title }))}
            onChange={(to: string | null) => to && change({ do: 'moveDuty', duty: duty.key, post: to })}
          />
        ) : null}
        <Button size="small" type="link" onClick={() => openDuty(null)}>
          {t('review.done')}
        </Button>
      </div>
    </div>
  )
}

type MeasuresProps = { duty: DutyDraft; set(to: Partial<DutyDraft>): void }
/** What the catalogue's duty of the same sense is counted by; whoever finds that it is another one parts them. */
function Measures({ duty, set }: MeasuresProps) {
  const t = useWords(words)
  const { standards, change } = useReviewing()
  const standard = duty.code ? standards.get(duty.code) : undefined
  return (
    <>
      <Field label={t('review.measure')}>
        {(id) => (
          <Input
            id={id}
            value={duty.measure}
            maxLength={300}
            onChange={({ target }) => set({ measure: target.value })}
          />
        )}
      </Field>
      {standard ? (
        <div className="jd-standard">
          <p>
            {t('review.standardText', { code: standard.code, text: inLanguage(standard.text, standard.textEn) })}
            <Button size="small" type="link" onClick={() => change({ do: 'unlink', duty: duty.key })}>
              {t('review.unlink')}
            </Button>
          </p>
          {standard.proofs.length > 0 ? (
            <Checkbox.Group
              aria-label={t('review.proofs')}
              value={duty.proofs}
              options={standard.proofs.map(({ of, zh, en }) => ({ value: of, label: inLanguage(zh, en) }))}
              onChange={(proofs) => set({ proofs })}
            />
          ) : (
            <span className="jd-none">{t('review.noProof')}</span>
          )}
        </div>
      ) : null}
    </>
  )
}
