import { Form } from '@remix-run/react'
import { Button } from '../button.tsx'
import { useLocale } from '../locale.tsx'
import { Notice } from '../notice.tsx'
import { SenderField } from '../sender.tsx'

export interface SecondFactor {
  /** Until when the one that was shown counts; null: none was shown just now. */
  until: string | null
}

interface SecondFactorFormProps {
  returnTo: string
  /** In a tab of its own, where something that was entered stands in this one. */
  isBeside?: boolean
}

/** Leads to the identity provider and back. */
export function SecondFactorForm({ returnTo, isBeside = false }: SecondFactorFormProps) {
  const { t } = useLocale()
  return (
    <Form
      method="post"
      action="/confirm"
      reloadDocument
      className="actions"
      target={isBeside ? '_blank' : undefined}
    >
      <SenderField />
      <input type="hidden" name="return" value={returnTo} />
      <Button kind="secondary">{t(isBeside ? 'confirm.beside' : 'confirm.do')}</Button>
    </Form>
  )
}

interface SecondFactorNoticeProps extends SecondFactorFormProps {
  secondFactor: SecondFactor
}

/** What adoption asks for beside its form. */
export function SecondFactorNotice({ secondFactor, ...form }: SecondFactorNoticeProps) {
  const { t, time } = useLocale()
  if (secondFactor.until)
    return <p className="soft">{t('confirm.until', { time: time(secondFactor.until) })}</p>
  return (
    <Notice title={t('confirm.needed')}>
      <p>{t('confirm.needed-words')}</p>
      <SecondFactorForm {...form} />
    </Notice>
  )
}
