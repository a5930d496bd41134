import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { CompilationChanges } from '#app/components/compilation/compilation-changes.tsx'
import { CompilationText } from '#app/components/compilation/compilation-text.tsx'
import { Facts } from '#app/components/facts.tsx'
import { useLocale } from '#app/components/locale.tsx'
import { Notice } from '#app/components/notice.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { PrintButton } from '#app/components/print-button.tsx'
import { SealedRecord } from '#app/components/sealed-record.tsx'
import { Section } from '#app/components/section.tsx'
import { DateText } from '#app/components/when.tsx'
import { requireId } from '#app/http/reference.server.ts'
import { refusal } from '#app/http/refusal.server.ts'
import { type CompilationPage, findCompilationPage } from '#app/queries/compilation.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, ({ t }) =>
    data
      ? t('compilation.page-title', { reference: data.compilation.ojReference })
      : t('register.title'),
  )

export async function loader({ context, params }: LoaderFunctionArgs) {
  const page = await findCompilationPage(context.deps, requireId(params))
  if (!page.ok) throw refusal(page)
  return json(page)
}

export default function Compilation() {
  const page = useLoaderData<typeof loader>()
  const { t } = useLocale()
  const { compilation, previous } = page
  return (
    <Page>
      <PageHeader
        title={compilation.title}
        reference={compilation.ojReference}
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
      <SealedRecord state={page.seal} href={`/compilations/${compilation.id}/sealed.json`} />
      {previous && (
        <Section
          title={t('compilation.changes')}
          intro={t('compilation.changes-intro', { reference: previous.ojReference })}
        >
          <CompilationChanges changes={page.changes} />
        </Section>
      )}
      <Section title={t('compilation.lists')} intro={t('compilation.preamble')}>
        <CompilationText page={page} />
      </Section>
    </Page>
  )
}

function CompilationFacts({ page }: { page: CompilationPage }) {
  const { t } = useLocale()
  const { compilation, previous, next } = page
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
          value: compilation.url ? (
            <a href={compilation.url} rel="noreferrer">
              {compilation.ojReference}
            </a>
          ) : (
            compilation.ojReference
          ),
        },
        ...(compilation.note ? [{ term: t('commission.note'), value: compilation.note }] : []),
        ...(previous
          ? [
              {
                term: t('compilation.previous'),
                value: <Link to={`/compilations/${previous.id}`}>{previous.ojReference}</Link>,
              },
            ]
          : []),
        ...(next
          ? [
              {
                term: t('compilation.next'),
                value: <Link to={`/compilations/${next.id}`}>{next.ojReference}</Link>,
              },
            ]
          : []),
      ]}
    />
  )
}
