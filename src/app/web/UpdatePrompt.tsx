// Says that a newer version is there; it comes in when the person wants it.

import { useRegisterSW } from 'virtual:pwa-register/react'
import { Button } from 'antd'
import { useWords } from '../../ui/words.ts'
import { shell } from './shell-words.ts'

const LOOK_EVERY_MS = 30 * 60_000

export function UpdatePrompt() {
  const t = useWords(shell)
  const {
    needRefresh: [ready, setReady],
    updateServiceWorker,
  } = useRegisterSW({
    // Office screens stay open for days.
    onRegisteredSW: (_url, registration) => {
      if (registration) setInterval(() => void registration.update().catch(() => undefined), LOOK_EVERY_MS)
    },
  })
  if (!ready) return null
  return (
    <div className="shell-update" role="status">
      <span>{t('header.update')}</span>
      <Button type="primary" size="small" onClick={() => void updateServiceWorker(true)}>
        {t('header.updateNow')}
      </Button>
      <Button type="text" size="small" onClick={() => setReady(false)}>
        {t('header.later')}
      </Button>
    </div>
  )
}
