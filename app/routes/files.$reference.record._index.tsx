import { randomUUID } from 'node:crypto'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { ButtonLink } from '#app/components/button.tsx'
import { DatesTimeline } from '#app/components/dates-timeline.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { FileTabs } from '#app/components/file/file-tabs.tsx'
import { useRecordChanges } from '#app/components/live/use-record-changes.ts'
import { useLocale } from '#app/components/locale.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { AdoptionForm } from '#app/components/record/adoption-form.tsx'
import { AdoptionRefused } from '#app/components/record/adoption-refused.tsx'
import { FactForms } from '#app/components/record/fact-forms.tsx'
import { ItemsTable } from '#app/components/record/items-table.tsx'
import { LawDates } from '#app/components/record/law-dates.tsx'
import { NotificationsTable } from '#app/components/record/notifications-table.tsx'
import { FinalText } from '#app/components/record/final-text.tsx'
import { RelatedMeasures } from '#app/components/record/related-measures.tsx'
import { Section } from '#app/components/section.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { formOf } from '#app/http/form.server.ts'
import { actOnRecord } from '#app/http/record-acts.server.ts'
import { requireReference } from '#app/http/reference.server.ts'
import { refusal } from '#app/http/refusal.server.ts'
import { askedSession } from '#app/http/sign-in.server.ts'
import { referenceInAddress } from '#app/measures/measure.ts'
import { findRecordPage, type RecordPage } from '#app/queries/record-page.server.ts'

export { keepPage as shouldRevalidate } from '#app/components/keep-page.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, ({ t }) =>
    data ? t('record.page-title', { reference: data.file.reference }) : t('record.title'),
  )

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const session = askedSession(context)
  const page = await findRecordPage(context.deps, actor, requireReference(params), session)
  if (!page.ok) throw refusal(page)
  return json({ ...page, formKey: randomUUID() })
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const reference = requireReference(params)
  const form = await formOf(request)
  const refused = await actOnRecord(context.deps, actor, reference, form, askedSession(context))
  return refused ?? redirect(`/files/${referenceInAddress(reference)}/record`)
}

export default function Record() {
  const page = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  useRecordChanges(page.file.reference)
  const { t } = useLocale()
  const { file, may, adoption } = page
  const path = `/files/${referenceInAddress(file.reference)}`
  const refusedAdoption = answered?.values?.act === 'adopt' ? answered : null
  const stateOf = (act: string) => (answered?.values?.act === act ? answered : null)
  return (
    <Page>
      <PageHeader
        title={t('record.title')}
        reference={file.reference}
        kind={file.title}
        crumbs={[
          { label: t('files.title'), to: '/files' },
          { label: file.reference, to: path },
        ]}
        shortTitle={t('record.title')}
        actions={
          may.notify && (
            <ButtonLink to={`${path}/record/notification`} kind="primary">
              {t('record.prepare')}
            </ButtonLink>
          )
        }
      />
      <FileTabs reference={file.reference} rooms={page.rooms} />
      {refusedAdoption && !may.adopt && <AdoptionRefused state={refusedAdoption} />}
      <Section title={t('record.legal-lane')} intro={t('record.legal-lane-intro')}>
        <LawDates page={page} />
        <FactForms page={page} stateOf={stateOf} />
      </Section>
      {may.adopt && (
        <AdoptionForm
          page={page}
          formKey={page.formKey}
          state={stateOf('adopt')}
          secondFactor={page.secondFactor}
        />
      )}
      {!adoption && !may.adopt && (
        <EmptyState title={t('record.not-adopted')}>
          <p>{t('record.not-adopted-words')}</p>
        </EmptyState>
      )}
      {adoption && (
        <Section title={t('record.notifications')} intro={t('record.notifications-intro')}>
          <NotificationsTable page={page} />
        </Section>
      )}
      {page.readsFinal && (
        <Section title={t('record.items')} intro={t('record.items-intro')}>
          <FinalText page={page} />
          <ItemsTable page={page} />
        </Section>
      )}
      <RelatedMeasures page={page} />
      <VoluntaryLane page={page} path={path} />
    </Page>
  )
}

function VoluntaryLane({ page, path }: { page: RecordPage; path: string }) {
  const { t } = useLocale()
  return (
    <Section title={t('record.voluntary-lane')} intro={t('record.voluntary-lane-intro')}>
      {page.voluntary.length === 0 ? (
        <p className="soft">{t('record.nothing-voluntary')}</p>
      ) : (
        <DatesTimeline
          label={t('record.voluntary-lane')}
          basis="voluntary"
          facts={page.voluntary.map(({ number, kind, releasedAt, recalledAt }) => ({
            key: String(number),
            label: kind === 'notice' ? t('file.date.notice') : t('file.date.shared', { number }),
            date: releasedAt,
            source: t(
              kind === 'notice' ? 'terms.source.article-23' : 'terms.source.recommendation',
            ),
            detail: (
              <>
                {recalledAt && `${t('record.recalled')}. `}
                <Link to={`${path}/versions/${number}`}>{t('record.open-version')}</Link>
              </>
            ),
          }))}
        />
      )}
    </Section>
  )
}
