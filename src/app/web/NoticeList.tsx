// Notifications in words, each leading to its record; opening one marks it as read.
import { BellOutlined } from '@ant-design/icons'
import { nounOfKind } from '../../platform/contract.ts'
import { type Notification, notifications } from '../../platform/notifications/contract.ts'
import { apiOf, useWrite } from '../../ui/api.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { useGo } from '../../ui/pages.ts'
import { When } from '../../ui/values.tsx'
import { lookUp, useWords } from '../../ui/words.ts'
import { hasPage, homePieces } from './rooms.ts'
import { shell } from './shell-words.ts'

const api = apiOf(notifications)

export function NoticeList({ of, onGo }: { of: readonly Notification[]; onGo?: () => void }) {
  const t = useWords(shell)
  const go = useGo()
  const read = useWrite(api.read, { quiet: true })
  if (of.length === 0)
    return <EmptyState icon={<BellOutlined />} title={t('notices.none')} hint={t('notices.noneHint')} />
  const open = (notice: Notification) => {
    if (!notice.readAt) void read.run({ id: notice.id })
    const href = hrefOf(notice)
    onGo?.()
    if (href) go(href)
  }
  return (
    <ul className="shell-notice-list">
      {of.map((notice) => (
        <li key={notice.id}>
          <button
            type="button"
            className={notice.readAt ? 'shell-notice' : 'shell-notice shell-notice-new'}
            onClick={() => open(notice)}
          >
            <span>{wordsOfNotice(notice)}</span>
            <span className="quiet">
              <When at={notice.createdAt} />
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

/** `notices.<kind>` of the room; failing that what the ledger calls the same thing. */
function wordsOfNotice({ kind, params }: Notification): string {
  const noun = nounOfKind(kind.slice(0, Math.max(0, kind.indexOf('.'))))
  return lookUp(noun, `notices.${kind}`, params) ?? lookUp(noun, `events.${kind}`, params) ?? kind
}

function hrefOf({ recordKind, recordId }: Notification): string | undefined {
  if (!recordKind || !recordId) return undefined
  const noun = nounOfKind(recordKind)
  if (hasPage(`/${noun}/$id`)) return `/${noun}/${recordId}`
  return homePieces.some(({ shows }) => shows?.includes(noun)) ? '/' : undefined
}
