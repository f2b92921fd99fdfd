// The first step of an import: what it is, and the file.
import { Form, Select } from 'antd'
import { useState } from 'react'
import type { ImportKind } from '../../../platform/imports/contract.ts'
import { useWrite } from '../../../ui/api.ts'
import { DownloadButton } from '../../../ui/DownloadButton.tsx'
import { EmptyState } from '../../../ui/EmptyState.tsx'
import { FileStep, ImportWizard } from '../../../ui/ImportWizard.tsx'
import { Loaded } from '../../../ui/Loaded.tsx'
import { PageHeader, Panel } from '../../../ui/Panel.tsx'
import { useGo } from '../../../ui/pages.ts'
import { upload } from '../../../ui/uploads.ts'
import { languageNow, useWords } from '../../../ui/words.ts'
import { api, useKinds } from './kinds.ts'
import { words } from './words.ts'

export function NewImportPage() {
  const t = useWords(words)
  const kinds = useKinds()
  return (
    <>
      <PageHeader title={t('title')} back="/imports" />
      <Panel>
        <Loaded of={kinds}>
          {({ items }) =>
            items.length > 0 ? (
              <Begin kinds={items} />
            ) : (
              <EmptyState title={t('nothingToImport')} hint={t('nothingToImportHint')} />
            )
          }
        </Loaded>
      </Panel>
    </>
  )
}

function Begin({ kinds }: { kinds: readonly ImportKind[] }) {
  const t = useWords(words)
  const go = useGo()
  const [kind, setKind] = useState(kinds[0]?.kind ?? '')
  const [problem, setProblem] = useState<Error>()
  const [uploading, setUploading] = useState(false)
  const create = useWrite(api.create, { quiet: true, onDone: ({ id }) => go(`/imports/${id}`), onFailed: setProblem })
  const bring = async (file: File) => {
    setProblem(undefined)
    setUploading(true)
    try {
      await create.run({ kind, attachmentId: await upload(file) })
    } catch (error) {
      setProblem(error instanceof Error ? error : new Error(String(error)))
    } finally {
      setUploading(false)
    }
  }
  return (
    <ImportWizard step="upload" problem={problem}>
      <Form layout="vertical" className="kit-import-options">
        <Form.Item label={t('kind')} htmlFor="import-kind">
          <Select
            id="import-kind"
            value={kind}
            options={kinds.map((one) => ({ value: one.kind, label: one.label[languageNow()] }))}
            onChange={setKind}
          />
        </Form.Item>
      </Form>
      <div className="row-flex">
        <DownloadButton file={api.template} input={{ kind }}>
          {t('template')}
        </DownloadButton>
        <span className="quiet">{t('templateHint')}</span>
      </div>
      <FileStep busy={uploading || create.running} onFile={(file) => void bring(file)} />
    </ImportWizard>
  )
}
