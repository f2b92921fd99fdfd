// One matter of the call: what it is, where, how pressing, in the customer's words.
import { Checkbox, Input } from 'antd'
import { useEffect } from 'react'
import { apiOf, useRead } from '../../../../../ui/api.ts'
import { PhotoField } from '../../../../../ui/Photos.tsx'
import { PersonPick } from '../../../../../ui/picks.tsx'
import { Keys, useShortcut } from '../../../../../ui/shortcuts.tsx'
import { useWords } from '../../../../../ui/words.ts'
import { staff } from '../../../../organisation/staff/contract.ts'
import { requestSettings } from '../../contract/settings.ts'
import { CATEGORISED, KINDS, type Kind, SETTLED_BY_TALKING, URGENCIES } from '../../contract/shapes.ts'
import { words } from '../words.ts'
import { CategoryBox } from './CategoryBox.tsx'
import { concernsPerson, type MatterDraft, settlesAtDesk } from './draft.ts'
import { Entry, fieldId, focusField, KeyChoice } from './Entry.tsx'
import { PlaceBox } from './PlaceBox.tsx'
import type { Intake } from './useIntake.ts'
import { WhenSuits } from './WhenSuits.tsx'

const settingsApi = apiOf(requestSettings)
const staffApi = apiOf(staff)

export function MatterPart({ intake }: { intake: Intake }) {
  const t = useWords(words)
  const { call, matter, changeMatter, problemOfMatter } = intake
  const settings = useRead(settingsApi.list, call.estateId ? { estateId: call.estateId } : {}, { keep: true })
  const categories = settings.data?.categories ?? []
  const categorised = (kind: Kind) => categories.some((category) => category.kind === kind)
  const hasCategories = categorised(matter.kind)
  const afterPlace = (kind = matter.kind) =>
    focusField(CATEGORISED.includes(kind) && categorised(kind) ? 'category' : 'subject')
  useShortcut('alt+k', () => focusField('kind'))
  useShortcut('alt+p', () => focusField('place'))
  useShortcut('alt+g', () => focusField(hasCategories ? 'category' : 'subject'))
  useShortcut('alt+u', () => focusField('urgency'))
  useShortcut('alt+s', () => focusField('subject'))
  useShortcut('alt+w', () => focusField('when'))
  useSelectedOffer(matter)
  return (
    <>
      <Entry name="kind" label={t('intake.kind')} keys="alt+k" hint={t('intake.kindHint')} deskHint group wide>
        <KeyChoice
          name="kind"
          values={KINDS}
          labelOf={(kind) => t(`kinds.${kind}`)}
          value={matter.kind}
          onChange={(kind) =>
            changeMatter({ kind, categoryId: null, ...(matter.subjectOffered ? { subject: '' } : {}) })
          }
          onChosen={(kind) => (matter.placeText.trim() ? afterPlace(kind) : focusField('place'))}
        />
      </Entry>
      <Entry
        name="place"
        label={t('intake.place')}
        keys="alt+p"
        problem={problemOfMatter('place')}
        wide={!hasCategories}
      >
        <PlaceBox intake={intake} onDone={() => afterPlace()} />
      </Entry>
      {hasCategories ? (
        <Entry name="category" label={t('intake.category')} keys="alt+g" problem={problemOfMatter('category')}>
          <CategoryBox intake={intake} of={categories} onDone={() => focusField('subject')} />
        </Entry>
      ) : null}
      <Entry name="urgency" label={t('intake.urgency')} keys="alt+u" group wide>
        <KeyChoice
          name="urgency"
          values={URGENCIES}
          labelOf={(urgency) => t(`urgencies.${urgency}`)}
          value={matter.urgency}
          onChange={(urgency) => changeMatter({ urgency, urgencyChosen: true })}
          onChosen={() => focusField('subject')}
        />
      </Entry>
      <Entry name="subject" label={t('intake.subject')} keys="alt+s" problem={problemOfMatter('subject')} wide>
        <Input
          id={fieldId('subject')}
          value={matter.subject}
          maxLength={120}
          autoComplete="off"
          placeholder={t('intake.subjectHint')}
          onFocus={({ target }) => matter.subjectOffered && target.select()}
          status={problemOfMatter('subject') ? 'error' : ''}
          onChange={({ target }) => changeMatter({ subject: target.value, subjectOffered: false })}
          onPressEnter={(event) => {
            if (!event.nativeEvent.isComposing && !event.ctrlKey && !event.metaKey) focusField('body')
          }}
        />
      </Entry>
      <Entry name="body" label={t('intake.body')} wide>
        <Input.TextArea
          id={fieldId('body')}
          value={matter.body}
          maxLength={5000}
          autoSize={{ minRows: 2, maxRows: 12 }}
          placeholder={t('intake.bodyHint')}
          onChange={({ target }) => changeMatter({ body: target.value })}
        />
      </Entry>
      <Entry name="when" label={t('intake.when')} keys="alt+w" problem={problemOfMatter('when')} group wide>
        <WhenSuits key={matter.key} intake={intake} onDone={() => focusField('body')} />
      </Entry>
      <Entry name="photos" label={t('intake.photos')} hint={t('intake.photosHint')} deskHint wide>
        <PhotoField
          key={matter.key}
          id={fieldId('photos')}
          value={[...matter.photoIds]}
          onChange={(photoIds) => changeMatter({ photoIds: photoIds ?? [] })}
          max={20}
          takesPasted
        />
      </Entry>
      {concernsPerson(matter.kind) ? <AboutPerson intake={intake} /> : null}
      {SETTLED_BY_TALKING.includes(matter.kind) ? <Settled intake={intake} /> : null}
    </>
  )
}

