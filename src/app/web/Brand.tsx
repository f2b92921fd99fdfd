// The mark and the name.
import { useWords } from '../../ui/words.ts'
import { shell } from './shell-words.ts'

export function Brand({ small = false }: { small?: boolean }) {
  const t = useWords(shell)
  return (
    <span className={small ? 'brand brand-small' : 'brand'}>
      <img src="/icon.svg" alt="" width={small ? 22 : 40} height={small ? 22 : 40} />
      <span className="brand-name">{t('brand')}</span>
    </span>
  )
}
