// Fetches a file that a verb answers with, and says so when that fails.
import { DownloadOutlined } from '@ant-design/icons'
import { Button, type ButtonProps } from 'antd'
import { useState } from 'react'
import { CallError } from '../platform/client.ts'
import type { Endpoint } from '../platform/contract.ts'
import { fileUrl, type InputOf, reach, type Verb } from './api.ts'
import { tell } from './tell.ts'
import { wordsOf } from './words.ts'

/** Loads first, so that a refusal is told here and not shown as a page of JSON. */
export async function download<E extends Endpoint>(file: Verb<E>, input: InputOf<E>) {
  const response = await reach(fileUrl(file, input), { credentials: 'same-origin' })
  if (!response.ok) throw new CallError(response.status, await response.json().catch(() => undefined))
  const address = URL.createObjectURL(await response.blob())
  const link = document.createElement('a')
  link.href = address
  link.download = nameIn(response.headers.get('content-disposition')) ?? file.noun
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
export function nameIn(disposition: string | null): string | undefined {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1]
  return encoded ? decodeURIComponent(encoded) : undefined
}

export type DownloadButtonProps<E extends Endpoint> = Omit<ButtonProps, 'onClick' | 'loading'> & {
  file: Verb<E>
  input: InputOf<E>
}
export function DownloadButton<E extends Endpoint>({ file, input, ...rest }: DownloadButtonProps<E>) {
  const [loading, setLoading] = useState(false)
  const run = () => {
    setLoading(true)
    download(file, input)
      .catch((error: unknown) => tell.failure(wordsOf(error)))
      .finally(() => setLoading(false))
  }
  return <Button icon={<DownloadOutlined />} {...rest} loading={loading} onClick={run} />
}