/** What a category has put there gives way to the first letter typed. */
function useSelectedOffer({ subject, subjectOffered }: MatterDraft) {
  useEffect(() => {
    const field = document.getElementById(fieldId('subject'))
    if (subjectOffered && subject && field instanceof HTMLInputElement && field === document.activeElement)
      field.select()
  }, [subject, subjectOffered])
}

function AboutPerson({ intake }: { intake: Intake }) {
  const t = useWords(words)
  const { matter, changeMatter } = intake
  return (
    <Entry name="about" label={t('intake.about')} hint={t('intake.aboutHint')} wide>
      <PersonPick
        id={fieldId('about')}
        read={staffApi.pick}
        value={matter.about?.id ?? null}
        {...(matter.about ? { shown: matter.about.name } : {})}
        onPick={(person) => changeMatter({ about: person ? { id: person.id, name: person.name } : null })}
      />
    </Entry>
  )
}

function Settled({ intake }: { intake: Intake }) {
  const t = useWords(words)
  const { matter, changeMatter, problemOfMatter } = intake
  const toggle = (settled: boolean) => {
    changeMatter({ settled })
    if (settled) focusField('settledWith')
  }
  useShortcut('alt+j', () => toggle(!matter.settled))
  return (
    <div className="rq-entry rq-entry-wide">
      <Checkbox checked={matter.settled} onChange={({ target }) => toggle(target.checked)}>
        {t('intake.settled')} <Keys of="alt+j" />
      </Checkbox>
      {settlesAtDesk(matter) ? (
        <Entry name="settledWith" label={t('intake.settledWith')} problem={problemOfMatter('settledWith')} wide>
          <Input.TextArea
            id={fieldId('settledWith')}
            value={matter.settledWith}
            maxLength={2000}
            autoSize={{ minRows: 2, maxRows: 8 }}
            placeholder={t('intake.settledHint')}
            status={problemOfMatter('settledWith') ? 'error' : ''}
            onChange={({ target }) => changeMatter({ settledWith: target.value })}
          />
        </Entry>
      ) : null}
    </div>
  )
}
