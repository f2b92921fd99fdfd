// A link within the program: an address written in full, opened without loading the page anew.
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'

export type ToProps = { href: string; children: ReactNode; className?: string; title?: string; onClick?: () => void }

export const To = ({ href, ...rest }: ToProps) => {
  const [path, query = ''] = href.split('?')
  return <Link to={path ?? '/'} search={readQuery(query)} {...rest} />
}

export type Query = Record<string, string | string[] | undefined>

/** `a=1&b=2&b=3` → { a: '1', b: ['2', '3'] } */
export function readQuery(text: string): Query {
  const query: Query = {}
  for (const [name, value] of new URLSearchParams(text)) {
    const known = query[name]
    query[name] = known === undefined ? value : [...(Array.isArray(known) ? known : [known]), value]
  }
  return query
}
export function writeQuery(query: Readonly<Record<string, unknown>>): string {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(query)) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null && one !== '') params.append(name, String(one))
    }
  }
  const text = params.toString()
  return text ? `?${text}` : ''
}
