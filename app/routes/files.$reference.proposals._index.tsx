import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { RoomHeader } from '#app/components/comments/room-header.tsx'
import { RoomOrTrace } from '#app/components/comments/room-or-trace.tsx'
import { roomTitle } from '#app/components/comments/room-title.ts'
import { EmptyState } from '#app/components/empty-state.tsx'
import { useRecordChanges } from '#app/components/live/use-record-changes.ts'
import { useLocale } from '#app/components/locale.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page } from '#app/components/page.tsx'
import { Collisions } from '#app/components/proposals/collisions.tsx'
import { ProposalsList } from '#app/components/proposals/proposals-list.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { performInRoom } from '#app/http/discussion-acts.server.ts'
import { askedVersion } from '#app/http/asked-version.server.ts'
import { requireReference } from '#app/http/reference.server.ts'
import { type RoomAnswer, traceOf } from '#app/http/room-answer.server.ts'
import { referenceInAddress } from '#app/measures/measure.ts'
import { findProposals, type ProposalsPage } from '#app/queries/proposals.server.ts'

export { keepPage as shouldRevalidate } from '#app/components/keep-page.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, (words) => roomTitle(words, data, () => words.t('proposals.title')))

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const reference = requireReference(params)
  const number = askedVersion(request)
  const found = await findProposals(context.deps, actor, reference, number)
  return json<RoomAnswer<ProposalsPage>>(
    found.ok
      ? { room: found.page, trace: null }
      : await traceOf(context.deps, actor, found, reference, number),
  )
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const room = { reference: requireReference(params), number: askedVersion(request) ?? 1 }
  return performInRoom(context.deps, actor, room, request)
}

export default function Proposals() {
  const answer: RoomAnswer<ProposalsPage> = useLoaderData<typeof loader>()
  return <RoomOrTrace answer={answer}>{(page) => <OpenProposals page={page} />}</RoomOrTrace>
}

function OpenProposals({ page }: { page: ProposalsPage }) {
  const { t } = useLocale()
  useRecordChanges(page.reference)
  const path = `/files/${referenceInAddress(page.reference)}`
  return (
    <Page>
      <RoomHeader room={page} name={t('proposals.title')} />
      <p className="soft">
        {t('proposals.about', { number: page.version.number })}{' '}
        <Link to={`${path}/words?version=${page.version.number}`}>
          {t('proposals.words-title')}
        </Link>
      </p>
      {page.proposals.length === 0 ? (
        <EmptyState title={t('proposals.none')}>{t('proposals.none-about')}</EmptyState>
      ) : (
        <>
          <ProposalsList page={page} />
          <Collisions page={page} />
        </>
      )}
    </Page>
  )
}
