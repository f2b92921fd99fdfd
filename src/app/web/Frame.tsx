// What stands around every page: theme, language, queries.
import { QueryClientProvider } from '@tanstack/react-query'
import { ConfigProvider } from 'antd'
import enUS from 'antd/locale/en_US'
import zhCN from 'antd/locale/zh_CN'
import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import { type ReactNode, useEffect, useMemo } from 'react'
import { I18nextProvider, useTranslation } from 'react-i18next'
import { queryClientOf } from '../../ui/api.ts'
import { useDark, usePhone } from '../../ui/phone.ts'
import { themeFor } from '../../ui/theme.ts'
import { language } from '../../ui/words.ts'

const queries = queryClientOf()

export const Frame = ({ children }: { children: ReactNode }) => (
  <I18nextProvider i18n={language}>
    <QueryClientProvider client={queries}>
      <Themed>{children}</Themed>
    </QueryClientProvider>
  </I18nextProvider>
)

function Themed({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation()
  const phone = usePhone()
  const dark = useDark()
  const theme = useMemo(() => themeFor({ phone, dark }), [phone, dark])
  const chinese = i18n.language !== 'en'
  // Pickers read dayjs's global language while they draw.
  dayjs.locale(chinese ? 'zh-cn' : 'en')
  useEffect(() => {
    document.documentElement.lang = chinese ? 'zh-CN' : 'en'
    document.documentElement.toggleAttribute('data-dark', dark)
  }, [chinese, dark])
  // Always one of the two: without a locale antd builds another tree, and everything typed would be gone.
  return (
    <ConfigProvider theme={theme} locale={chinese ? zhCN : enUS} button={{ autoInsertSpace: false }}>
      {children}
    </ConfigProvider>
  )
}
