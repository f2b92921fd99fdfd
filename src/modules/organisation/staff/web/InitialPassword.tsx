// The one time an initial password is seen.
import { ShownOnce } from '../../../../ui/ShownOnce.tsx'
import { useWords } from '../../../../ui/words.ts'
import { words } from './words.ts'

export type Issued = { name: string; login: string | null; initialPassword: string }

export function InitialPassword({ issued, onClose }: { issued: Issued | undefined; onClose: () => void }) {
  const t = useWords(words)
  const secret = issued && {
    label: t('fields.mustChangePassword'),
    text: issued.initialPassword,
    beside: [{ label: t('fields.login'), value: issued.login }],
  }
  return (
    <ShownOnce
      title={issued ? t('hints.passwordTitle', { name: issued.name }) : null}
      secret={secret}
      line={t('hints.passwordLine')}
      onClose={onClose}
    />
  )
}
