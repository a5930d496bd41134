import { Form } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { ConfirmDialog } from '#app/components/confirm-dialog.tsx'
import type { Option } from '#app/components/field.tsx'
import { Select, TextField } from '#app/components/field.tsx'
import { PortalForm } from '#app/components/form.tsx'
import type { FormState } from '#app/components/form-state.ts'
import { useLocale } from '#app/components/locale.tsx'
import { SenderField } from '#app/components/sender.tsx'
import { DateTimeText } from '#app/components/when.tsx'

interface PersonFormProps {
  state: FormState | null | undefined
  person: { name: string; officeId: string | null }
  offices: readonly Option[]
}

export function PersonForm({ state, person, offices }: PersonFormProps) {
  const { t } = useLocale()
  return (
    <PortalForm state={state} hidden={{ act: 'change' }} id="details">
      <TextField
        name="name"
        label={t('people.name')}
        hint={t('people.name-hint')}
        autoComplete="off"
        maxLength={120}
        defaultValue={person.name}
      />
      <Select
        name="officeId"
        label={t('people.office')}
        isOptional
        emptyLabel={t('people.no-office')}
        options={offices}
        defaultValue={person.officeId ?? ''}
      />
      <div className="actions">
        <Button>{t('people.save-details')}</Button>
      </div>
    </PortalForm>
  )
}

export function OpenSessions({ count, lastSeen }: { count: number; lastSeen: string | null }) {
  const { t } = useLocale()
  return (
    <>
      <p>{t('people.open-sessions', { count })}</p>
      {lastSeen && (
        <p className="small soft">
          {t('people.last-active')}: <DateTimeText value={lastSeen} />
        </p>
      )}
      {count > 0 && (
        <Form method="post" className="panel-act">
          <SenderField />
          <input type="hidden" name="act" value="end-sessions" />
          <Button>{t('people.end-sessions')}</Button>
        </Form>
      )}
    </>
  )
}

export function Departure({ name, isLast }: { name: string; isLast: boolean }) {
  const { t } = useLocale()
  if (isLast) return <p>{t('refusals.last-administrator')}</p>
  return (
    <>
      <p>{t('people.leave-words')}</p>
      <Form method="post" id="deactivate">
        <SenderField />
        <input type="hidden" name="act" value="deactivate" />
      </Form>
      <div className="panel-act">
        <ConfirmDialog
          label={t('people.deactivate')}
          openerKind="secondary"
          title={t('people.deactivate-title', { name })}
          consequences={<p>{t('people.deactivate-words')}</p>}
          form="deactivate"
        />
      </div>
    </>
  )
}
