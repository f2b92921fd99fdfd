// Pages for when there is no page: not found, not permitted, failed.
import { LockOutlined, QuestionCircleOutlined } from '@ant-design/icons'
import type { ErrorComponentProps } from '@tanstack/react-router'
import { Button } from 'antd'
import { useEffect } from 'react'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { GoButton } from '../../ui/GoButton.tsx'
import { Failure } from '../../ui/Loaded.tsx'
import { useKit } from '../../ui/words.ts'

function useTitle(title: string) {
  useEffect(() => {
    document.title = `${title} · 职守`
  }, [title])
}
const Home = () => {
  const t = useKit()
  return (
    <GoButton href="/" type="primary">
      {t('page.home')}
    </GoButton>
  )
}

export function NotFound() {
  const t = useKit()
  useTitle(t('page.notFound'))
  return (
    <div className="kit-page">
      <EmptyState
        icon={<QuestionCircleOutlined />}
        title={<h1>{t('page.notFound')}</h1>}
        hint={t('page.notFoundHint')}
        action={<Home />}
      />
    </div>
  )
}

export function Forbidden() {
  const t = useKit()
  useTitle(t('page.forbidden'))
  return (
    <div className="kit-page">
      <EmptyState
        icon={<LockOutlined />}
        title={<h1>{t('page.forbidden')}</h1>}
        hint={t('page.forbiddenHint')}
        action={<Home />}
      />
    </div>
  )
}

/** One page fails, the rest of the program goes on. After an update the parts of an old version are gone; loading anew mends that. */
export function PageDefect({ error: thrown, reset }: ErrorComponentProps) {
  const t = useKit()
  const error = thrown instanceof Error ? thrown : new Error(String(thrown))
  const stale = /dynamically imported module|Importing a module script failed|preload CSS/i.test(error.message)
  return (
    <div className="kit-page" role="alert">
      <h1 className="sr-only">{t('page.defect')}</h1>
      <Failure of={error} {...(stale ? {} : { retry: reset })} />
      {stale ? (
        <div className="kit-empty-action">
          <Button type="primary" onClick={() => window.location.reload()}>
            {t('do.reload')}
          </Button>
        </div>
      ) : null}
    </div>
  )
}
