// What an empty place says: what would stand here, and how to get the first one.
import { InboxOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'

export type EmptyStateProps = { title: ReactNode; hint?: ReactNode; action?: ReactNode; icon?: ReactNode }

export const EmptyState = ({ title, hint, action, icon = <InboxOutlined /> }: EmptyStateProps) => (
  <div className="kit-empty">
    <span className="kit-empty-icon" aria-hidden="true">
      {icon}
    </span>
    <p className="kit-empty-title">{title}</p>
    {hint ? <p className="kit-empty-hint">{hint}</p> : null}
    {action ? <div className="kit-empty-action">{action}</div> : null}
  </div>
)
