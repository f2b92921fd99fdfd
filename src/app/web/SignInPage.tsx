// Signing in: name and password, the company when the server asks for it.
import { Button, Input, type InputRef } from 'antd'
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react'
import type { z } from 'zod'
import { CallError } from '../../platform/client.ts'
import type { Locale as LocaleShape, WhoAmI } from '../../platform/session/contract.ts'
import { useWrite } from '../../ui/api.ts'
import { useWords, wordsOf } from '../../ui/words.ts'
import { Brand } from './Brand.tsx'
import { LanguageSwitch } from './LanguageSwitch.tsx'
import { shell } from './shell-words.ts'
import { sessionApi } from './who.ts'

type Locale = z.output<typeof LocaleShape>

// A plain form: antd's brings a third of what this page may weigh.
export type SignInProps = {
  /** `chosen`: the language that was picked on this page; it counts more than the one kept with the account. */
  onDone(who: WhoAmI, chosen: Locale | undefined): void
}
export function SignInPage({ onDone }: SignInProps) {
  const t = useWords(shell)
  const id = useId()
  const enter = useWrite(sessionApi.create, { quiet: true })
  const [login, setLogin] = useState('')
  const [password, setPassword] = useState('')
  const [chosen, setChosen] = useState<Locale>()
  const [capsLock, setCapsLock] = useState(false)
  const box = useRef<InputRef>(null)
  const companies = companiesIn(enter.problem)
  useEffect(() => {
    document.title = `${t('signIn.title')} · 职守`
  })
  const send = async (company?: string) => {
    const answer = await enter.run({ login: login.trim(), password, ...(company ? { company } : {}) })
    if (answer) onDone(answer, chosen)
    else box.current?.focus({ cursor: 'all' })
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (login.trim() && password && !enter.running) void send()
  }
  const watchCaps = (event: KeyboardEvent) => setCapsLock(event.getModifierState('CapsLock'))
  return (
    <Door onLanguage={setChosen}>
      <form onSubmit={submit} aria-busy={enter.running}>
        <div className="door-field">
          <label htmlFor={`${id}login`}>{t('signIn.login')}</label>
          <Input
            id={`${id}login`}
            size="large"
            autoFocus
            required
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            maxLength={100}
            value={login}
            onChange={({ target }) => setLogin(target.value)}
          />
        </div>
        <div className="door-field">
          <label htmlFor={`${id}password`}>{t('signIn.password')}</label>
          <Input.Password
            id={`${id}password`}
            ref={box}
            size="large"
            required
            autoComplete="current-password"
            maxLength={128}
            value={password}
            aria-describedby={`${id}problem`}
            onChange={({ target }) => setPassword(target.value)}
            onKeyUp={watchCaps}
          />
          {capsLock ? <span className="door-hint">{t('signIn.capsLock')}</span> : null}
        </div>
        <div id={`${id}problem`} role="alert">
          {enter.problem && !companies ? <p className="door-problem">{problemWords(enter.problem, t)}</p> : null}
        </div>
        {companies ? (
          <Companies of={companies} onPick={(company) => void send(company)} />
        ) : (
          <Button type="primary" htmlType="submit" size="large" block loading={enter.running}>
            {t('signIn.submit')}
          </Button>
        )}
      </form>
      <p className="door-foot">{t('signIn.forgot')}</p>
    </Door>
  )
}

function Door({ children, onLanguage }: { children: ReactNode; onLanguage(locale: Locale): void }) {
  const t = useWords(shell)
  return (
    <div className="door">
      <header className="door-top">
        <LanguageSwitch onChange={onLanguage} />
      </header>
      <main className="door-inner">
        <Brand />
        <p className="door-tagline">{t('tagline')}</p>
        <h1 className="sr-only">{t('signIn.title')}</h1>
        {children}
      </main>
    </div>
  )
}

function Companies({ of, onPick }: { of: readonly Company[]; onPick(id: string): void }) {
  const t = useWords(shell)
  return (
    <fieldset className="door-companies">
      <legend>{t('signIn.companyHint')}</legend>
      {of.map(({ value, label }, at) => (
        <Button key={value} size="large" block autoFocus={at === 0} onClick={() => onPick(value)}>
          {label}
        </Button>
      ))}
    </fieldset>
  )
}

type Say = ReturnType<typeof useWords<typeof shell.zh>>
function problemWords(problem: Error, t: Say): string {
  if (problem instanceof CallError && problem.code === 'session.too_many_tries') {
    const seconds = Number(problem.details.retryAfterSeconds)
    if (seconds > 90) return t('signIn.wait', { minutes: Math.ceil(seconds / 60) })
    if (seconds > 0) return t('signIn.waitSeconds', { seconds })
  }
  return wordsOf(problem)
}

type Company = { value: string; label: string }
function companiesIn(problem: Error | undefined): Company[] | undefined {
  if (!(problem instanceof CallError) || problem.code !== 'session.company_needed') return undefined
  const { companies } = problem.details
  if (!Array.isArray(companies)) return []
  return companies.flatMap((company: unknown) =>
    isCompany(company) ? [{ value: company.id, label: company.name }] : [],
  )
}
const isCompany = (value: unknown): value is { id: string; name: string } =>
  typeof value === 'object' && value !== null && 'id' in value && 'name' in value
