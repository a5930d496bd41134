import { useLocale } from '../locale.tsx'
import { Tabs } from '../tabs.tsx'

export function RegisterTabs() {
  const { t } = useLocale()
  return (
    <Tabs
      label={t('register.parts')}
      tabs={[
        { label: t('register.entries'), to: '/register' },
        { label: t('register.measures'), to: '/register/measures' },
        { label: t('register.compilations'), to: '/register/compilations' },
        { label: t('note.recorded'), to: '/register/information-notes' },
        { label: t('open-data.title'), to: '/register/data' },
      ]}
    />
  )
}
