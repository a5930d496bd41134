import { randomUUID } from 'node:crypto'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { TextArea, TextField } from '#app/components/field.tsx'
import { PortalForm } from '#app/components/form.tsx'
import { useLocale } from '#app/components/locale.tsx'
import { Notice } from '#app/components/notice.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { MissingParts } from '#app/components/record/missing-parts.tsx'
import { PackItems } from '#app/components/record/pack-items.tsx'
import { Section } from '#app/components/section.tsx'
import { prepareNotification } from '#app/commands/prepare-notification.server.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { formOf } from '#app/http/form.server.ts'
import { runForm } from '#app/http/record-acts.server.ts'
import { requireReference } from '#app/http/reference.server.ts'
import { refusal } from '#app/http/refusal.server.ts'
import { referenceInAddress } from '#app/measures/measure.ts'
import { prepareNotificationInput } from '#app/measures/record-inputs.ts'
import { findNotificationForm } from '#app/queries/notification.server.ts'

export { keepPage as shouldRevalidate } from '#app/components/keep-page.ts'

export const meta: MetaFunction<typeof loader> = ({ matches }) =>
  pageTitle(matches, ({ t }) => t('record.prepare'))

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const form = await findNotificationForm(context.deps, actor, requireReference(params))
  if (!form.ok) throw refusal(form)
  return json({ ...form, key: randomUUID() })
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const reference = requireReference(params)
  const form = await formOf(request)
  const refused = await runForm(form, prepareNotificationInput, (input) =>
    prepareNotification(context.deps, actor, reference, input),
  )
  const path = `/files/${referenceInAddress(reference)}/record/notifications`
  return refused ?? redirect(`${path}/${String(form.get('key'))}`)
}

export default function PrepareNotification() {
  const { file, article, key, ...form } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()
  const { t } = useLocale()
  const path = `/files/${referenceInAddress(file.reference)}`
  return (
    <Page width="narrow">
      <PageHeader
        title={t('record.prepare')}
        reference={file.reference}
        kind={file.title}
        crumbs={[
          { label: t('files.title'), to: '/files' },
          { label: file.reference, to: path },
          { label: t('record.title'), to: `${path}/record` },
        ]}
        shortTitle={t('record.prepare')}
        intro={
          <p>
            {t('record.prepare-intro', {
              article: t(`record.source.${article}`),
              count: form.addressees.length,
            })}
          </p>
        }
      />
      <MissingParts missing={form.missing} />
      <PortalForm id="notification" state={state ?? null} hidden={{ key, revision: file.revision }}>
        <TextArea
          name="reasons"
          label={t('record.reasons')}
          hint={t('record.reasons-hint')}
          rows={8}
        />
        <TextArea
          name="description"
          label={t('record.items-description')}
          hint={t(form.isList ? 'record.items-description-list' : 'record.items-description-other')}
          isOptional={!form.isList}
          rows={6}
          defaultValue={form.description}
        />
        <TextField
          name="contact"
          label={t('record.contact')}
          hint={t('files.new.contact-hint')}
          isOptional
          defaultValue={form.contact}
        />
        <div className="actions">
          <Button kind="primary">{t('record.make-pack')}</Button>
        </div>
      </PortalForm>
      <Notice title={t('record.pack-not-sent')}>
        <p>{t('record.pack-not-sent-words')}</p>
      </Notice>
      <Section title={t('record.pack-items')} intro={t('record.pack-items-intro')}>
        <PackItems items={form.items} />
      </Section>
    </Page>
  )
}
