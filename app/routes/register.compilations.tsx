import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CompilationsTable } from '#app/components/commission/compilations-table.tsx'
import { useLocale } from '#app/components/locale.tsx'
import { Notice } from '#app/components/notice.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { feedLink } from '#app/components/register/feed-link.ts'
import { RegisterTabs } from '#app/components/register/register-tabs.tsx'
import { feedAddress } from '#app/open-data/addresses.ts'
import { findPublicCompilations } from '#app/queries/register.server.ts'

export const meta: MetaFunction = ({ matches }) => [
  ...pageTitle(matches, ({ t }) => t('register.compilations')),
  feedLink(feedAddress()),
]

export async function loader({ context }: LoaderFunctionArgs) {
  return json(await findPublicCompilations(context.deps))
}

export default function Compilations() {
  const { compilations } = useLoaderData<typeof loader>()
  const { t } = useLocale()
  return (
    <Page>
      <PageHeader title={t('register.title')} intro={<p>{t('register.intro')}</p>} />
      <RegisterTabs />
      <Notice title={t('register.not-authentic')}>
        <p>{t('register.not-authentic-words')}</p>
      </Notice>
      <CompilationsTable compilations={compilations} />
    </Page>
  )
}
