// Everything the program has told this person, newest first.
import { Button } from 'antd'
import { useRead, useWrite } from '../../ui/api.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { PageHeader, Panel } from '../../ui/Panel.tsx'
import { oneIn, useUrlState } from '../../ui/url-state.ts'
import { useKit, useWords } from '../../ui/words.ts'
import { noticesApi } from './Bell.tsx'
import { NoticeList } from './NoticeList.tsx'
import { shell } from './shell-words.ts'

export function NotificationsPage() {
  const t = useWords(shell)
  const kit = useKit()
  const { query, change } = useUrlState()
  const list = useRead(noticesApi.list, { limit: 50, after: oneIn(query, 'after') }, { keep: true })
  const readAll = useWrite(noticesApi.readAll)
  return (
    <>
      <PageHeader
        title={t('header.notices')}
        actions={
          <Button loading={readAll.running} onClick={() => void readAll.run({})}>
            {t('notices.readAll')}
          </Button>
        }
      />
      <Panel flush>
        <Loaded of={list}>
          {({ items, next }) => (
            <>
              <NoticeList of={items} />
              {next ? (
                <div className="shell-notices-foot">
                  <Button onClick={() => change({ after: next })}>{kit('table.following')}</Button>
                </div>
              ) : null}
            </>
          )}
        </Loaded>
      </Panel>
    </>
  )
}
