import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ButtonLink } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { Facets } from '#app/components/facets.tsx'
import { FilesTable } from '#app/components/file/files-table.tsx'
import { useLocale } from '#app/components/locale.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { memberStates } from '#app/measures/delegation-codes.ts'
import { measureKinds, stages } from '#app/measures/measure.ts'
import { findFiles } from '#app/queries/files.server.ts'

export { keepPage as shouldRevalidate } from '#app/components/keep-page.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, ({ t }) => t('files.title'))

const pageNumber = z.coerce.number().int().positive().max(10_000).catch(1)

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const { searchParams } = new URL(request.url)
  const filters = {
    words: (searchParams.get('words') ?? '').trim().slice(0, 200),
    owner: searchParams.getAll('owner'),
    kind: searchParams.getAll('kind'),
    stage: searchParams.getAll('stage'),
    page: pageNumber.parse(searchParams.get('page')),
  }
  return json({ ...(await findFiles(context.deps, actor, filters)), filters })
}

export default function Files() {
  const { files, next, mayOpen, filters } = useLoaderData<typeof loader>()
  const { t, stateName } = useLocale()
  const isFiltered =
    filters.words !== '' ||
    [filters.owner, filters.kind, filters.stage].some(({ length }) => length > 0)
  return (
    <Page>
      <PageHeader
        title={t('files.title')}
        intro={<p>{t('files.intro')}</p>}
        actions={
          mayOpen && (
            <>
              <ButtonLink to="/notices/new">{t('files.give-notice')}</ButtonLink>
              <ButtonLink to="/files/new" kind="primary">
                {t('files.open-file')}
              </ButtonLink>
            </>
          )
        }
      />
      <div className="with-facets">
        <Facets
          clearTo="/files"
          search={{ name: 'words', label: t('files.search'), value: filters.words }}
          facets={[
            {
              name: 'stage',
              label: t('files.facet.stage'),
              chosen: filters.stage,
              options: stages.map((value) => ({ value, label: t(`terms.stage.${value}`) })),
            },
            {
              name: 'kind',
              label: t('files.facet.kind'),
              chosen: filters.kind,
              options: measureKinds.map((value) => ({ value, label: t(`terms.kind.${value}`) })),
            },
            {
              name: 'owner',
              label: t('files.facet.owner'),
              chosen: filters.owner,
              options: memberStates.map((value) => ({ value, label: stateName(value) })),
            },
          ]}
        />
        <div>
          {files.length > 0 ? (
            <FilesTable files={files} />
          ) : (
            <EmptyState title={t(isFiltered ? 'files.none' : 'files.none-at-all')}>
              {isFiltered && <p>{t('files.none-hint')}</p>}
            </EmptyState>
          )}
          {next && (
            <p>
              <Link to={`?${addressOf(filters, next)}`}>{t('files.next')}</Link>
            </p>
          )}
        </div>
      </div>
    </Page>
  )
}

interface Filters {
  words: string
  owner: string[]
  kind: string[]
  stage: string[]
}

function addressOf({ words, ...chosen }: Filters, page: number): URLSearchParams {
  const parameters = new URLSearchParams(words ? { words } : {})
  for (const name of ['owner', 'kind', 'stage'] as const)
    for (const value of chosen[name]) parameters.append(name, value)
  parameters.set('page', String(page))
  return parameters
}
