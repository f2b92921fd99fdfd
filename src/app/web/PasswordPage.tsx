// Changing one's own password.
import { PageHeader } from '../../ui/Panel.tsx'
import { useGo } from '../../ui/pages.ts'
import { tell } from '../../ui/tell.ts'
import { useWords } from '../../ui/words.ts'
import { PasswordForm } from './PasswordForm.tsx'
import { shell } from './shell-words.ts'

export function PasswordPage() {
  const t = useWords(shell)
  const go = useGo()
  const done = () => {
    tell.done(t('password.done'))
    go('/account')
  }
  return (
    <>
      <PageHeader title={t('password.title')} back="/account" />
      <div className="kit-narrow">
        <PasswordForm onDone={done} />
      </div>
    </>
  )
}
