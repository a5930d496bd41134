import { randomUUID } from 'node:crypto'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { openJointComment } from '#app/commands/open-joint-comment.server.ts'
import { Button } from '#app/components/button.tsx'
import { Checkbox } from '#app/components/choices.tsx'
import { usePlaceNames } from '#app/components/comments/place-name.ts'
import { RoomTitle } from '#app/components/comments/room-header.tsx'
import { DelegationChoice } from '#app/components/delegation-choice.tsx'
import { Select } from '#app/components/field.tsx'
import { PortalForm } from '#app/components/form.tsx'
import { useLocale } from '#app/components/locale.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page } from '#app/components/page.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { requireNumber, requireReference } from '#app/http/reference.server.ts'
import { refusal, refusedForm } from '#app/http/refusal.server.ts'
import { commentTypes } from '#app/measures/comment.ts'
import { openJointInput } from '#app/measures/joint-inputs.ts'
import { referenceInAddress } from '#app/measures/measure.ts'
import { findJointOpening } from '#app/queries/joint-comment.server.ts'

export { keepPage as shouldRevalidate } from '#app/components/keep-page.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, ({ t }) => t('joint.open'))

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const reference = requireReference(params)
  const found = await findJointOpening(context.deps, actor, reference, requireNumber(params))
  if (!found.ok) throw refusal(found)
  return json({ ...found.opening, key: randomUUID() })
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const place = { reference: requireReference(params), number: requireNumber(params) }
  const form = await readForm(request, openJointInput, ['invited'])
  if (!form.ok) return form.response
  const opened = await openJointComment(context.deps, actor, place, form.input)
  if (!opened.ok) return refusedForm(opened, form.values)
  return redirect(`/files/${referenceInAddress(place.reference)}/joint/${opened.jointId}`)
}

/** One state opens a joint comment and says with whom it wants to write it. */
export default function OpenJointComment() {
  const { key, places, invitable, ...head } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useLocale()
  const { nameOf } = usePlaceNames(head.version.kind)
  return (
    <Page width="narrow">
      <RoomTitle room={head} name={t('joint.open')} intro={<p>{t('joint.open-intro')}</p>} />
      <PortalForm state={refused} hidden={{ key }}>
        <Select
          name="element"
          label={t('joint.place')}
          options={[
            { value: '', label: t('comments.place.whole') },
            ...places.map((place) => ({ value: place.id, label: nameOf(place) })),
          ]}
        />
        <Select
          name="commentType"
          label={t('comments.type')}
          emptyLabel={t('comments.choose-type')}
          options={commentTypes.map((value) => ({
            value,
            label: t(`terms.comment-type.${value}`),
          }))}
        />
        <Checkbox name="isQuestion" label={t('comments.is-question')} />
        <DelegationChoice
          name="invited"
          label={t('joint.invited')}
          hint={t('joint.invited-hint')}
          codes={invitable}
        />
        <div className="actions">
          <Button kind="final">{t('joint.open-confirm')}</Button>
        </div>
      </PortalForm>
    </Page>
  )
}
