// What became of the visit just saved; it stays in view while the next one is open.
import { Alert } from 'antd'
import { oneIn, useUrlState } from '../../../../ui/url-state.ts'
import { useWords } from '../../../../ui/words.ts'
import { words } from './words.ts'

export const DONE = ['reopened', 'kept', 'tried'] as const
export type Done = (typeof DONE)[number]

/** In the address, so that it survives a reload and goes with the page. */
export const withDone = (href: string, done: Done, no: string) => `${href}?done=${done}&of=${encodeURIComponent(no)}`

export function LastDone() {
  const t = useWords(words)
  const { query, change } = useUrlState()
  const done = DONE.find((one) => one === oneIn(query, 'done'))
  if (!done) return null
  return (
    <Alert
      className="rv-last"
      type={done === 'reopened' ? 'warning' : 'success'}
      showIcon
      role="status"
      title={t(`page.${done}`, { no: oneIn(query, 'of') ?? '' })}
      closable={{ onClose: () => change({ done: undefined, of: undefined }, { replace: true }) }}
    />
  )
}
