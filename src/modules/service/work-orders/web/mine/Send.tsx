// The foot of a step: one big button to send it, and what is still missing.
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { Endpoint } from '../../../../../platform/contract.ts'
import type { Verb } from '../../../../../ui/api.ts'
import { useSending } from '../../../../../ui/outbox/sending.tsx'
import type { WorkOrder } from '../../contract/work-orders.ts'
import { draftKey } from './draft.ts'

/** What every step is given. */
export type StepProps = { sheet: WorkOrder; onSent(): void; onKept(): void }

/** A step that finds no signal is sent later, by itself. */
export const useStep = <E extends Endpoint>(verb: Verb<E>, { sheet, onSent, onKept }: StepProps) =>
  useSending(verb, { onDone: onSent, onKept, draft: draftKey(`${sheet.id}.${verb.verb}`) })

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
