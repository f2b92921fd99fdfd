// Says, without shouting, that nothing here is real.
import { useWords } from '../../ui/words.ts'
import { shell } from './shell-words.ts'

export function SampleMark() {
  const t = useWords(shell)
  return (
    <span className="shell-sample" title={t('sampleHint')}>
      {t('sample')}
    </span>
  )
}
