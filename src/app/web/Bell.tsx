// What the program has told this person: the count on the bell, the latest under it.
import { BellOutlined } from '@ant-design/icons'
import { Badge, Button, Popover } from 'antd'
import { useState } from 'react'
import { notifications } from '../../platform/notifications/contract.ts'
import { apiOf, useRead, useWrite } from '../../ui/api.ts'
import { Loaded } from '../../ui/Loaded.tsx'
import { To } from '../../ui/To.tsx'
import { useWords } from '../../ui/words.ts'
import { NoticeList } from './NoticeList.tsx'
import { shell } from './shell-words.ts'

export const noticesApi = apiOf(notifications)
/** The live channel brings them at once; this is for when it is down. */
const LOOK_EVERY_MS = 120_000
const LATEST = 12

export function Bell() {
  const t = useWords(shell)
  const [opened, setOpened] = useState(false)
  const count = useRead(noticesApi.count, {}, { every: LOOK_EVERY_MS })
  const unread = count.data?.unread ?? 0
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={opened}
      onOpenChange={setOpened}
      destroyOnHidden
      content={<Latest unread={unread} onGo={() => setOpened(false)} />}
    >
      <Button
        type="text"
        icon={
          <Badge count={unread} size="small" overflowCount={99} offset={[5, 1]}>
            <BellOutlined className="shell-bell" />
          </Badge>
        }
        aria-label={`${t('header.notices')}: ${t('notices.unread', { count: unread })}`}
      />
    </Popover>
  )
}

function Latest({ unread, onGo }: { unread: number; onGo(): void }) {
  const t = useWords(shell)
  const list = useRead(noticesApi.list, { limit: LATEST })
  const readAll = useWrite(noticesApi.readAll)
  return (
    <div className="shell-notices">
      <div className="shell-notices-head">
        <strong>{t('header.notices')}</strong>
        {unread > 0 ? (
          <Button type="link" size="small" loading={readAll.running} onClick={() => void readAll.run({})}>
            {t('notices.readAll')}
          </Button>
        ) : null}
      </div>
      <Loaded of={list}>{({ items }) => <NoticeList of={items} onGo={onGo} />}</Loaded>
      <div className="shell-notices-foot">
        <To href="/notifications" onClick={onGo}>
          {t('notices.all')}
        </To>
      </div>
    </div>
  )
}
