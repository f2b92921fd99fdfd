// Gives a list out as an Excel workbook: at once when it is short, otherwise as work that ends with a notification.
import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { CallError } from '../platform/client.ts'
import { exports } from '../platform/exports/contract.ts'
import { apiOf, callOf } from './api.ts'
import { download } from './DownloadButton.tsx'
import { words } from './export-words.ts'
import { tell } from './tell.ts'
import { say, useKit, wordsOf } from './words.ts'

const api = apiOf(exports)

export type ExportButtonProps = {
  /** The exporter's. */
  kind: string
  /** The filters of the list. */
  query: Readonly<Record<string, unknown>>
}
export function ExportButton({ kind, query }: ExportButtonProps) {
  const t = useKit()
  const [loading, setLoading] = useState(false)
  const run = async () => {
    setLoading(true)
    try {
      await exportList(kind, query)
    } catch (error) {
      tell.failure(wordsOf(error))
    } finally {
      setLoading(false)
    }
  }
  return (
    <Button icon={<DownloadOutlined />} title={t('table.exportHint')} loading={loading} onClick={() => void run()}>
      {t('do.export')}
    </Button>
  )
}

async function exportList(kind: string, query: Readonly<Record<string, unknown>>) {
  try {
    await download(api.now, { kind, query: JSON.stringify(query) })
  } catch (error) {
    if (!(error instanceof CallError && error.code === 'export.too_many')) throw error
    await callOf(api.create, { kind, query: { ...query } })
    tell.note(say(words, 'asWork'))
  }
}
