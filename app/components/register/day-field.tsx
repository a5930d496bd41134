import { useLocale } from '../locale.tsx'

interface DayFieldProps {
  /** The day that was asked for; null: today. */
  on: string | null
  /** A day was asked for that cannot be read. */
  isUnread: boolean
}

/** As of which day the register is looked at. */
export function DayField({ on, isUnread }: DayFieldProps) {
  const { t } = useLocale()
  return (
    <>
      <label className="field__label" htmlFor="register-on">
        {t('register.on')}
      </label>
      <input
        type="date"
        id="register-on"
        name="on"
        className="input"
        defaultValue={on ?? ''}
        aria-invalid={isUnread || undefined}
        aria-describedby={isUnread ? 'register-on-error register-on-hint' : 'register-on-hint'}
      />
      {isUnread && (
        <p className="field__error" id="register-on-error">
          {t('register.on-unread')}
        </p>
      )}
      <p className="field__hint" id="register-on-hint">
        {t('register.on-hint')}
      </p>
    </>
  )
}
