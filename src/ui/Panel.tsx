// The parts of a page: its header, titled parts with a hairline, two columns that become one on a phone.
import { ArrowLeftOutlined } from '@ant-design/icons'
import { type ReactNode, useEffect, useId } from 'react'
import { To } from './To.tsx'
import { useKit } from './words.ts'

export type PageHeaderProps = {
  title: string
  /** Tags beside the title. */
  tags?: ReactNode
  /** One quiet line under it. */
  line?: ReactNode
  /** Where the arrow leads. */
  back?: string
  actions?: ReactNode
}
export function PageHeader({ title, tags, line, back, actions }: PageHeaderProps) {
  const t = useKit()
  useEffect(() => {
    document.title = `${title} · 职守`
  }, [title])
  return (
    <header className="kit-page-header">
      <div className="kit-page-header-main">
        {back ? (
          <To href={back} className="kit-back" title={t('do.back')}>
            <ArrowLeftOutlined />
            <span className="sr-only">{t('do.back')}</span>
          </To>
        ) : null}
        <div className="kit-page-header-words">
          <div className="kit-page-header-title">
            <h1>{title}</h1>
            {tags}
          </div>
          {line ? <div className="kit-page-header-line">{line}</div> : null}
        </div>
      </div>
      {actions ? <div className="kit-page-header-actions">{actions}</div> : null}
    </header>
  )
}

export type PanelProps = { title?: ReactNode; extra?: ReactNode; children: ReactNode; flush?: boolean }
/** `flush`: the content reaches the edges, for tables. */
export function Panel({ title, extra, children, flush = false }: PanelProps) {
  const id = useId()
  return (
    <section
      className={flush ? 'kit-panel kit-panel-flush' : 'kit-panel'}
      {...(title ? { 'aria-labelledby': id } : {})}
    >
      {title || extra ? (
        <div className="kit-panel-head">
          <h2 id={id}>{title}</h2>
          {extra ? <div className="kit-panel-extra">{extra}</div> : null}
        </div>
      ) : null}
      <div className="kit-panel-body">{children}</div>
    </section>
  )
}

export type ColumnsProps = { main: ReactNode; side: ReactNode; sideWidth?: number }
export const Columns = ({ main, side, sideWidth = 340 }: ColumnsProps) => (
  <div className="kit-columns" style={{ '--side': `${sideWidth}px` }}>
    <div className="kit-columns-main">{main}</div>
    <aside className="kit-columns-side">{side}</aside>
  </div>
)
