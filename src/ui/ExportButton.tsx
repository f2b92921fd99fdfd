// Gives a list out as an Excel workbook: at once when it is short, otherwise as work that ends with a notification.
import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { CallError } from '../platform/client.ts'
import type { Refusals } from '../platform/contract.ts'
import { exports } from '../platform/exports/contract.ts'
import { apiOf, callOf } from './api.ts'
import { download } from './DownloadButton.tsx'
import { tell } from './tell.ts'
import { pieceWords, say, useKit, wordsOf } from './words.ts'

type Own = Extract<Refusals<(typeof exports)['verbs']>, `export.${string}`>
const refusals = <const R extends Record<Own, string>>(words: R): R => words

const words = pieceWords('exports', {
  zh: {
    asWork: '数据较多，已转为后台导出，完成后会通知您。',
    refusals: refusals({
      'export.kind_unknown': '这个列表还不能导出。',
      'export.query_wrong': '筛选条件有误，请清除后重试。',
      'export.too_many': '超过 {{most}} 行。',
    }),
  },
  en: {
    asWork: 'This is a long list. It is being exported in the background, and you will be told when it is done.',
    refusals: refusals({
      'export.kind_unknown': 'This list cannot be exported yet.',
      'export.query_wrong': 'The filters are not right. Clear them and try again.',
      'export.too_many': 'More than {{most}} rows.',
    }),
  },
})
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
