import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { CompilationChanges } from '#app/components/compilation/compilation-changes.tsx'
import { CompilationText } from '#app/components/compilation/compilation-text.tsx'
import { correctPublication } from '#app/commands/correct-publication.server.ts'
import { PublicationCorrections } from '#app/components/commission/publication-corrections.tsx'
import { Facts } from '#app/components/facts.tsx'
import { CompilationLink } from '#app/components/compilation/compilation-link.tsx'
import { PaperDownloads } from '#app/components/paper-downloads.tsx'
import { useLocale } from '#app/components/locale.tsx'
import { OjReference } from '#app/components/oj-reference.tsx'
import { Notice } from '#app/components/notice.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { PrintButton } from '#app/components/print-button.tsx'
import { SealedRecord } from '#app/components/sealed-record.tsx'
import { Section } from '#app/components/section.tsx'
import { DateText } from '#app/components/when.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { formOf } from '#app/http/form.server.ts'
import { runForm } from '#app/http/record-acts.server.ts'
import { correctPublicationInput } from '#app/measures/record-inputs.ts'
import { findCorrectionsOf } from '#app/queries/publication-corrections.server.ts'
import { requireId } from '#app/http/reference.server.ts'
import { refusal } from '#app/http/refusal.server.ts'
import { citation } from '#app/measures/oj-reference.ts'
import { type CompilationPage, findCompilationPage } from '#app/queries/compilation.server.ts'

export { keepPage as shouldRevalidate } from '#app/components/keep-page.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, ({ t }) =>
    data
      ? t('compilation.page-title', {
          reference: citation(data.compilation.ojReference, data.compilation.publishedOn),
        })
      : t('register.title'),
  )

export async function loader({ context, params }: LoaderFunctionArgs) {
  const page = await findCompilationPage(context.deps, requireId(params))
  if (!page.ok) throw refusal(page)
  const corrections = await findCorrectionsOf(context.deps, context.actor, requireId(params))
  return json({ ...page, corrections, isSignedIn: context.actor !== null })
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const id = requireId(params)
  const refused = await runForm(await formOf(request), correctPublicationInput, (input) =>
    correctPublication(context.deps, actor, { of: 'compilation', id }, input),
  )
  return refused ?? redirect(`/compilations/${id}`)
}

export default function Compilation() {
  const { isSignedIn, corrections, ...page } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()
  const { t } = useLocale()
  const { compilation, previous } = page
  return (
    <Page>
      <PageHeader
        title={compilation.title}
        reference={citation(compilation.ojReference, compilation.publishedOn)}
        kind={t(`commission.kind.${compilation.kind}`)}
        crumbs={[
          { label: t('register.title'), to: '/register' },
          { label: t('register.compilations'), to: '/register/compilations' },
        ]}
        shortTitle={compilation.ojReference}
        actions={<PrintButton />}
      />
      <Notice title={t('register.not-authentic')}>
        <p>{t('register.not-authentic-words')}</p>
      </Notice>
      <CompilationFacts page={page} />
      {isSignedIn && <PaperDownloads address={`/compilations/${compilation.id}/text`} />}
      <SealedRecord state={page.seal} href={`/compilations/${compilation.id}/sealed.json`} />
      {previous && (
        <Section
          title={t('compilation.changes')}
          intro={t('compilation.changes-intro', {
            reference: citation(previous.ojReference, previous.publishedOn),
          })}
        >
          <CompilationChanges changes={page.changes} />
        </Section>
      )}
      <Section title={t('compilation.lists')} intro={t('compilation.preamble')}>
        <CompilationText page={page} />
      </Section>
      <PublicationCorrections
        found={corrections}
        publication={page.compilation}
        state={state ?? null}
      />
    </Page>
  )
}

function CompilationFacts({ page }: { page: CompilationPage }) {
  const { t } = useLocale()
  const { compilation, previous, next, corrected, correctedBy } = page
  return (
    <Facts
      facts={[
        {
          term: t('commission.published-on'),
          value: <DateText value={compilation.publishedOn} />,
          source: t('terms.source.article-9-4-2'),
        },
        {
          term: t('commission.oj-reference'),
          value: <OjReference number={compilation.ojReference} {...compilation} />,
        },
        ...(corrected
          ? [
              {
                term: t('compilation.corrects'),
                value: <CompilationLink compilation={corrected} />,
              },
            ]
          : []),
        ...(correctedBy.length > 0
          ? [
              {
                term: t('compilation.corrected-by'),
                value: correctedBy.map((one) => <CompilationLink key={one.id} compilation={one} />),
              },
            ]
          : []),
        ...(compilation.note ? [{ term: t('commission.note'), value: compilation.note }] : []),
        ...(previous
          ? [
              {
                term: t('compilation.previous'),
                value: <CompilationLink compilation={previous} />,
              },
            ]
          : []),
        ...(next
          ? [
              {
                term: t('compilation.next'),
                value: <CompilationLink compilation={next} />,
              },
            ]
          : []),
      ]}
    />
  )
}
