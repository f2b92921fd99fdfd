// Says, without shouting, that nothing here is real.
import { usePhone } from '../../ui/phone.ts'
import { useWords } from '../../ui/words.ts'
import { shell } from './shell-words.ts'

export function SampleMark() {
  const t = useWords(shell)
  const phone = usePhone()
  return (
    <span className="shell-sample" title={t('sampleHint')}>
      {t(phone ? 'sampleShort' : 'sample')}
    </span>
  )
}
