// How far the review has come, what still stands in the way, and the button that drafts.
import { FileAddOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useWrite } from '../../../../../ui/api.ts'
import { useWords } from '../../../../../ui/words.ts'
import type { JobDocument } from '../../contract.ts'
import { MOST_DUTIES } from '../../contract.ts'
import { api } from '../fields.tsx'
import { words } from '../words.ts'
import { countsOf, type Draft, takenOf } from './draft.ts'
import { type Fault, faultsOf } from './faults.ts'
import { useReviewing } from './reviewing.ts'

type TakeBarProps = { document: JobDocument; draft: Draft; onTaken(): void }
export function TakeBar({ document: { id, models, can }, draft, onTaken }: TakeBarProps) {
  const t = useWords(words)
  const { known, mayMakePosts } = useReviewing()
  const take = useWrite(api.take, { onDone: onTaken })
  const counts = countsOf(draft)
  const faults = faultsOf(draft, { known, mayMakePosts })
  return (
    <div className="jd-bar">
      <div className="jd-bar-counts">
        <strong>{t('review.counts', counts)}</strong>
        <span className="quiet">{t('review.counted', { count: counts.counted })}</span>
        {models.length > 0 ? (
          <span className="quiet">{t('review.models', { titles: models.map(({ title }) => title).join('、') })}</span>
        ) : null}
      </div>
      {can.includes('take') ? (
        <div className="kit-verbs kit-verbs-sticky">
          <Button
            type="primary"
            icon={<FileAddOutlined />}
            loading={take.running}
            disabled={faults.length > 0}
            onClick={() => void take.run(takenOf(id, draft))}
          >
            {t('review.take')}
          </Button>
        </div>
      ) : null}
      {faults.length > 0 ? <Faults of={faults} /> : null}
    </div>
  )
}

function Faults({ of }: { of: readonly Fault[] }) {
  const t = useWords(words)
  const see = (post: string | null) =>
    post &&
    window.document.querySelector(`[data-post="${post}"]`)?.scrollIntoView({ block: 'start', behavior: 'smooth' })
  return (
    <ul className="jd-faults" aria-label={t('review.settle')}>
      {of.slice(0, 4).map(({ code, post, title }) => (
        <li key={`${post} ${code}`}>
          <button type="button" onClick={() => see(post)}>
            {t(`faults.${code}`, { title, most: MOST_DUTIES })}
          </button>
        </li>
      ))}
      {of.length > 4 ? <li className="quiet">+{of.length - 4}</li> : null}
    </ul>
  )
}
