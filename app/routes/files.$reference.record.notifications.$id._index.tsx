import { randomUUID } from 'node:crypto'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ButtonLink } from '#app/components/button.tsx'
import { useRecordChanges } from '#app/components/live/use-record-changes.ts'
import { PaperDownloads } from '#app/components/paper-downloads.tsx'
import { useLocale } from '#app/components/locale.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { PrintButton } from '#app/components/print-button.tsx'
import { AddresseesTable } from '#app/components/record/addressees-table.tsx'
import { MissingParts } from '#app/components/record/missing-parts.tsx'
import {
  AcknowledgeForm,
  AcknowledgementCorrection,
  QuestionForm,
  SendingCorrection,
  SendingForm,
} from '#app/components/record/notification-forms.tsx'
import { PackCover } from '#app/components/record/pack-cover.tsx'
import { PackItems } from '#app/components/record/pack-items.tsx'
import { Questions } from '#app/components/record/questions.tsx'
import { SealedRecord } from '#app/components/sealed-record.tsx'
import { Section } from '#app/components/section.tsx'
import { FrozenText } from '#app/components/text/frozen-text.tsx'
import { DateText } from '#app/components/when.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { formOf } from '#app/http/form.server.ts'
import { actOnNotification } from '#app/http/notification-acts.server.ts'
import { requireId, requireReference } from '#app/http/reference.server.ts'
import { refusal } from '#app/http/refusal.server.ts'
import { referenceInAddress } from '#app/measures/measure.ts'
import { findNotificationPage, type NotificationPage } from '#app/queries/notification.server.ts'

export { keepPage as shouldRevalidate } from '#app/components/keep-page.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, ({ t }) =>
    data
      ? t('record.pack-page-title', {
          article: t(`record.source.${data.notification.article}`),
          reference: data.file.reference,
        })
      : t('record.notifications'),
  )

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const reference = requireReference(params)
  const page = await findNotificationPage(context.deps, actor, reference, requireId(params))
  if (!page.ok) throw refusal(page)
  return json({ ...page, key: randomUUID() })
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const reference = requireReference(params)
  const id = requireId(params)
  const form = await formOf(request)
  const refused = await actOnNotification(context.deps, actor, reference, id, form)
  return refused ?? redirect(`/files/${referenceInAddress(reference)}/record/notifications/${id}`)
}

export default function Notification() {
  const { key, ...page } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  useRecordChanges(page.file.reference)
  const { t } = useLocale()
  const { file, notification, may, pack } = page
  const path = `/files/${referenceInAddress(file.reference)}`
  const stateOf = (act: string) => (answered?.values?.act === act ? answered : null)
  return (
    <Page>
      <PageHeader
        title={t('record.pack-title', { article: t(`record.source.${notification.article}`) })}
        reference={file.reference}
        kind={file.title}
        crumbs={[
          { label: t('files.title'), to: '/files' },
          { label: file.reference, to: path },
          { label: t('record.title'), to: `${path}/record` },
        ]}
        shortTitle={t(`record.source.${notification.article}`)}
        actions={
          <>
            <PrintButton />
            <ButtonLink
              to={`${path}/record/notifications/${notification.id}/pack`}
              kind="primary"
              isDownload
            >
              {t('record.download-pack')}
            </ButtonLink>
          </>
        }
      />
      <PaperDownloads address={`${path}/record/notifications/${notification.id}/pack`} />
      <MissingParts missing={page.missing} />
      <div className="screen-only">
        <Section title={t('record.what-became')} intro={t('record.what-became-intro')}>
          <AddresseesTable page={page} />
          <SealedRecord
            state={page.seal}
            href={`${path}/record/notifications/${notification.id}/sealed.json`}
          />
          {may.send && page.unsent.length > 0 && (
            <SendingForm page={page} state={stateOf('send')} />
          )}
          {may.correctSending && (
            <SendingCorrection page={page} state={stateOf('correct-sending')} />
          )}
          <Acknowledgement notification={notification} />
          {may.acknowledge && <AcknowledgeForm state={stateOf('acknowledge')} />}
          {may.correctAcknowledgement && (
            <AcknowledgementCorrection page={page} state={stateOf('correct-acknowledgement')} />
          )}
        </Section>
        {(may.ask || may.supply || notification.questions.length > 0) && (
          <Section title={t('record.missing')} intro={t('record.missing-intro')}>
            <Questions page={page} state={stateOf('supply')} />
            {may.ask && <QuestionForm state={stateOf('ask')} formKey={key} />}
          </Section>
        )}
      </div>
      <Section title={t('record.cover-title')}>
        <PackCover page={page} />
      </Section>
      <Section title={t('record.reasons')}>
        <p className="words">{pack.reasons}</p>
      </Section>
      <Section title={t('record.items-description')}>
        <p className="words">{pack.description || t('record.none-given')}</p>
        <PackItems items={pack.items} />
      </Section>
      <Section title={t('record.text-of-measure')}>
        <FrozenText content={pack.text.content} lang={pack.text.language} headingLevel={3} />
      </Section>
    </Page>
  )
}

function Acknowledgement({ notification }: { notification: NotificationPage['notification'] }) {
  const { t } = useLocale()
  return (
    <p>
      {t('record.acknowledged-by-commission')} <DateText value={notification.acknowledgedOn} />
      {notification.acknowledgementReference && `, ${notification.acknowledgementReference}`}
    </p>
  )
}
