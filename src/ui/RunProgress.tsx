// A piece of long work: how far it is, how it ended, and a way to stop it.
import { Button, Progress } from 'antd'
import { kit, lookUp, useKit } from './words.ts'

export type RunState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled'
export type RunProgressProps = {
  run: { status: RunState; done: number; total: number | null; label?: string | null; problem?: string | null }
  onCancel?: (() => void) | undefined
}
const BAR = { waiting: 'normal', running: 'active', done: 'success', failed: 'exception', cancelled: 'normal' } as const

export function RunProgress({ run, onCancel }: RunProgressProps) {
  const t = useKit()
  const percent = run.status === 'done' ? 100 : run.total ? Math.floor((100 * run.done) / run.total) : 0
  const open = run.status === 'waiting' || run.status === 'running'
  return (
    <div className="kit-run" role="status">
      <div className="kit-run-line">
        <span>{run.label ?? ''}</span>
        <span className="quiet">
          {lookUp(kit.noun, `run.${run.status}`)}
          {run.total ? ` · ${t('run.progress', { done: run.done, total: run.total })}` : null}
        </span>
      </div>
      <Progress percent={percent} status={BAR[run.status]} size="small" aria-label={run.label ?? t('run.running')} />
      {run.problem ? <p className="kit-run-problem">{run.problem}</p> : null}
      {open && onCancel ? (
        <Button size="small" onClick={onCancel}>
          {t('run.cancel')}
        </Button>
      ) : null}
    </div>
  )
}
