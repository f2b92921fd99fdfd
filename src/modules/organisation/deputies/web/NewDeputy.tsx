// The form that names a deputy, and the button that opens it.
import { PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { Drawer } from '../../../../ui/Drawer.tsx'
import { EntityForm } from '../../../../ui/EntityForm.tsx'
import { useMay } from '../../../../ui/me.tsx'
import { useGo } from '../../../../ui/pages.ts'
import { useWords } from '../../../../ui/words.ts'
import { api, fields } from './fields.tsx'
import { words } from './words.ts'

export function NewDeputy() {
  const t = useWords(words)
  const go = useGo()
  const [open, setOpen] = useState(false)
  if (!useMay('deputies.name')) return null
  return (
    <>
      <Button type="primary" icon={<PlusOutlined />} onClick={() => setOpen(true)}>
        {t('verbs.name')}
      </Button>
      <Drawer title={t('page.new')} open={open} onClose={() => setOpen(false)}>
        <EntityForm
          write={api.name}
          fields={fields}
          of={['holdingId', 'deputyId', 'turn', 'reason', 'fromAt', 'toAt', 'moneyLimitFen', 'handover', 'note']}
          first={{ turn: 1, reason: 'leave' }}
          submit={t('verbs.name')}
          onCancel={() => setOpen(false)}
          onDone={({ id }) => go(`/deputies/${id}`)}
        />
      </Drawer>
    </>
  )
}
