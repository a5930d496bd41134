import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { Link, useLoaderData, useSearchParams } from '@remix-run/react'
import { ChangeSteps } from '#app/components/comments/change-steps.tsx'
import { Redline } from '#app/components/comments/comparison.tsx'
import { ParameterChanges } from '#app/components/comments/parameter-changes.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { DriftList } from '#app/components/file/drift-list.tsx'
import { FileTabs } from '#app/components/file/file-tabs.tsx'
import { ParallelSides } from '#app/components/file/parallel-sides.tsx'
import { useLocale } from '#app/components/locale.tsx'
import { Notice } from '#app/components/notice.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { Section } from '#app/components/section.tsx'
import { StateChip } from '#app/components/state-chip.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { requireReference } from '#app/http/reference.server.ts'
import { refusal } from '#app/http/refusal.server.ts'
import { referenceInAddress } from '#app/measures/measure.ts'
import {
  findParallelComparison,
  type ParallelComparison,
} from '#app/queries/parallel-comparison.server.ts'

export { keepPage as shouldRevalidate } from '#app/components/keep-page.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, ({ t }) =>
    data
      ? t('parallel.title', { ours: data.reference, theirs: data.other.reference })
      : t('errors.title'),
  )

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const other = requireReference({ reference: params.other })
  const found = await findParallelComparison(context.deps, actor, requireReference(params), other)
  if (!found.ok) throw refusal(found)
  return json(found.page)
}

/** Two parallel drafts side by side, and what drifted apart between them. */
export default function Parallel() {
  const page: ParallelComparison = useLoaderData<typeof loader>()
  const { t } = useLocale()
  const names = { ours: page.reference, theirs: page.other.reference }
  return (
    <Page>
      <PageHeader
        title={t('parallel.title', names)}
        reference={page.reference}
        kind={t('file.parallel')}
        crumbs={[
          { label: t('files.title'), to: '/files' },
          { label: page.reference, to: `/files/${referenceInAddress(page.reference)}` },
        ]}
        shortTitle={t('file.parallel')}
        labels={
          <>
            <StateChip code={page.owner} isNamed /> <StateChip code={page.other.owner} isNamed />
          </>
        }
      />
      <FileTabs reference={page.reference} rooms={page.rooms} />
      {page.drifts.length > 0 && (
        <Notice kind="warning" title={t('parallel.drifted', { count: page.drifts.length })}>
          <DriftList drifts={page.drifts} sides={names} />
        </Notice>
      )}
      {page.ours && page.theirs ? (
        <Compared page={page} />
      ) : (
        <EmptyState title={t('parallel.no-text')}>{t('parallel.no-text-yet')}</EmptyState>
      )}
    </Page>
  )
}

function Compared({ page }: { page: ParallelComparison }) {
  const { t } = useLocale()
  const [parameters] = useSearchParams()
  const isRedline = parameters.get('view') === 'redline'
  const { ours, theirs } = page
  if (!ours || !theirs) return null
  const { reference, other, lines } = page
  const sides = { ours: reference, theirs: other.reference }
  const texts = { lines, kind: theirs.kind, language: theirs.language, sides }
  const nameOf = ({ reference, number }: typeof ours) =>
    number === 0 ? t('parallel.draft', { reference }) : t('parallel.version', { reference, number })
  return (
    <>
      <p className="section__intro">
        {t('parallel.intro', { ours: nameOf(ours), theirs: nameOf(theirs) })}
      </p>
      {ours.language !== theirs.language && <Notice>{t('parallel.languages')}</Notice>}
      <Section title={t('parallel.parameters')}>
        <ParameterChanges texts={texts} />
      </Section>
      <Section
        title={t('compare.text')}
        actions={
          <nav aria-label={t('compare.view')} className="views">
            <Link to="?" preventScrollReset aria-current={isRedline ? undefined : 'page'}>
              {t('parallel.sides')}
            </Link>
            <Link
              to="?view=redline"
              preventScrollReset
              aria-current={isRedline ? 'page' : undefined}
            >
              {t('compare.view.redline')}
            </Link>
          </nav>
        }
      >
        {isRedline ? (
          <ChangeSteps texts={texts}>
            <Redline texts={texts} isShort={false} />
          </ChangeSteps>
        ) : (
          <ParallelSides page={page} />
        )}
      </Section>
    </>
  )
}
