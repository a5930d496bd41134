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
import { changeDetails } from '#app/commands/change-details.server.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { requireReference } from '#app/http/reference.server.ts'
import { refusal, refusedForm } from '#app/http/refusal.server.ts'
import { detailsInput } from '#app/measures/inputs.ts'
import { referenceInAddress } from '#app/measures/measure.ts'
import { refuse } from '#app/measures/refusals.ts'
import { findAbout } from '#app/queries/file-about.server.ts'
import { findFile } from '#app/queries/file-page.server.ts'

export { keepPage as shouldRevalidate } from '#app/components/keep-page.ts'

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, ({ t }) => t('file.details.title'))

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const found = await findFile(context.deps, actor, requireReference(params))
  if (!found.ok) throw refusal(found)
  const { measure, file } = found
  if (!can(actor, 'change-details', file).ok) throw refusal(refuse('not-allowed'))
  const { reference, revision, details } = measure
  return json({
    reference,
    details,
    revision,
    about: await findAbout(context.deps, actor, measure),
  })
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const reference = requireReference(params)
  const form = await readForm(request, detailsInput, ['grounds'])
  if (!form.ok) return form.response
  const changed = await changeDetails(context.deps, actor, reference, form.input)
  if (!changed.ok) return refusedForm(changed, form.values)
  return redirect(`/files/${referenceInAddress(reference)}`)
}

export default function Details() {
  const { reference, revision, details, about } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useLocale()
  return (
    <Page width="narrow">
      <PageHeader
        title={t('file.details.title')}
        reference={reference}
        crumbs={[
          { label: t('files.title'), to: '/files' },
          { label: reference, to: `/files/${referenceInAddress(reference)}` },
        ]}
        shortTitle={t('file.details.title')}
      />
      <PortalForm state={refused} hidden={{ revision }}>
        {about && (
          <>
            <KindFields {...about} />
            <LanguageField
              name="originalLanguage"
              label={t('files.new.language')}
              defaultValue={about.originalLanguage}
            />
          </>
        )}
        <DetailsFields {...details} />
        <div className="actions">
          <Button kind="primary">{t('file.details.submit')}</Button>
        </div>
      </PortalForm>
    </Page>
  )
}
