import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { RoomHeader } from '#app/components/comments/room-header.tsx'
import { useLocale } from '#app/components/locale.tsx'
import { Notice } from '#app/components/notice.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page } from '#app/components/page.tsx'
import { SettleProposal } from '#app/components/proposals/settle-proposal.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { performInRoom } from '#app/http/discussion-acts.server.ts'
import { requireReference } from '#app/http/reference.server.ts'
import { refusal } from '#app/http/refusal.server.ts'
import { referenceInAddress } from '#app/measures/measure.ts'
import { refuse } from '#app/measures/refusals.ts'
import { findProposalToSettle, type ProposalToSettle } from '#app/queries/proposals.server.ts'

export { keepPage as shouldRevalidate } from '#app/components/keep-page.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, ({ t }) => `${data?.room.reference ?? ''} ${t('proposals.settle-title')}`)

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const id = z.uuid().safeParse(params.id)
  const found = id.success
    ? await findProposalToSettle(context.deps, actor, requireReference(params), id.data)
    : refuse('not-found')
  if (!found.ok) throw refusal(found)
  return json<ProposalToSettle>(found)
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  return performInRoom(
    context.deps,
    actor,
    { reference: requireReference(params), number: 1 },
    request,
  )
}

export default function Settle() {
  const page = useLoaderData<typeof loader>()
  const { t } = useLocale()
  const { room, comment, now } = page
  const path = `/files/${referenceInAddress(room.reference)}`
  const list = `${path}/proposals?version=${room.version.number}`
  return (
    <Page>
      <RoomHeader room={room} name={t('proposals.settle-title')} />
      <p>
        <Link to={list}>{t('proposals.back')}</Link>
      </p>
      {comment.takenUp && <Notice kind="info">{t('proposals.settle-done')}</Notice>}
      {!now && <Notice kind="info">{t('proposals.settle-gone')}</Notice>}
      <SettleProposal page={page} done={list} />
    </Page>
  )
}
