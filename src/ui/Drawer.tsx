// A drawer: from the right on desks, from below and over the whole width on phones.
import { Drawer as AntDrawer } from 'antd'
import type { ReactNode } from 'react'
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
  return (
    <AntDrawer
      title={title}
      open={open}
      onClose={onClose}
      extra={extra}
      destroyOnHidden
      placement={phone ? 'bottom' : 'right'}
      size={phone ? '88%' : width}
    >
      {children}
    </AntDrawer>
  )
}
