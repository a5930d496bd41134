import { randomUUID } from 'node:crypto'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { DetailsFields } from '#app/components/file/details-fields.tsx'
import { KindFields } from '#app/components/file/kind-fields.tsx'
import { LanguageField } from '#app/components/file/language-field.tsx'
import { PortalForm } from '#app/components/form.tsx'
import { useLocale } from '#app/components/locale.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { can } from '#app/access/policy.ts'
import { openFile } from '#app/commands/open-file.server.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { refusal, refusedForm } from '#app/http/refusal.server.ts'
import { delegationLanguages } from '#app/measures/delegations.ts'
import { openFileInput } from '#app/measures/inputs.ts'
import { referenceInAddress } from '#app/measures/measure.ts'
import { findChangeableMeasures } from '#app/queries/changeable-measures.server.ts'

export { keepPage as shouldRevalidate } from '#app/components/keep-page.ts'

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, ({ t }) => t('files.new.title'))

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const permission = can(actor, 'open-file', null)
  if (!permission.ok) throw refusal(permission)
  const changes = new URL(request.url).searchParams.get('changes') ?? ''
  return json({
    key: randomUUID(),
    changes,
    changeable: await findChangeableMeasures(context.deps, actor),
    language: delegationLanguages(actor.delegation)[0] ?? 'en',
  })
}

export async function action({ context, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const form = await readForm(request, openFileInput, ['grounds'])
  if (!form.ok) return form.response
  const opened = await openFile(context.deps, actor, form.input)
  if (!opened.ok) return refusedForm(opened, form.values)
  return redirect(`/files/${referenceInAddress(opened.reference)}/draft`)
}

export default function NewFile() {
  const { key, changes, changeable, language } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useLocale()
  return (
    <Page width="narrow">
      <PageHeader
        title={t('files.new.title')}
        crumbs={[{ label: t('files.title'), to: '/files' }]}
        intro={<p>{t('files.new.intro')}</p>}
      />
      <PortalForm state={refused} hidden={{ key }}>
        <KindFields changes={changes} changeable={changeable} />
        <DetailsFields />
        <LanguageField
          name="originalLanguage"
          label={t('files.new.language')}
          defaultValue={language}
        />
        <div className="actions">
          <Button kind="primary">{t('files.new.submit')}</Button>
        </div>
      </PortalForm>
    </Page>
  )
}
