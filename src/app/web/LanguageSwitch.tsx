// The other language, kept for the next visit and, when signed in, with the account.
import { TranslationOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { languageNow, speak, useWords } from '../../ui/words.ts'
import { shell } from './shell-words.ts'

export function LanguageSwitch({ onChange }: { onChange?: (locale: 'zh-CN' | 'en') => void }) {
  const t = useWords(shell)
  const other = languageNow() === 'en' ? 'zh' : 'en'
  const change = () => {
    void speak(other)
    onChange?.(other === 'zh' ? 'zh-CN' : 'en')
  }
  return (
    <Button type="text" icon={<TranslationOutlined />} onClick={change} lang={other === 'zh' ? 'zh-CN' : 'en'}>
      {t('header.language')}
    </Button>
  )
}
