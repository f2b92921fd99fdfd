// Lets through who is signed in, with a password of their own; everybody else gets that page first, at the address they came for.
import { lazy, Suspense, useEffect, useState } from 'react'
import { CallError } from '../../platform/client.ts'
import { onSignedOut, useWrite } from '../../ui/api.ts'
import { speak } from '../../ui/words.ts'
import { SignInPage, type SignInProps } from './SignInPage.tsx'
import { Splash } from './Splash.tsx'
import { sessionApi, useEnter, useWho } from './who.ts'

const Shell = lazy(() => import('./Shell.tsx').then(({ Shell }) => ({ default: Shell })))
const FirstPasswordPage = lazy(() =>
  import('./FirstPasswordPage.tsx').then(({ FirstPasswordPage }) => ({ default: FirstPasswordPage })),
)

export function Gate() {
  const who = useWho()
  const { enter } = useEnter()
  const [signedOut, setSignedOut] = useState(false)
  useEffect(() => onSignedOut(() => setSignedOut(true)), [])
  const keepLanguage = useWrite(sessionApi.change, { quiet: true })
  const welcome: SignInProps['onDone'] = (answer, chosen) => {
    enter(answer, who.data)
    setSignedOut(false)
    if (chosen) void keepLanguage.run({ locale: chosen })
    else void speak(answer.user.locale === 'en' ? 'en' : 'zh')
  }
  if (!who.data && (signedOut || isNobody(who.error))) return <SignInPage onDone={welcome} />
  if (!who.data) return <Splash problem={who.error} retry={() => void who.refetch()} />
  return (
    <>
      {/* A session that ends in the middle of a form leaves the form where it is. */}
      <div className="gate" inert={signedOut}>
        <Suspense fallback={<Splash />}>
          {who.data.mustChangePassword ? (
            <FirstPasswordPage name={who.data.user.name} />
          ) : (
            <Shell key={who.data.user.id} who={who.data} />
          )}
        </Suspense>
      </div>
      {signedOut ? (
        <div className="door-over">
          <SignInPage onDone={welcome} />
        </div>
      ) : null}
    </>
  )
}
const isNobody = (error: Error | null) => error instanceof CallError && error.status === 401
