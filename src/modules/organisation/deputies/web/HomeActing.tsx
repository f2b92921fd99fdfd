// On the start page: for whom this person stands in now.
import { useRead } from '../../../../ui/api.ts'
import { inLanguage } from '../../../../ui/bilingual.ts'
import { useMe } from '../../../../ui/me.tsx'
import { Panel } from '../../../../ui/Panel.tsx'
import { To } from '../../../../ui/To.tsx'
import { When } from '../../../../ui/values.tsx'
import { useWords } from '../../../../ui/words.ts'
import { api } from './fields.tsx'
import { words } from './words.ts'

export function HomeActing() {
  const t = useWords(words)
  const me = useMe()
  const running = useRead(api.list, { deputyId: me.id, status: ['active'] }, { enabled: me.actingFor.length > 0 })
  const rows = running.data?.items ?? []
  if (rows.length === 0) return null
  return (
    <Panel title={t('page.now')}>
      {rows.map(({ id, principalName, postTitle, postTitleEn, toAt }) => (
        <div key={id}>
          <To href={`/deputies/${id}`} className="kit-link-button">
            {t('hints.forWhom', { name: principalName })} · {inLanguage(postTitle, postTitleEn)}
          </To>{' '}
          <span className="quiet">
            {t('fields.toAt')} <When at={toAt} absolute />
          </span>
        </div>
      ))}
    </Panel>
  )
}
