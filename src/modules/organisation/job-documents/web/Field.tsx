// A control of the review with its label.
import { type ReactNode, useId } from 'react'

type FieldProps = { label: string; className?: string; children(id: string): ReactNode }
export function Field({ label, className = '', children }: FieldProps) {
  const id = useId()
  return (
    <div className={`jd-field ${className}`}>
      <label htmlFor={id}>{label}</label>
      {children(id)}
    </div>
  )
}
