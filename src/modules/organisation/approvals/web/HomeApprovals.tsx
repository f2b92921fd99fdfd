// On the start page: how many approvals wait for me.
import { useRead } from '../../../../ui/api.ts'
import { Panel } from '../../../../ui/Panel.tsx'
import { To } from '../../../../ui/To.tsx'
import { useWords } from '../../../../ui/words.ts'
import { api } from './fields.tsx'
import { words } from './words.ts'

export function HomeApprovals() {
  const t = useWords(words)
  const list = useRead(api.list, { whose: 'mine_to_answer', limit: 5 })
  const items = list.data?.items ?? []
  if (items.length === 0) return null
  return (
    <Panel
      title={t('tabs.mine_to_answer')}
      extra={
        <To href="/approvals" className="kit-link-button">
          {t('page.list')}
        </To>
      }
    >
      {items.map(({ id, title, askedByName }) => (
        <div key={id}>
          <To href={`/approvals/${id}`} className="kit-link-button">
            {title}
          </To>{' '}
          <span className="quiet">{askedByName}</span>
        </div>
      ))}
    </Panel>
  )
}
