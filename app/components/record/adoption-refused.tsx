import type { FormState } from '../form-state.ts'
import { Facts } from '../facts.tsx'
import { useLocale } from '../locale.tsx'
import { Notice } from '../notice.tsx'

/**
 * Stands in the place of the form when somebody else has recorded adoption meanwhile: why it was
 * refused, and what had been typed.
 */
export function AdoptionRefused({ state }: { state: FormState }) {
  const { t, date } = useLocale()
  const typed = (name: string) => {
    const value = state.values?.[name]
    return typeof value === 'string' && value !== '' ? value : null
  }
  const adoptedOn = typed('adoptedOn')
  return (
    <Notice kind="error" title={t('common.not-accepted')} isLive>
      {state.refusal && <p>{t(state.refusal)}</p>}
      <p>{t('record.you-typed')}</p>
      <Facts
        facts={[
          { term: t('record.act-title'), value: typed('actTitle') },
          { term: t('record.act-number'), value: typed('actNumber') },
          { term: t('record.adopted-on'), value: adoptedOn && date(adoptedOn) },
          { term: t('record.gazette'), value: typed('gazette') },
          { term: t('record.gazette-reference'), value: typed('reference') },
        ]}
      />
    </Notice>
  )
}
