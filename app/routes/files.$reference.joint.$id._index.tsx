import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { inviteToJointComment } from '#app/commands/invite-to-joint-comment.server.ts'
import { joinJointComment } from '#app/commands/join-joint-comment.server.ts'
import { leaveJointComment } from '#app/commands/leave-joint-comment.server.ts'
import { unsignJointComment } from '#app/commands/unsign-joint-comment.server.ts'
import { JointAside } from '#app/components/joint/joint-aside.tsx'
import { JointHeader } from '#app/components/joint/joint-header.tsx'
import { LazyDraft } from '#app/components/live/lazy-draft.tsx'
import { useRecordChanges } from '#app/components/live/use-record-changes.ts'
import { useLocale } from '#app/components/locale.tsx'
import { Notice } from '#app/components/notice.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page } from '#app/components/page.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { checkForm, formOf } from '#app/http/form.server.ts'
import { requireJointPlace } from '#app/http/joint-place.server.ts'
import { refusal, refusedForm } from '#app/http/refusal.server.ts'
import { inviteToJointInput } from '#app/measures/joint-inputs.ts'
import { referenceInAddress } from '#app/measures/measure.ts'
import { refuse } from '#app/measures/refusals.ts'
import { findJointRoom, type JointRoom } from '#app/queries/joint-comment.server.ts'

export { keepPage as shouldRevalidate } from '#app/components/keep-page.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, ({ t }) => `${data?.reference ?? ''} ${t('comments.joint')}`)

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const { reference, id } = requireJointPlace(params)
  const found = await findJointRoom(context.deps, actor, reference, id)
  if (!found.ok) throw refusal(found)
  return json(found.room)
}

/** The forms of this page tell themselves apart by `act`. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const place = requireJointPlace(params)
  const { deps } = context
  const file = `/files/${referenceInAddress(place.reference)}`
  const sent = await formOf(request)
  const act = String(sent.get('act'))
  switch (act) {
    case 'join': {
      const done = await joinJointComment(deps, actor, place)
      return done.ok ? redirect(`${file}/joint/${place.id}`) : refusedForm(done, { act })
    }
    case 'leave': {
      const done = await leaveJointComment(deps, actor, place)
      return done.ok ? redirect(file) : refusedForm(done, { act })
    }
    case 'unsign': {
      const done = await unsignJointComment(deps, actor, place)
      return done.ok ? redirect(`${file}/joint/${place.id}`) : refusedForm(done, { act })
    }
    case 'invite': {
      const form = checkForm(sent, inviteToJointInput, ['invited'])
      if (!form.ok) return form.response
      const done = await inviteToJointComment(deps, actor, place, form.input)
      return done.ok ? redirect(`${file}/joint/${place.id}`) : refusedForm(done, form.values)
    }
    default:
      return refusedForm(refuse('invalid-input'), {})
  }
}

export default function JointComment() {
  const room: JointRoom = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useLocale()
  useRecordChanges(room.reference)
  const isInviting = refused?.values?.act === 'invite'
  return (
    <Page>
      <JointHeader room={room} />
      {refused?.refusal && !isInviting && <Notice kind="error" title={t(refused.refusal)} isLive />}
      <div className="joint">
        <LazyDraft
          documentId={room.documentId}
          path={null}
          language="en"
          aside={(content) => (
            <JointAside room={room} content={content} state={isInviting ? refused : null} />
          )}
        />
      </div>
    </Page>
  )
}
