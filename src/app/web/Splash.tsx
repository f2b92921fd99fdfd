// While the first answers are on their way, or the server cannot be reached.
import { Button } from 'antd'
import { useKit, wordsOf } from '../../ui/words.ts'
import { Brand } from './Brand.tsx'

export function Splash({ problem, retry }: { problem?: Error | null; retry?: () => void }) {
  const t = useKit()
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
