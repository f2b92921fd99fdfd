// A link that looks like a button: it leads to another page of the program, and can be opened in a tab of its own.
import { Button, type ButtonProps } from 'antd'
import type { MouseEvent } from 'react'
import { useGo } from './pages.ts'

export type GoButtonProps = Omit<ButtonProps, 'onClick' | 'href' | 'htmlType'> & { href: string }

export function GoButton({ href, ...rest }: GoButtonProps) {
  const go = useGo()
  const visit = (event: MouseEvent) => {
    // Whoever wants a new tab or window gets one from the browser.
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return
    event.preventDefault()
    go(href)
  }
  return <Button {...rest} href={href} onClick={visit} />
}
