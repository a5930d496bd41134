import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { ButtonLink } from '#app/components/button.tsx'
import { DeskTabs } from '#app/components/commission/desk-tabs.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { LanguageMatrix } from '#app/components/languages/language-matrix.tsx'
import { PackagesTable } from '#app/components/languages/packages-table.tsx'
import { useRecordChanges } from '#app/components/live/use-record-changes.ts'
import { useLocale } from '#app/components/locale.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { PrintButton } from '#app/components/print-button.tsx'
import { Section } from '#app/components/section.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { refusal } from '#app/http/refusal.server.ts'
import { findLanguagesDesk } from '#app/queries/languages-desk.server.ts'

export { keepPage as shouldRevalidate } from '#app/components/keep-page.ts'

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, ({ t }) => t('commission.languages'))

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const desk = await findLanguagesDesk(context.deps, actor)
  if (!desk.ok) throw refusal(desk)
  return json(desk)
}

export default function CommissionLanguages() {
  const desk = useLoaderData<typeof loader>()
  useRecordChanges(null)
  const { t } = useLocale()
  const { complete, counts } = desk
  return (
    <Page>
      <PageHeader
        title={t('commission.title')}
        intro={<p>{t('languages.intro')}</p>}
        actions={<PrintButton />}
      />
      <DeskTabs />
      <Section
        title={t('languages.matrix')}
        intro={t('languages.matrix-intro')}
        actions={
          desk.lists.length > 0 && (
            <ButtonLink to="/commission/languages/packages/new" kind="primary">
              {t('languages.hand-over')}
            </ButtonLink>
          )
        }
      >
        {desk.lists.length === 0 ? (
          <EmptyState title={t('languages.nothing')}>
            <p>{t('languages.nothing-words')}</p>
          </EmptyState>
        ) : (
          <>
            <p>{t('languages.of-all', { complete, languages: counts.length })}</p>
            <LanguageMatrix desk={desk} />
          </>
        )}
      </Section>
      <Section title={t('languages.packages')} intro={t('languages.packages-intro')}>
        <PackagesTable packages={desk.packages} />
      </Section>
    </Page>
  )
}
