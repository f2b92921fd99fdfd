// One duty as it was read: its sentence, what is proposed for it, and the words that led there.
import { AimOutlined, EditOutlined } from '@ant-design/icons'
import { Button, Checkbox, Tooltip } from 'antd'
import { memo } from 'react'
import { inLanguage } from '../../../../../ui/bilingual.ts'
import { useWords } from '../../../../../ui/words.ts'
import { cadenceWord, capabilityWord } from '../../../duties/web/capability.ts'
import { words } from '../words.ts'
import { DutyEditor } from './DutyEditor.tsx'
import type { DutyDraft } from './draft.ts'
import { useReviewing } from './reviewing.ts'

export type DutyRowProps = {
  duty: DutyDraft
  isFirst: boolean
  isOpen: boolean
  post: string
  /** Other posts of the document, for moving; told to the open one only. */
  others: readonly { key: string; title: string }[] | undefined
}
export const DutyRow = memo(function DutyRow({ duty, isFirst, isOpen, post, others }: DutyRowProps) {
  const t = useWords(words)
  const { change, openDuty, seeText } = useReviewing()
  return (
    <li className={duty.isUsed ? 'jd-duty' : 'jd-duty jd-unused'} data-duty={duty.key}>
      <Checkbox
        checked={duty.isUsed}
        aria-label={t('review.takeDuty')}
        onChange={({ target }) => change({ do: 'setDuty', duty: duty.key, to: { isUsed: target.checked } })}
      />
      <div className="jd-duty-said">
        <p data-sentence>{duty.text}</p>
        <Proposals duty={duty} />
        {isOpen ? <DutyEditor duty={duty} isFirst={isFirst} post={post} others={others ?? []} /> : null}
      </div>
      <span className="jd-duty-do">
        <Tooltip title={t('review.show')}>
          <Button
            type="text"
            size="small"
            icon={<AimOutlined />}
            aria-label={t('review.show')}
            onClick={() => seeText(duty.key)}
          />
        </Tooltip>
        <Button
          type="text"
          size="small"
          icon={<EditOutlined />}
          aria-label={t(isOpen ? 'review.done' : 'review.edit')}
          aria-expanded={isOpen}
          onClick={() => openDuty(isOpen ? null : duty.key)}
        />
      </span>
    </li>
  )
})

function Proposals({ duty }: { duty: DutyDraft }) {
  const t = useWords(words)
  const { standards } = useReviewing()
  const because = (said: readonly string[]) =>
    said.length > 0 ? t('review.because', { words: said.join('、') }) : t('review.byKind')
  const standard = duty.code ? standards.get(duty.code) : undefined
  const proofs = standard?.proofs.filter(({ of }) => duty.proofs.includes(of)) ?? []
  return (
    <p className="jd-proposals">
      <Proposal why={because(duty.cadenceWords)} said={duty.cadenceWords}>
        {cadenceWord(duty.cadence)}
      </Proposal>
      {duty.capability.length > 0 ? (
        <Proposal why={because(duty.capabilityWords)} said={duty.capabilityWords}>
          {duty.capability.map(capabilityWord).join('、')}
        </Proposal>
      ) : (
        <span className="jd-none">{t('review.noCapability')}</span>
      )}
      {proofs.length > 0 && standard ? (
        <Proposal why={t('review.standardText', standard)} said={[standard.code]}>
          {proofs.map(({ zh, en }) => inLanguage(zh, en)).join('、')}
        </Proposal>
      ) : (
        <span className="jd-none">{t('review.noProof')}</span>
      )}
    </p>
  )
}

/** What is proposed, and behind it from which words. */
function Proposal({ why, said, children }: { why: string; said: readonly string[]; children: string }) {
  return (
    <span className="jd-proposal" title={why}>
      {children}
      {said.length > 0 ? <q>{said.join('、')}</q> : null}
    </span>
  )
}
