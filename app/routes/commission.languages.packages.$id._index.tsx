import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ButtonLink } from '#app/components/button.tsx'
import { DeskTabs } from '#app/components/commission/desk-tabs.tsx'
import { Facts } from '#app/components/facts.tsx'
import { useLanguageNames } from '#app/components/file/language-field.tsx'
import { Hash } from '#app/components/hash.tsx'
import { useCodeName } from '#app/components/languages/entries-table.tsx'
import { PackageLanguages } from '#app/components/languages/package-languages.tsx'
import { Completeness } from '#app/components/languages/packages-table.tsx'
import { useLocale } from '#app/components/locale.tsx'
import { Notice } from '#app/components/notice.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { PrintButton } from '#app/components/print-button.tsx'
import { Section } from '#app/components/section.tsx'
import { DateText } from '#app/components/when.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { requireId } from '#app/http/reference.server.ts'
import { refusal } from '#app/http/refusal.server.ts'
import { findPackagePage, type PackagePage } from '#app/queries/language-package.server.ts'

export { keepPage as shouldRevalidate } from '#app/components/keep-page.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, ({ t, date }) =>
    data ? t('languages.package-of', { date: date(data.handedOn) }) : t('languages.package'),
  )

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const page = await findPackagePage(context.deps, actor, requireId(params))
  if (!page.ok) throw refusal(page)
  return json(page)
}

export default function HandedOver() {
  const page = useLoaderData<typeof loader>()
  const { t, date } = useLocale()
  return (
    <Page>
      <PageHeader
        title={t('languages.package-of', { date: date(page.handedOn) })}
        crumbs={[
          { label: t('commission.title'), to: '/commission' },
          { label: t('commission.languages'), to: '/commission/languages' },
        ]}
        labels={<Completeness complete={page.complete.length} languages={page.counts.length} />}
        actions={
          <>
            <ButtonLink to={`/commission/languages/packages/${page.id}/package.zip`} isDownload>
              {t('languages.download-package')}
            </ButtonLink>
            <PrintButton />
          </>
        }
      />
      <DeskTabs />
      <Facts
        facts={[
          { term: t('languages.handed-on'), value: <DateText value={page.handedOn} /> },
          { term: t('languages.recipient'), value: page.recipient },
          { term: t('languages.reference'), value: page.reference || null },
          { term: t('languages.manifest'), value: <Hash sha256={page.manifestSha256} /> },
        ]}
      />
      {page.reason && (
        <Notice kind="warning" title={t('languages.package-reason')}>
          <p>{page.reason}</p>
        </Notice>
      )}
      <Section title={t('languages.entries', { count: page.entries })}>
        <PackageLanguages counts={page.counts} />
      </Section>
      <Gaps page={page} />
    </Page>
  )
}

/** What each language lacked on the day. */
function Gaps({ page }: { page: PackagePage }) {
  const { t } = useLocale()
  const { languageName } = useLanguageNames()
  const codeName = useCodeName()
  if (page.gapsIn.length === 0) return null
  return (
    <Section title={t('languages.gap-entries')}>
      {page.gapsIn.map(({ language, entries }) => (
        <details key={language} className="more">
          <summary>
            {languageName(language)}: {t('languages.entries', { count: entries.length })}
          </summary>
          <ul>
            {entries.map((entry) => (
              <li key={entry.entryId}>
                {entry.issuer} {codeName(entry)}: {t(`languages.state.${entry.state}`)}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </Section>
  )
}
