// A drawer: from the right on desks, from below and over the whole width on phones.
import { Drawer as AntDrawer } from 'antd'
import { type ReactNode, useRef } from 'react'
import { usePhone } from './phone.ts'

export type DrawerProps = {
  title: ReactNode
  open: boolean
  onClose(): void
  children: ReactNode
  width?: number
  extra?: ReactNode
}
export function Drawer({ title, open, onClose, children, width = 440, extra }: DrawerProps) {
  const phone = usePhone()
  const inside = useRef<HTMLDivElement>(null)
  // On a phone the keyboard would hide what was just opened.
  const focusFirst = () => {
    if (!phone) inside.current?.querySelector<HTMLElement>('input:not([type=file]), textarea')?.focus()
  }
  return (
    <AntDrawer
      title={title}
      open={open}
      onClose={onClose}
      extra={extra}
      destroyOnHidden
      afterOpenChange={(opened) => opened && focusFirst()}
      placement={phone ? 'bottom' : 'right'}
      size={phone ? '88%' : width}
    >
      <div ref={inside}>{children}</div>
    </AntDrawer>
  )
}
