// While the first answers are on their way, or the server cannot be reached.
import { Button } from 'antd'
import { useEffect } from 'react'
import { useKit, wordsOf } from '../../ui/words.ts'
import { Brand } from './Brand.tsx'

/** A server that is being restarted is back by then. */
const TRY_AGAIN_MS = 4000

export function Splash({ problem, retry }: { problem?: Error | null; retry?: () => void }) {
  const t = useKit()
  useEffect(() => {
    if (!problem || !retry) return
    const timer = setTimeout(retry, TRY_AGAIN_MS)
    return () => clearTimeout(timer)
  })
  return (
    <main className="door">
      <div className="door-inner door-splash">
        <Brand />
        {problem ? (
          <div role="alert">
            <p>{wordsOf(problem)}</p>
            {retry ? <Button onClick={retry}>{t('do.retry')}</Button> : null}
          </div>
        ) : (
          <span className="door-wait" role="status" aria-label={t('page.loading')} />
        )}
      </div>
    </main>
  )
}
