import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useLocale } from '#app/components/locale.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { Absence } from '#app/components/register/absence.tsx'
import { feedLink } from '#app/components/register/feed-link.ts'
import { RegisterEntries } from '#app/components/register/register-entries.tsx'
import { RegisterFilters } from '#app/components/register/register-filters.tsx'
import { RegisterTabs } from '#app/components/register/register-tabs.tsx'
import { isDayUnreadable, readRegisterAddress, registerQuery } from '#app/http/register-address.ts'
import { jsonLd } from '#app/open-data/media-types.ts'
import { feedAddress, stateFeedAddress } from '#app/open-data/addresses.ts'
import { searchRegister } from '#app/queries/register.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) => [
  ...pageTitle(matches, ({ t }) => t('register.title')),
  feedLink(feedOf(data?.search.issuers)),
  // RFC 8631: what programs read of this; and what catalogues do.
  { tagName: 'link', rel: 'service-desc', type: 'application/json', href: openApi },
  { tagName: 'link', rel: 'describedby', type: jsonLd, href: '/register/dataset.jsonld' },
]

const openApi = '/register/openapi.json'

/** Of the one state that is chosen, or of everything. */
function feedOf([issuer, ...more]: readonly string[] = []): string {
  return issuer && more.length === 0 ? stateFeedAddress(issuer) : feedAddress()
}

export async function loader({ context, request }: LoaderFunctionArgs) {
  const asked = new URL(request.url).searchParams
  const search = readRegisterAddress(asked)
  const found = await searchRegister(context.deps, search)
  return json({
    ...found,
    search,
    isDayUnread: isDayUnreadable(asked),
    queries: {
      all: registerQuery(search),
      next: found.next && registerQuery(search, found.next),
      isContinued: search.after !== null,
    },
  })
}

export default function Register() {
  const { search, isDayUnread, queries, ...found } = useLoaderData<typeof loader>()
  const { t, date, number } = useLocale()
  return (
    <Page>
      <PageHeader title={t('register.title')} intro={<p>{t('register.intro')}</p>} />
      <RegisterTabs />
      <Absence />
      <div className="with-facets">
        <RegisterFilters search={search} facets={found.facets} isDayUnread={isDayUnread} />
        <section aria-labelledby="found">
          <div className="section__head">
            <h2 id="found">
              {found.total === null
                ? t('register.found-many', { most: found.mostCounted, date: date(found.on) })
                : t('register.found', { total: found.total, date: date(found.on) })}
            </h2>
            <p className="downloads">
              <a href={`/register.csv?${queries.all}`} download>
                {t('register.csv')}
              </a>{' '}
              <a href={`/register.json?${queries.all}`}>{t('register.json')}</a>{' '}
              <a href={feedOf(search.issuers)}>{t('open-data.subscribe')}</a>{' '}
              <a href={openApi}>{t('open-data.openapi-short')}</a>
            </p>
          </div>
          <RegisterEntries rows={found.rows} on={search.on} />
          {(queries.next ?? queries.isContinued) && (
            <nav className="pagination" aria-label={t('common.pages')}>
              <p>{t('register.shown', { shown: number(found.rows.length) })}</p>
              <ul>
                {queries.isContinued && (
                  <li>
                    <Link to={`/register?${queries.all}`}>{t('register.from-start')}</Link>
                  </li>
                )}
                {queries.next && (
                  <li>
                    <Link to={`/register?${queries.next}`} rel="next">
                      {t('common.page-next')}
                    </Link>
                  </li>
                )}
              </ul>
            </nav>
          )}
        </section>
      </div>
    </Page>
  )
}
