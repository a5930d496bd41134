import { useLocale } from '../locale.tsx'
import { Notice } from '../notice.tsx'

/** Stands wherever something could be missed: not to be found here means nothing. */
export function Absence() {
  const { t } = useLocale()
  return (
    <Notice title={t('register.absence')}>
      <p>{t('register.absence-words')}</p>
    </Notice>
  )
}
