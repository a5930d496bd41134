import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { RefusalsTable } from '#app/components/article-10/refusals-table.tsx'
import { RequirementsTable } from '#app/components/article-10/requirements-table.tsx'
import { DeskTabs } from '#app/components/commission/desk-tabs.tsx'
import { useRecordChanges } from '#app/components/live/use-record-changes.ts'
import { useLocale } from '#app/components/locale.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { Section } from '#app/components/section.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { refusal } from '#app/http/refusal.server.ts'
import { findArticle10Reports } from '#app/queries/article-10-desk.server.ts'

export { keepPage as shouldRevalidate } from '#app/components/keep-page.ts'

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, ({ t }) => t('commission.article-10'))

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const reports = await findArticle10Reports(context.deps, actor)
  if (!reports.ok) throw refusal(reports)
  return json(reports)
}

export default function CommissionArticle10() {
  const { requirements, refusals } = useLoaderData<typeof loader>()
  useRecordChanges(null)
  const { t } = useLocale()
  return (
    <Page>
      <PageHeader title={t('commission.title')} intro={<p>{t('commission.article-10-intro')}</p>} />
      <DeskTabs />
      <Section title={t('article10.refusals')} intro={t('article10.refusals-intro')}>
        <RefusalsTable rows={refusals} />
      </Section>
      <Section title={t('article10.told-to-us')} intro={t('article10.told-to-us-intro')}>
        <RequirementsTable
          caption={t('article10.told-to-us')}
          rows={requirements}
          empty={t('article10.none-told')}
          isOurs={false}
        />
      </Section>
    </Page>
  )
}
