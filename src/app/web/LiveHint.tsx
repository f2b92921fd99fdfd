// Says when the page is cut off from the server.
import { DisconnectOutlined } from '@ant-design/icons'
import { useSyncExternalStore } from 'react'
import { useLiveState } from '../../ui/live.ts'
import { useWords } from '../../ui/words.ts'
import { shell } from './shell-words.ts'

function subscribe(watcher: () => void) {
  window.addEventListener('online', watcher)
  window.addEventListener('offline', watcher)
  return () => {
    window.removeEventListener('online', watcher)
    window.removeEventListener('offline', watcher)
  }
}
const useOnline = () => useSyncExternalStore(subscribe, () => navigator.onLine)

export function LiveHint() {
  const t = useWords(shell)
  const live = useLiveState()
  const online = useOnline()
  if (online && live !== 'lost') return null
  return (
    <div className="shell-lost" role="status">
      <DisconnectOutlined /> {t(online ? 'header.lost' : 'header.offline')}
    </div>
  )
}
