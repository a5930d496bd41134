import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CompilationsTable } from '#app/components/commission/compilations-table.tsx'
import { DeskTabs } from '#app/components/commission/desk-tabs.tsx'
import { DeskTable } from '#app/components/commission/desk-table.tsx'
import { Facets } from '#app/components/facets.tsx'
import { useRecordChanges } from '#app/components/live/use-record-changes.ts'
import { useLocale } from '#app/components/locale.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { Pagination } from '#app/components/pagination.tsx'
import { Section } from '#app/components/section.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { readDeskAddress } from '#app/http/desk-address.ts'
import { refusal } from '#app/http/refusal.server.ts'
import { memberStates } from '#app/measures/delegation-codes.ts'
import { findCommissionDesk } from '#app/queries/commission-desk.server.ts'

export { keepPage as shouldRevalidate } from '#app/components/keep-page.ts'

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, ({ t }) => t('commission.title'))

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const { page, ...filter } = readDeskAddress(new URL(request.url).searchParams)
  const desk = await findCommissionDesk(context.deps, actor, filter, page)
  if (!desk.ok) throw refusal(desk)
  return json({ ...desk, filter })
}

export default function Commission() {
  useRecordChanges(null)
  const { filter, ...desk } = useLoaderData<typeof loader>()
  const { t, stateName } = useLocale()
  return (
    <Page>
      <PageHeader title={t('commission.title')} intro={<p>{t('commission.intro')}</p>} />
      <DeskTabs />
      <div className="with-facets">
        <Facets
          clearTo="/commission"
          facets={[
            {
              name: 'open',
              isOpen: true,
              label: t('commission.open'),
              chosen: filter.open,
              options: desk.openings.map(({ opening, count }) => ({
                value: opening,
                label: t(`commission.open.${opening}`),
                count,
              })),
            },
            {
              name: 'state',
              label: t('commission.state'),
              chosen: filter.states,
              options: memberStates.map((code) => ({
                value: code,
                label: `${code} ${stateName(code)}`,
              })),
            },
          ]}
        />
        <div>
          <Section title={t('commission.measures')} intro={t('commission.measures-intro')}>
            <DeskTable rows={desk.rows} />
            <Pagination page={desk.page} pageSize={desk.pageSize} total={desk.total} />
          </Section>
          <Section title={t('commission.compilations')} intro={t('commission.compilations-intro')}>
            <CompilationsTable compilations={desk.compilations} />
          </Section>
        </div>
      </div>
    </Page>
  )
}
