import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useLocale } from '#app/components/locale.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { UploadForm } from '#app/components/word/upload-form.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { requireNumber, requireReference } from '#app/http/reference.server.ts'
import { refusal } from '#app/http/refusal.server.ts'
import { takeWordUpload } from '#app/http/word-upload.server.ts'
import { referenceInAddress } from '#app/measures/measure.ts'
import { findAnswering } from '#app/queries/word-answers.server.ts'

export { keepPage as shouldRevalidate } from '#app/components/keep-page.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, ({ t }) => t('answers.title'))

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const number = requireNumber(params)
  const found = await findAnswering(context.deps, actor, requireReference(params), number)
  if (!found.ok) throw refusal(found)
  return json({ reference: found.reference, number: found.number })
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const reference = requireReference(params)
  const number = requireNumber(params)
  const taken = await takeWordUpload(context, actor, { reference, number }, request)
  if (!taken.ok) return taken.response
  const version = `/files/${referenceInAddress(reference)}/versions/${taken.number ?? number}`
  const sent = taken.number === number ? '' : `?sent=${number}`
  return redirect(`${version}/answers/${taken.uploadId}${sent}`)
}

export default function BringInAnswers() {
  const { reference, number } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useLocale()
  const path = `/files/${referenceInAddress(reference)}`
  return (
    <Page width="narrow">
      <PageHeader
        title={t('answers.title')}
        reference={reference}
        crumbs={[
          { label: t('files.title'), to: '/files' },
          { label: reference, to: path },
          { label: t('comments.version-link', { number }), to: `${path}/versions/${number}` },
        ]}
        shortTitle={t('answers.title')}
        intro={<p>{t('answers.intro')}</p>}
      />
      <UploadForm state={refused} hasSections={false} />
    </Page>
  )
}
