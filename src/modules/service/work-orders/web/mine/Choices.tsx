// A few answers as big buttons, one of which holds.
export type ChoiceOption = { value: string; label: string }
type Props = {
  label: string
  options: readonly ChoiceOption[]
  value: string | null | undefined
  onChange(value: string): void
}
export const Choices = ({ label, options, value, onChange }: Props) => (
  <fieldset className="wo-choices" aria-label={label}>
    {options.map((option) => (
      <button
        key={option.value}
        type="button"
        className={option.value === value ? 'wo-choice wo-choice-now' : 'wo-choice'}
        aria-pressed={option.value === value}
        onClick={() => onChange(option.value)}
      >
        {option.label}
      </button>
    ))}
  </fieldset>
)
