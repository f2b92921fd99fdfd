// Before anything else: a password of one's own in place of the initial one.
import { Button } from 'antd'
import { useWrite } from '../../ui/api.ts'
import { useWords } from '../../ui/words.ts'
import { Brand } from './Brand.tsx'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { PasswordForm } from './PasswordForm.tsx'
import { shell } from './shell-words.ts'
import { sessionApi, useEnter } from './who.ts'

export function FirstPasswordPage({ name }: { name: string }) {
  const t = useWords(shell)
  const { again, leave } = useEnter()
  const end = useWrite(sessionApi.end, { onDone: leave })
  return (
    <div className="door">
      <header className="door-top">
        <LanguageSwitch />
        <Button type="text" onClick={() => void end.run({})}>
          {t('account.signOut')}
        </Button>
      </header>
      <main className="door-inner">
        <Brand />
        <h1>{t('password.first')}</h1>
        <p className="quiet">
          {name} · {t('password.firstHint')}
        </p>
        <PasswordForm onDone={() => void again()} />
      </main>
    </div>
  )
}
