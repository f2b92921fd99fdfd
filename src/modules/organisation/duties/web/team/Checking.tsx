// A superior's verbs: all good in one click; what to mend, or a remark, with a note.
import { CheckOutlined, CommentOutlined, MoreOutlined, SendOutlined, ToolOutlined } from '@ant-design/icons'
import { Button, Dropdown } from 'antd'
import { useState } from 'react'
import { useWrite } from '../../../../../ui/api.ts'
import { Drawer } from '../../../../../ui/Drawer.tsx'
import { EntityForm } from '../../../../../ui/EntityForm.tsx'
import { GoButton } from '../../../../../ui/GoButton.tsx'
import { useMay } from '../../../../../ui/me.tsx'
import { useHasPage } from '../../../../../ui/pages.ts'
import { tell } from '../../../../../ui/tell.ts'
import { useWords } from '../../../../../ui/words.ts'
import { api } from '../calls.ts'
import { words } from '../words.ts'
import { teamFields } from './fields.tsx'

/** Whom, and which duty; without one it is about the person as a whole. */
export type Checked = { staffId: string; name: string; lineId?: string; code?: string }
type Noted = 'mend' | 'remark'

function useChecking(of: Checked) {
  const t = useWords(words)
  const [noting, setNoting] = useState<Noted>()
  const checking = useWrite(api.check)
  const { staffId, lineId, name } = of
  const about = lineId ? { staffId, lineId } : { staffId }
  return {
    t,
    noting,
    setNoting,
    about,
    running: checking.running,
    async pass() {
      const made = await checking.run({ ...about, kind: 'check', result: 'good', note: '' })
      if (made) tell.done(t('hints.checkedNow', { name }))
    },
  }
}
type Checking = ReturnType<typeof useChecking>

/** Beside one duty, or at the end of a row. */
export function CheckButtons({ of }: { of: Checked }) {
  const checking = useChecking(of)
  const { t, setNoting } = checking
  return (
    <span className="duty-check-buttons">
      <Button
        icon={<CheckOutlined />}
        loading={checking.running}
        onClick={() => void checking.pass()}
        aria-label={`${t('verbs.good')} ${of.code ?? of.name}`}
      >
        {t('verbs.good')}
      </Button>
      <Dropdown
        trigger={['click']}
        menu={{
          items: [
            { key: 'mend', icon: <ToolOutlined />, label: t('verbs.mend') },
            { key: 'remark', icon: <CommentOutlined />, label: t('verbs.remark') },
          ],
          onClick: ({ key }) => setNoting(key === 'mend' ? 'mend' : 'remark'),
        }}
      >
        <Button icon={<MoreOutlined />} aria-label={`${t('verbs.check')} ${of.code ?? of.name}`} />
      </Dropdown>
      <NoteDrawer of={of} checking={checking} />
    </span>
  )
}

/** At the head of the person's page. */
export function CheckBar({ of }: { of: Checked }) {
  const checking = useChecking(of)
  const { t, setNoting } = checking
  const mayAssign = useMay('tasks.assign')
  const hasPage = useHasPage()
  return (
    <div className="kit-verbs kit-verbs-sticky duty-check-bar">
      <Button type="primary" icon={<CheckOutlined />} loading={checking.running} onClick={() => void checking.pass()}>
        {t('verbs.good')}
      </Button>
      <Button icon={<ToolOutlined />} onClick={() => setNoting('mend')}>
        {t('verbs.mend')}
      </Button>
      <Button icon={<CommentOutlined />} onClick={() => setNoting('remark')}>
        {t('verbs.remark')}
      </Button>
      {mayAssign && hasPage('/tasks/new') ? (
        <GoButton icon={<SendOutlined />} href={`/tasks/new?person=${of.staffId}`}>
          {t('verbs.assign')}
        </GoButton>
      ) : null}
      <NoteDrawer of={of} checking={checking} />
    </div>
  )
}

function NoteDrawer({ of, checking }: { of: Checked; checking: Checking }) {
  const { t, noting, setNoting, about } = checking
  const close = () => setNoting(undefined)
  const given = noting === 'mend' ? { ...about, kind: 'check', result: 'mend' } : { ...about, kind: 'remark' }
  return (
    <Drawer
      title={`${noting ? t(`verbs.${noting}`) : ''} · ${of.code ?? t('hints.wholePerson')} · ${of.name}`}
      open={noting !== undefined}
      onClose={close}
    >
      <p className="quiet">{t(noting === 'mend' ? 'hints.mendHint' : 'hints.remarkHint', { name: of.name })}</p>
      <EntityForm
        write={api.check}
        fields={teamFields}
        of={['note']}
        given={given}
        submit={noting ? t(`verbs.${noting}`) : ''}
        guarded={false}
        onCancel={close}
        onDone={() => {
          close()
          tell.done(t('hints.checkedNow', { name: of.name }))
        }}
      />
    </Drawer>
  )
}
