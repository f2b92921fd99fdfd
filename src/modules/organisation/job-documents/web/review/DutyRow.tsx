// One duty as it was read: its sentence, what is proposed for it, and the words that led there.
import { AimOutlined, EditOutlined } from '@ant-design/icons'
import { Button, Checkbox } from 'antd'
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
      </div>
      <span className="jd-duty-do">
        <Button
          type="text"
          size="small"
          icon={<AimOutlined />}
          title={t('review.show')}
          aria-label={t('review.show')}
          onClick={() => seeText(duty.key)}
        />
        <Button
          type="text"
          size="small"
          icon={<EditOutlined />}
          title={t(isOpen ? 'review.done' : 'review.edit')}
          aria-label={t(isOpen ? 'review.done' : 'review.edit')}
          aria-expanded={isOpen}
          onClick={() => openDuty(isOpen ? null : duty.key)}
        />
      </span>
      {isOpen ? <DutyEditor duty={duty} isFirst={isFirst} post={post} others={others ?? []} /> : null}
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
      <Proposal label={t('review.cadence')} why={because(duty.cadenceWords)} said={duty.cadenceWords}>
        {cadenceWord(duty.cadence)}
      </Proposal>
      {duty.capability.length > 0 ? (
        <Proposal label={t('review.capability')} why={because(duty.capabilityWords)} said={duty.capabilityWords}>
          {duty.capability.map(capabilityWord).join(t('review.comma'))}
        </Proposal>
      ) : (
        <span className="jd-none">{t('review.noCapability')}</span>
      )}
      {proofs.length > 0 && standard ? (
        <Proposal
          label={t('review.proofs')}
          why={t('review.standardText', { code: standard.code, text: inLanguage(standard.text, standard.textEn) })}
          said={[t('review.sameAs', standard)]}
        >
          {proofs.map(({ zh, en }) => inLanguage(zh, en)).join(t('review.comma'))}
        </Proposal>
      ) : (
        <span className="jd-none">{t('review.noProof')}</span>
      )}
    </p>
  )
}

type ProposalProps = { label: string; why: string; said: readonly string[]; children: string }
/** What is proposed, and behind it from which words. */
function Proposal({ label, why, said, children }: ProposalProps) {
  return (
    <span title={why}>
      <i>{label}</i>
      {children}
      {said.length > 0 ? <q>{shortly(said)}</q> : null}
    </span>
  )
}

/** The first few, without those that only repeat part of another; all of them stand behind it. */
function shortly(said: readonly string[]): string {
  const telling = said.filter((word) => !said.some((other) => other !== word && word.includes(other)))
  return telling.slice(0, 3).join('、')
}
