// Big answers: yes or no, one to five, one of a few.
import { Keys, useShortcut } from '../../../../ui/shortcuts.tsx'
import { useWords } from '../../../../ui/words.ts'
import { wordIn } from './fields.tsx'
import { words } from './words.ts'

type PickProps = {
  label: string
  options: readonly { value: string; label: string }[]
  value: string | undefined
  onChange(value: string): void
}
export const Pick = ({ label, options, value, onChange }: PickProps) => (
  <fieldset className="rv-pick" aria-label={label}>
    {options.map((option) => (
      <button
        key={option.value}
        type="button"
        className="rv-answer"
        aria-pressed={option.value === value}
        onClick={() => onChange(option.value)}
      >
        {option.label}
      </button>
    ))}
  </fieldset>
)

type YesOrNoProps = { label: string; value: boolean | undefined; current: boolean; onChange(yes: boolean): void }
export function YesOrNo({ label, value, current, onChange }: YesOrNoProps) {
  const t = useWords(words)
  return (
    <fieldset className={current ? 'rv-question rv-question-now' : 'rv-question'} aria-label={label}>
      <span>{label}</span>
      <span className="rv-yes-no">
        <button type="button" className="rv-answer rv-yes" aria-pressed={value === true} onClick={() => onChange(true)}>
          {t('page.yes')} {current ? <Keys of="y" /> : null}
        </button>
        <button
          type="button"
          className="rv-answer rv-no"
          aria-pressed={value === false}
          onClick={() => onChange(false)}
        >
          {t('page.no')} {current ? <Keys of="n" /> : null}
        </button>
      </span>
    </fieldset>
  )
}

const SCORES = [1, 2, 3, 4, 5] as const
type ScoreProps = { value: number | undefined; onChange(score: number): void; enabled: boolean }
export function PickScore({ value, onChange, enabled }: ScoreProps) {
  const t = useWords(words)
  return (
    <fieldset className="rv-score" aria-label={t('page.score')}>
      <span>{t('page.score')}</span>
      <div className="rv-scores">
        {SCORES.map((score) => (
          <ScoreButton key={score} score={score} chosen={value === score} enabled={enabled} onChange={onChange} />
        ))}
      </div>
    </fieldset>
  )
}

type ButtonProps = { score: (typeof SCORES)[number]; chosen: boolean; enabled: boolean; onChange(score: number): void }
function ScoreButton({ score, chosen, enabled, onChange }: ButtonProps) {
  useShortcut(String(score), () => onChange(score), enabled)
  return (
    <button
      type="button"
      className={score <= 2 ? 'rv-answer rv-no' : 'rv-answer rv-yes'}
      aria-pressed={chosen}
      onClick={() => onChange(score)}
    >
      <strong>{score}</strong>
      <span>{wordIn('page.scores', String(score))}</span>
    </button>
  )
}
