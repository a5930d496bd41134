import { randomUUID } from 'node:crypto'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Downloads } from '#app/components/downloads.tsx'
import { languageNames, useLanguageNames } from '#app/components/file/language-field.tsx'
import { EntriesInLanguage } from '#app/components/languages/entries-table.tsx'
import { CheckForm, HoldForm, LanguageUpload } from '#app/components/languages/language-forms.tsx'
import { ListHeader } from '#app/components/languages/list-header.tsx'
import { RefusedRows } from '#app/components/languages/refused-rows.tsx'
import { useRecordChanges } from '#app/components/live/use-record-changes.ts'
import { useLocale } from '#app/components/locale.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page } from '#app/components/page.tsx'
import { Section } from '#app/components/section.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { formOf } from '#app/http/form.server.ts'
import { actOnLanguage } from '#app/http/language-acts.server.ts'
import { type LanguageFormState, takeLanguageUpload } from '#app/http/language-upload.server.ts'
import { requireLanguage, requireReference } from '#app/http/reference.server.ts'
import { refusal } from '#app/http/refusal.server.ts'
import { referenceInAddress } from '#app/measures/measure.ts'
import { findLanguagePage } from '#app/queries/list-languages.server.ts'

export { keepPage as shouldRevalidate } from '#app/components/keep-page.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, ({ t, locale }) =>
    data
      ? t('languages.in-language-title', {
          reference: data.reference,
          language: languageNames(locale)(data.language),
        })
      : t('languages.title'),
  )

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const place = { reference: requireReference(params), language: requireLanguage(params) }
  const page = await findLanguagePage(context.deps, actor, place)
  if (!page.ok) throw refusal(page)
  return json({ ...page, key: randomUUID() })
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const place = { reference: requireReference(params), language: requireLanguage(params) }
  const path = `/files/${referenceInAddress(place.reference)}/languages/${place.language}`
  const form = await formOf(request)
  // A file comes in a form of several parts, and nothing else does.
  if (request.headers.get('content-type')?.startsWith('multipart/')) {
    const taken = await takeLanguageUpload(context, actor, place, form)
    return taken.ok ? redirect(`${path}/uploads/${taken.uploadId}`) : taken.response
  }
  const refused = await actOnLanguage(context.deps, actor, place.language, form)
  return refused ?? redirect(path)
}

export default function LanguageOfList() {
  const page = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>() as LanguageFormState | undefined
  useRecordChanges(page.reference)
  const { t } = useLocale()
  const { languageName } = useLanguageNames()
  const list = `/files/${referenceInAddress(page.reference)}/languages`
  const path = `${list}/${page.language}`
  const name = languageName(page.language)
  const act = answered?.values?.act
  return (
    <Page>
      <ListHeader list={page} title={name} crumbs={[{ label: t('languages.title'), to: list }]} />
      <Downloads
        links={[
          { href: `${path}/original.docx`, label: t('languages.download.original') },
          ...(page.rows.some(({ version }) => version)
            ? [{ href: `${path}/text.docx`, label: t('languages.download.text') }]
            : []),
          { href: `${path}/table.csv`, label: t('languages.download.table') },
        ]}
      />
      <Section title={t('languages.entries', { count: page.rows.length })}>
        <EntriesInLanguage page={page} path={path} />
        {page.mayWork && (
          <HoldForm page={page} state={act === 'hold' ? (answered ?? null) : null} />
        )}
      </Section>
      {page.mayWork && (
        <>
          <Section title={t('languages.upload')} intro={t('languages.upload-intro')}>
            {answered?.faults && <RefusedRows faults={answered.faults} />}
            <LanguageUpload state={act === undefined ? (answered ?? null) : null} />
          </Section>
          <Section title={t('languages.check')} intro={t('languages.check-intro')}>
            <CheckForm
              page={page}
              state={act === 'check' ? (answered ?? null) : null}
              formKey={page.key}
            />
          </Section>
        </>
      )}
    </Page>
  )
}
