import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { Link, useLoaderData, useSearchParams } from '@remix-run/react'
import { AuthoredText, AuthorList } from '#app/components/draft-authors/authored-text.tsx'
import { authorsIn, shownPassages } from '#app/components/draft-authors/authors.ts'
import { MomentChoice } from '#app/components/draft-authors/moment-choice.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { FileTabs } from '#app/components/file/file-tabs.tsx'
import { useLocale } from '#app/components/locale.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { Section } from '#app/components/section.tsx'
import { StateChip } from '#app/components/state-chip.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { requireReference } from '#app/http/reference.server.ts'
import { refusal } from '#app/http/refusal.server.ts'
import { referenceInAddress } from '#app/measures/measure.ts'
import { refuse } from '#app/measures/refusals.ts'
import { type DraftAuthors, findDraftAuthors } from '#app/queries/draft-authors.server.ts'

export { keepPage as shouldRevalidate } from '#app/components/keep-page.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, ({ t }) => `${data?.reference ?? ''} ${t('authors.title')}`)

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const asked = updateIn(new URL(request.url).searchParams)
  const { deps, wordHistories } = context
  const found = await findDraftAuthors(deps, wordHistories, actor, requireReference(params), asked)
  if (!found.ok) throw refusal(found)
  return json(found.page)
}

function updateIn(parameters: URLSearchParams): number | null {
  const text = parameters.get('at')
  if (!text) return null
  if (!/^\d{1,12}$/.test(text)) throw refusal(refuse('not-found'))
  return Number(text)
}

/** Who wrote which words of a draft, at any moment of its life. */
export default function Authors() {
  const page: DraftAuthors = useLoaderData<typeof loader>()
  const { t, dateTime } = useLocale()
  const [parameters] = useSearchParams()
  const hasDeleted = parameters.get('deleted') !== 'off'
  const path = `/files/${referenceInAddress(page.reference)}`
  const passages = shownPassages(page.passages, hasDeleted)
  const authors = authorsIn(passages)
  const toggled = new URLSearchParams(parameters)
  if (hasDeleted) toggled.set('deleted', 'off')
  else toggled.delete('deleted')
  return (
    <Page>
      <PageHeader
        title={page.title}
        reference={page.reference}
        kind={t('authors.title')}
        crumbs={[
          { label: t('files.title'), to: '/files' },
          { label: page.reference, to: path },
          { label: t('draft.title'), to: `${path}/draft` },
        ]}
        shortTitle={t('authors.title')}
        labels={<StateChip code={page.owner} isNamed />}
      />
      <FileTabs reference={page.reference} rooms={page.rooms} />
      <p className="section__intro">{t('authors.intro')}</p>
      {page.moments.length === 0 ? (
        <EmptyState title={t('authors.none')}>{t('authors.none-yet')}</EmptyState>
      ) : (
        <>
          <MomentChoice moments={page.moments} seq={page.seq} />
          <Section
            title={
              page.shownAt
                ? t('authors.text-at', { when: dateTime(page.shownAt) })
                : t('authors.text')
            }
            actions={
              <Link to={`?${toggled}`} preventScrollReset>
                {t(hasDeleted ? 'authors.without-deleted' : 'authors.with-deleted')}
              </Link>
            }
          >
            <AuthorList authors={authors} />
            <AuthoredText passages={passages} authors={authors} />
          </Section>
        </>
      )}
    </Page>
  )
}
