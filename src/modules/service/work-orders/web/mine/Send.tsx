// The foot of a step: one big button to send it, and what is still missing.
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { WorkOrder } from '../../contract/work-orders.ts'

/** What every step is given. */
export type StepProps = { sheet: WorkOrder; onSent(): void }

type SendProps = { label: string; running: boolean; onSend(): void; beside?: ReactNode; missing?: string | undefined }
/** The button under the thumb, with what is still missing above it. */
export const Send = ({ label, running, onSend, beside, missing }: SendProps) => (
  <div className="kit-verbs kit-verbs-sticky wo-bar wo-send">
    {missing ? (
      <p className="wo-missing" role="status">
        {missing}
      </p>
    ) : null}
    <div className="wo-send-buttons">
      {beside}
      <Button type="primary" size="large" loading={running} disabled={missing !== undefined} onClick={onSend}>
        {label}
      </Button>
    </div>
  </div>
)
