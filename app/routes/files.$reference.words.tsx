import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { EmptyState } from '#app/components/empty-state.tsx'
import { FileTabs } from '#app/components/file/file-tabs.tsx'
import { useRecordChanges } from '#app/components/live/use-record-changes.ts'
import { useLocale } from '#app/components/locale.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { CreditedLines } from '#app/components/proposals/credited-lines.tsx'
import { CreditsTable } from '#app/components/proposals/credits-table.tsx'
import { Uncounted } from '#app/components/proposals/uncounted.tsx'
import { StateChip } from '#app/components/state-chip.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { askedVersion } from '#app/http/asked-version.server.ts'
import { requireReference } from '#app/http/reference.server.ts'
import { refusal } from '#app/http/refusal.server.ts'
import { referenceInAddress } from '#app/measures/measure.ts'
import { findWhoseWords, type WhoseWordsPage } from '#app/queries/whose-words.server.ts'

export { keepPage as shouldRevalidate } from '#app/components/keep-page.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, ({ t }) => `${data?.reference ?? ''} ${t('proposals.words-title')}`)

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const reference = requireReference(params)
  const found = await findWhoseWords(context.deps, actor, reference, askedVersion(request))
  if (!found.ok) throw refusal(found)
  return json<WhoseWordsPage>(found)
}

export default function WhoseWords() {
  const page: WhoseWordsPage = useLoaderData<typeof loader>()
  const { t } = useLocale()
  useRecordChanges(page.reference)
  const path = `/files/${referenceInAddress(page.reference)}`
  const text =
    page.number === null
      ? t('proposals.words-draft')
      : t('proposals.words-version', { number: page.number })
  return (
    <Page>
      <PageHeader
        title={page.title}
        reference={page.reference}
        kind={t('proposals.words-title')}
        crumbs={[
          { label: t('files.title'), to: '/files' },
          { label: page.reference, to: path },
        ]}
        shortTitle={t('proposals.words-title')}
        labels={<StateChip code={page.owner} isNamed />}
      />
      <FileTabs reference={page.reference} rooms={page.rooms} />
      <p>{t('proposals.words-about', { text })}</p>
      <TextChoice page={page} path={path} />
      {page.credits.length === 0 ? (
        <EmptyState title={t('proposals.words-none')}>{t('proposals.words-none-about')}</EmptyState>
      ) : (
        <>
          <CreditsTable page={page} path={path} />
          <CreditedLines page={page} />
        </>
      )}
      <Uncounted page={page} path={path} />
    </Page>
  )
}

/** The draft and the versions that this person reads. */
function TextChoice({ page, path }: { page: WhoseWordsPage; path: string }) {
  const { t } = useLocale()
  const texts = [...(page.mayReadDraft ? [null] : []), ...page.versions.toReversed()]
  return (
    <nav aria-label={t('proposals.words-choose')} className="views">
      {texts.map((number) => (
        <Link
          key={number ?? 'draft'}
          to={number === null ? `${path}/words` : `${path}/words?version=${number}`}
          aria-current={number === page.number ? 'page' : undefined}
        >
          {number === null
            ? t('proposals.words-to-draft')
            : t('proposals.words-to-version', { number })}
        </Link>
      ))}
    </nav>
  )
}
