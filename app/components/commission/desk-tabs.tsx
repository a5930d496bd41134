import { useLocale } from '../locale.tsx'
import { Tabs } from '../tabs.tsx'

export function DeskTabs() {
  const { t } = useLocale()
  return (
    <Tabs
      label={t('commission.parts')}
      tabs={[
        { label: t('commission.measures'), to: '/commission' },
        { label: t('commission.next'), to: '/commission/compilations/new' },
        { label: t('note.next'), to: '/commission/information-notes/new' },
        { label: t('commission.languages'), to: '/commission/languages' },
        { label: t('commission.article-10'), to: '/commission/article-10' },
      ]}
    />
  )
}
