import { randomUUID } from 'node:crypto'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useEffect, useRef, useState } from 'react'
import { Checkbox } from '#app/components/choices.tsx'
import { FileField, Select, TextField } from '#app/components/field.tsx'
import {
  AddAttachmentButton,
  AttachmentReaches,
  reachChosen,
  staysInside,
} from '#app/components/file/adding-attachment.tsx'
import { LanguageField } from '#app/components/file/language-field.tsx'
import { PortalForm } from '#app/components/form.tsx'
import { useLocale } from '#app/components/locale.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { addAttachment } from '#app/commands/add-attachment.server.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { requireReference } from '#app/http/reference.server.ts'
import { refusal, refusedForm } from '#app/http/refusal.server.ts'
import { attachmentKinds, attachmentTypes } from '#app/measures/attachment.ts'
import { attachmentInput } from '#app/measures/inputs.ts'
import { referenceInAddress } from '#app/measures/measure.ts'
import { findAttaching } from '#app/queries/attachment.server.ts'

export { keepPage as shouldRevalidate } from '#app/components/keep-page.ts'

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, ({ t }) => t('attachments.title'))

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const attaching = await findAttaching(context.deps, actor, requireReference(params))
  if (!attaching.ok) throw refusal(attaching)
  return json({ ...attaching, key: randomUUID() })
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const reference = requireReference(params)
  const form = await readForm(request, attachmentInput)
  if (!form.ok) return form.response
  const file = form.files.get('file')
  const upload = file ? { name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) } : null
  const added = await addAttachment(context.deps, actor, reference, form.input, upload)
  if (!added.ok) return refusedForm(added, form.values)
  return redirect(`/files/${referenceInAddress(reference)}#attachments`)
}

export default function AddAttachment() {
  const { reference, revision, reaches, key } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useLocale()
  const fields = useRef<HTMLDivElement>(null)
  const [reach, setReach] = useState(staysInside)
  const look = () => fields.current && setReach(reachChosen(fields.current, reaches))
  // A browser may bring back what was ticked, and a refused form comes with the file as it is now.
  useEffect(() => {
    if (fields.current) setReach(reachChosen(fields.current, reaches))
  }, [reaches])
  return (
    <Page width="narrow">
      <PageHeader
        title={t('attachments.title')}
        reference={reference}
        crumbs={[
          { label: t('files.title'), to: '/files' },
          { label: reference, to: `/files/${referenceInAddress(reference)}` },
        ]}
        shortTitle={t('attachments.title')}
        intro={<p>{t('attachments.intro')}</p>}
      />
      <PortalForm
        id="attachment"
        state={refused}
        hidden={{ key, revision }}
        encType="multipart/form-data"
      >
        <FileField
          name="file"
          label={t('attachments.file')}
          hint={t('attachments.file-hint')}
          isOptional
          accept={Object.keys(attachmentTypes).join(',')}
        />
        <TextField
          name="otherChannel"
          label={t('attachments.other-channel')}
          hint={t('attachments.other-channel-hint')}
          isOptional
        />
        <TextField
          name="name"
          label={t('attachments.name')}
          hint={t('attachments.name-hint')}
          isOptional
        />
        <div ref={fields} onChange={look}>
          <Select
            name="kind"
            label={t('attachments.kind')}
            options={attachmentKinds.map((value) => ({
              value,
              label: t(`attachments.kind.${value}`),
            }))}
          />
          <LanguageField
            name="language"
            label={t('attachments.language')}
            emptyLabel={t('attachments.no-language')}
            isOptional
          />
          <Checkbox
            name="isShared"
            value="on"
            label={t('attachments.shared')}
            hint={t('attachments.shared-hint')}
          />
        </div>
        <AttachmentReaches reaches={reaches} />
        <div className="actions">
          <AddAttachmentButton form="attachment" reach={reach} />
        </div>
      </PortalForm>
    </Page>
  )
}
