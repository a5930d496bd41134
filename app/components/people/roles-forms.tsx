import { Form } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { DateField, Select } from '#app/components/field.tsx'
import { PortalForm } from '#app/components/form.tsx'
import type { FormState } from '#app/components/form-state.ts'
import { useLocale } from '#app/components/locale.tsx'
import { SenderField } from '#app/components/sender.tsx'
import type { Role } from '#app/measures/roles.ts'
import type { ShownGrant } from '#app/queries/shown-grant.ts'
import { GrantsList } from './grants-list.tsx'

/** What a person may do, each role with the act that ends it. */
export function HeldRoles({ name, grants }: { name: string; grants: readonly ShownGrant[] }) {
  const { t } = useLocale()
  if (grants.length === 0) return <p className="soft">{t('people.no-roles')}</p>
  return (
    <GrantsList
      grants={grants}
      actions={({ id, role }) => (
        <Form method="post">
          <SenderField />
          <input type="hidden" name="act" value="end-role" />
          <Button
            kind="quiet"
            name="grantId"
            value={id}
            aria-label={t('people.end-role-of', { role: t(`terms.role.${role}`), name })}
          >
            {t('people.end-role')}
          </Button>
        </Form>
      )}
    />
  )
}

interface GrantFormProps {
  state: FormState | null | undefined
  formKey: string
  roles: readonly { role: Role; isForPeriod: boolean }[]
}

export function GrantForm({ state, formKey, roles }: GrantFormProps) {
  const { t } = useLocale()
  return (
    <PortalForm state={state} hidden={{ act: 'grant', key: formKey }} id="grant">
      <Select
        name="role"
        label={t('people.role')}
        emptyLabel={t('people.choose-role')}
        options={roles.map(({ role, isForPeriod }) => ({
          value: role,
          label: isForPeriod
            ? t('people.role-for-period', { role: t(`terms.role.${role}`) })
            : t(`terms.role.${role}`),
        }))}
      />
      <DateField name="from" label={t('people.from')} hint={t('people.from-hint')} isOptional />
      <DateField name="until" label={t('people.until')} hint={t('people.until-hint')} isOptional />
      <div className="actions">
        <Button kind="primary">{t('people.give-role')}</Button>
      </div>
    </PortalForm>
  )
}
