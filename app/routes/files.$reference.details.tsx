import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { DetailsFields } from '#app/components/file/details-fields.tsx'
import { PortalForm } from '#app/components/form.tsx'
import { useLocale } from '#app/components/locale.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { changeDetails } from '#app/commands/change-details.server.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { requireReference } from '#app/http/reference.server.ts'
import { refusal, refusedForm } from '#app/http/refusal.server.ts'
import { detailsInput } from '#app/measures/inputs.ts'
import { referenceInAddress } from '#app/measures/measure.ts'
import { refuse } from '#app/measures/refusals.ts'
import { findFilePage } from '#app/queries/file-page.server.ts'

export { keepPage as shouldRevalidate } from '#app/components/keep-page.ts'

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, ({ t }) => t('file.details.title'))

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const page = await findFilePage(context.deps, actor, requireReference(params))
  if (!page.ok) throw refusal(page)
  if (!page.may.changeDetails) throw refusal(refuse('not-allowed'))
  const { reference, title, grounds, marking, contact, revision } = page.file
  return json({ reference, title, grounds, marking, contact, revision })
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
  const { reference, revision, ...details } = useLoaderData<typeof loader>()
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
        <DetailsFields {...details} />
        <div className="actions">
          <Button kind="primary">{t('file.details.submit')}</Button>
        </div>
      </PortalForm>
    </Page>
  )
}
