import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { releaseJointComment } from '#app/commands/release-joint-comment.server.ts'
import { signJointComment } from '#app/commands/sign-joint-comment.server.ts'
import { Button, ButtonLink } from '#app/components/button.tsx'
import { ReachFields } from '#app/components/comments/reach.tsx'
import { ConfirmDialog } from '#app/components/confirm-dialog.tsx'
import type { FormState } from '#app/components/form-state.ts'
import { PortalForm } from '#app/components/form.tsx'
import { JointHeader } from '#app/components/joint/joint-header.tsx'
import { JointMembers } from '#app/components/joint/joint-members.tsx'
import { useRecordChanges } from '#app/components/live/use-record-changes.ts'
import { useLocale } from '#app/components/locale.tsx'
import { Notice } from '#app/components/notice.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page } from '#app/components/page.tsx'
import { Columns, Panel, Section } from '#app/components/section.tsx'
import { StateChips } from '#app/components/state-chip.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { checkForm, formOf } from '#app/http/form.server.ts'
import { requireJointPlace } from '#app/http/joint-place.server.ts'
import { refusal, refusedForm } from '#app/http/refusal.server.ts'
import { releaseJointInput, signJointInput } from '#app/measures/joint-inputs.ts'
import { referenceInAddress } from '#app/measures/measure.ts'
import { refuse } from '#app/measures/refusals.ts'
import { findJointRoom, type JointRoom } from '#app/queries/joint-comment.server.ts'

export { keepPage as shouldRevalidate } from '#app/components/keep-page.ts'

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, ({ t }) => t('joint.read-and-sign'))

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const { reference, id } = requireJointPlace(params)
  const found = await findJointRoom(context.deps, actor, reference, id)
  if (!found.ok) throw refusal(found)
  return json(found.room)
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const place = requireJointPlace(params)
  const { deps } = context
  const path = `/files/${referenceInAddress(place.reference)}`
  const sent = await formOf(request)
  switch (sent.get('act')) {
    case 'sign': {
      const form = checkForm(sent, signJointInput, ['delegations'])
      if (!form.ok) return form.response
      const done = await signJointComment(deps, actor, place, form.input)
      return done.ok ? redirect(`${path}/joint/${place.id}/sign`) : refusedForm(done, form.values)
    }
    case 'release': {
      const form = checkForm(sent, releaseJointInput)
      if (!form.ok) return form.response
      const done = await releaseJointComment(deps, actor, place, form.input)
      return done.ok ? redirect(`${path}/joint/${place.id}`) : refusedForm(done, form.values)
    }
    default:
      return refusedForm(refuse('invalid-input'), {})
  }
}

/** The text as it is committed, to be read before it is signed or released. */
export default function SignJointComment() {
  const room: JointRoom = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useLocale()
  useRecordChanges(room.reference)
  const { text, may, members, release } = room
  const isSigned = members.some(
    ({ delegation, signature }) => delegation === room.delegation && signature?.isOnThisText,
  )
  const isReleased = room.commentId !== null
  const act = refused?.values?.act
  const refusedRelease = act === 'release' ? refused : null
  return (
    <Page>
      <JointHeader room={room} name={t('joint.read-and-sign')} />
      <Columns>
        <div>
          <Section
            title={t(isReleased ? 'joint.text-released' : 'joint.text')}
            intro={isReleased ? undefined : t('joint.text-intro')}
          >
            <blockquote className="quote quote--whole comment__body">
              {text.body || t('joint.text-empty')}
            </blockquote>
            {text.isTooLong && <Notice kind="error">{t('refusals.text-too-long')}</Notice>}
            <p className="soft break">
              {t('joint.text-hash', { number: text.documentSeq, hash: text.sha256 })}
            </p>
          </Section>
          {may.sign && (
            <Section
              title={t(isSigned ? 'joint.sign-anew' : 'joint.sign')}
              intro={t('joint.sign-intro')}
            >
              <PortalForm
                id="sign"
                state={act === 'sign' ? refused : null}
                hidden={{ act: 'sign', read: text.sha256 }}
              >
                <ReachFields
                  facts={room}
                  label={t('comments.release-whom')}
                  suggested={room.suggested}
                />
                <div className="actions">
                  <Button kind="primary">{t(isSigned ? 'joint.sign-anew' : 'joint.sign')}</Button>
                </div>
              </PortalForm>
            </Section>
          )}
          {may.release && (
            <Section title={t('joint.release')} intro={t('joint.release-intro')}>
              {release ? (
                <ReleaseForm room={room} {...release} state={refusedRelease} />
              ) : (
                refusedRelease?.refusal && (
                  <Notice kind="error" title={t(refusedRelease.refusal)} isLive />
                )
              )}
            </Section>
          )}
        </div>
        <div>
          <Panel title={t('joint.members')}>
            <JointMembers room={room} />
          </Panel>
          <ButtonLink to={`/files/${referenceInAddress(room.reference)}/joint/${room.id}`}>
            {t(isReleased ? 'joint.back-released' : 'joint.back')}
          </ButtonLink>
        </div>
      </Columns>
    </Page>
  )
}

interface ReleaseFormProps extends NonNullable<JointRoom['release']> {
  room: JointRoom
  state: FormState | null | undefined
}

/** What all have signed, to whom they have signed it; the form carries that both were read. */
function ReleaseForm({ room, whom, read, state }: ReleaseFormProps) {
  const { t } = useLocale()
  const others = whom.filter((code) => code !== room.delegation)
  return (
    <PortalForm id="release" state={state} hidden={{ act: 'release', key: room.key, read }}>
      <p>{t('comments.reaches', { count: others.length })}</p>
      <StateChips codes={others} />
      <div className="actions">
        <ConfirmDialog
          label={t('joint.release-open')}
          title={t('comments.release-title')}
          consequences={<p>{t('joint.release-consequences')}</p>}
          confirm={t('comments.release-confirm')}
          form="release"
        />
      </div>
    </PortalForm>
  )
}
