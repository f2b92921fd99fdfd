// A read on the page: its skeleton, its failure in words, or what it answered.
import { DisconnectOutlined, LockOutlined, QuestionCircleOutlined, WarningOutlined } from '@ant-design/icons'
import { Alert, Button, Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { CallError } from '../platform/client.ts'
import { EmptyState } from './EmptyState.tsx'
import { useKit, wordsOf } from './words.ts'

type Query<T> = { data: T | undefined; error: Error | null; refetch(): unknown }
export type LoadedProps<T> = {
  of: Query<T>
  children(answer: T): ReactNode
  /** Instead of the skeleton. */
  waiting?: ReactNode
}

export function Loaded<T>({ of, children, waiting }: LoadedProps<T>) {
  if (of.data !== undefined) return children(of.data)
  if (of.error) return <Failure of={of.error} retry={() => void of.refetch()} />
  return waiting ?? <Waiting />
}

export function Waiting({ rows = 6 }: { rows?: number }) {
  const t = useKit()
  return (
    <div aria-busy="true" role="status" aria-label={t('page.loading')} className="kit-waiting">
      <Skeleton active title={{ width: '32%' }} paragraph={{ rows }} />
    </div>
  )
}

/** A read has no fields to mend: its record's id came from the address bar or a link. */
const isMistypedAddress = (of: CallError) => of.code === 'bad_input' && of.fields.some(({ path }) => path === 'id')

/** In place of what could not be read. */
export function Failure({ of, retry }: { of: Error; retry?: () => void }) {
  const t = useKit()
  const again = retry ? <Button onClick={retry}>{t('do.retry')}</Button> : null
  if (!(of instanceof CallError)) return <Defect error={of} again={again} />
  if (of.status === 0)
    return (
      <EmptyState
        icon={<DisconnectOutlined />}
        title={t('page.unreachable')}
        hint={t('page.unreachableHint')}
        action={again}
      />
    )
  if (of.status === 404 || isMistypedAddress(of))
    return <EmptyState icon={<QuestionCircleOutlined />} title={t('page.gone')} hint={t('page.goneHint')} />
  if (of.status === 403)
    return <EmptyState icon={<LockOutlined />} title={t('page.forbidden')} hint={t('page.forbiddenHint')} />
  if (of.code === 'defect') return <Defect error={of} requestId={of.requestId} again={again} />
  return <EmptyState icon={<WarningOutlined />} title={wordsOf(of)} action={again} />
}

type DefectProps = { error: Error; requestId?: string | undefined; again?: ReactNode }
/** The server's defects have a number in its log; a defect of the page has only its own words. */
export function Defect({ error, requestId, again }: DefectProps) {
  const t = useKit()
  return (
    <EmptyState
      icon={<WarningOutlined />}
      title={t('page.defect')}
      hint={
        <>
          {t(requestId ? 'page.defectHint' : 'page.defectHere')}
          <span className="kit-request-id">
            {requestId ? `${t('page.requestId')} ` : null}
            <code>{requestId ?? error.message}</code>
          </span>
        </>
      }
      action={again}
    />
  )
}

/** A failed write, above the form or beside the button. */
export function Problem({ of }: { of: Error | undefined }) {
  useKit()
  if (!of) return null
  return <Alert type="error" showIcon role="alert" title={wordsOf(of)} className="kit-problem" />
}
