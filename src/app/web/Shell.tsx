// The signed-in part of the program: its notices and questions, the live channel, the router.
import { useQueryClient } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { App } from 'antd'
import { type ReactNode, useEffect, useMemo, useState } from 'react'
import type { WhoAmI } from '../../platform/session/contract.ts'
import { plugQuestions } from '../../ui/ask.ts'
import { openLive } from '../../ui/live.ts'
import { MeProvider } from '../../ui/me.tsx'
import { openOutbox } from '../../ui/outbox/outbox.ts'
import { plugNotices } from '../../ui/tell.ts'
import { kit, say } from '../../ui/words.ts'
import { makeRouter } from './router.tsx'
import { UpdatePrompt } from './UpdatePrompt.tsx'
import { meOf } from './who.ts'
import '../../ui/pieces.css'
import './shell.css'

export function Shell({ who }: { who: WhoAmI }) {
  const me = useMemo(() => meOf(who), [who])
  const [router] = useState(makeRouter)
  const queries = useQueryClient()
  useEffect(() => openLive(queries), [queries])
  useEffect(() => openOutbox(me.id, queries), [me.id, queries])
  return (
    <App message={{ maxCount: 3 }}>
      <Plugs>
        <MeProvider me={me}>
          <RouterProvider router={router} />
        </MeProvider>
      </Plugs>
      <UpdatePrompt />
    </App>
  )
}

/** Gives the pieces that live outside of React the notices and dialogs that live inside the theme. */
function Plugs({ children }: { children: ReactNode }) {
  const { message, modal } = App.useApp()
  useEffect(() => {
    plugNotices({
      done: (text) => void message.success(text),
      failure: (text) => void message.error(text, 6),
      note: (text) => void message.info(text),
    })
    plugQuestions(async ({ title, text, yes, no, danger = false }) =>
      modal.confirm({
        title,
        content: text,
        okText: yes ?? say(kit, 'do.confirm'),
        cancelText: no ?? say(kit, 'do.cancel'),
        okButtonProps: { danger },
        autoFocusButton: danger ? 'cancel' : 'ok',
      }),
    )
  }, [message, modal])
  return children
}
