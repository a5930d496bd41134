import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useLocale } from '#app/components/locale.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { UploadForm } from '#app/components/word/upload-form.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { requireReference } from '#app/http/reference.server.ts'
import { refusal } from '#app/http/refusal.server.ts'
import { takeWordUpload } from '#app/http/word-upload.server.ts'
import { referenceInAddress } from '#app/measures/measure.ts'
import { findBringingIn } from '#app/queries/word-upload.server.ts'

export { keepPage as shouldRevalidate } from '#app/components/keep-page.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, ({ t }) => t('word.title'))

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const found = await findBringingIn(context.deps, actor, requireReference(params))
  if (!found.ok) throw refusal(found)
  return json(found)
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const reference = requireReference(params)
  const taken = await takeWordUpload(context, actor, { reference, number: null }, request)
  if (!taken.ok) return taken.response
  return redirect(`/files/${referenceInAddress(reference)}/word/${taken.uploadId}`)
}

export default function BringInWord() {
  const { reference } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useLocale()
  const path = `/files/${referenceInAddress(reference)}`
  return (
    <Page width="narrow">
      <PageHeader
        title={t('word.title')}
        reference={reference}
        crumbs={[
          { label: t('files.title'), to: '/files' },
          { label: reference, to: path },
          { label: t('draft.title'), to: `${path}/draft` },
        ]}
        shortTitle={t('word.title')}
        intro={<p>{t('word.intro')}</p>}
      />
      <UploadForm state={refused} hasSections />
    </Page>
  )
}
