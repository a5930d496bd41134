import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useLocale } from '#app/components/locale.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { Pagination } from '#app/components/pagination.tsx'
import { Absence } from '#app/components/register/absence.tsx'
import { MeasuresTable } from '#app/components/register/measures-table.tsx'
import { feedLink } from '#app/components/register/feed-link.ts'
import { RegisterTabs } from '#app/components/register/register-tabs.tsx'
import { pageIn } from '#app/http/desk-address.ts'
import { feedAddress } from '#app/open-data/addresses.ts'
import { findPublicMeasures } from '#app/queries/register.server.ts'

export const meta: MetaFunction = ({ matches }) => [
  ...pageTitle(matches, ({ t }) => t('register.measures')),
  feedLink(feedAddress()),
]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const page = pageIn(new URL(request.url).searchParams)
  return json(await findPublicMeasures(context.deps, page))
}

export default function Measures() {
  const { rows, page, pageSize, total } = useLoaderData<typeof loader>()
  const { t } = useLocale()
  return (
    <Page>
      <PageHeader title={t('register.title')} intro={<p>{t('register.intro')}</p>} />
      <RegisterTabs />
      <Absence />
      <MeasuresTable rows={rows} />
      <Pagination page={page} pageSize={pageSize} total={total} />
    </Page>
  )
}
