import { randomUUID } from 'node:crypto'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { bringInAnswers } from '#app/commands/bring-in-answers.server.ts'
import { Button, ButtonLink } from '#app/components/button.tsx'
import { Select } from '#app/components/field.tsx'
import { PortalForm } from '#app/components/form.tsx'
import { useLocale } from '#app/components/locale.tsx'
import { Notice } from '#app/components/notice.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { Section } from '#app/components/section.tsx'
import { AnswerChoices } from '#app/components/word/answer-choices.tsx'
import { NotTakenList } from '#app/components/word/not-taken-list.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { answerWords } from '#app/http/answer-words.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { numberIn, requireId, requireNumber, requireReference } from '#app/http/reference.server.ts'
import { refusal, refusedForm } from '#app/http/refusal.server.ts'
import { bringInAnswersInput } from '#app/measures/brought-in.ts'
import { commentTypes } from '#app/measures/comment.ts'
import { referenceInAddress } from '#app/measures/measure.ts'
import { formatFor } from '#app/messages/format.ts'
import { findWordAnswers } from '#app/queries/word-answers.server.ts'

export { keepPage as shouldRevalidate } from '#app/components/keep-page.ts'

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, ({ t }) => t('answers.preview'))

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const found = await findWordAnswers(
    context.deps,
    actor,
    requireReference(params),
    requireNumber(params),
    requireId(params),
  )
  if (!found.ok) throw refusal(found)
  /** The version in whose room it was sent, where it turned out to be about another. */
  const sent = numberIn(new URL(request.url).searchParams, 'sent')
  return json({ ...found, sent, key: randomUUID() })
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const room = { reference: requireReference(params), number: requireNumber(params) }
  const form = await readForm(request, bringInAnswersInput, ['chosen'])
  if (!form.ok) return form.response
  const words = answerWords(formatFor('en'))
  const id = requireId(params)
  const done = await bringInAnswers(context.deps, actor, room, id, form.input, words)
  if (!done.ok) return refusedForm(done, form.values)
  return redirect(`/files/${referenceInAddress(room.reference)}/versions/${room.number}`)
}

export default function AnswersPreview() {
  const found = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useLocale()
  const { reference, number, kind, sent, answers, recognised, key } = found
  const path = `/files/${referenceInAddress(reference)}`
  const fresh = answers.filter(({ isBroughtIn }) => !isBroughtIn)
  const known = answers.length - fresh.length
  const room = `${path}/versions/${number}`
  return (
    <Page>
      <PageHeader
        title={t('answers.preview')}
        reference={reference}
        crumbs={[
          { label: t('files.title'), to: '/files' },
          { label: reference, to: path },
          { label: t('comments.version-link', { number }), to: room },
          { label: t('answers.title'), to: `${room}/answers` },
        ]}
        shortTitle={t('answers.preview')}
        intro={<p>{t('answers.of', { name: found.name, number })}</p>}
      />
      {sent !== null && sent !== number && (
        <Notice kind="info">{t('answers.other-version', { number, sent })}</Notice>
      )}
      {fresh.length === 0 ? (
        <Notice kind="info">
          {t(found.notTaken.length > 0 ? 'answers.nothing-to-bring' : 'answers.nothing')}
        </Notice>
      ) : (
        <PortalForm state={refused} className="form form--preview" hidden={{ key }}>
          <AnswerChoices answers={fresh} kind={kind} />
          <Select
            name="commentType"
            label={t('answers.type')}
            hint={t('answers.type-hint')}
            defaultValue="editorial"
            options={commentTypes.map((value) => ({
              value,
              label: t(`terms.comment-type.${value}`),
            }))}
          />
          <div className="actions">
            <Button kind="primary">{t('answers.confirm')}</Button>
            <ButtonLink to={`${room}/answers`}>{t('word.another')}</ButtonLink>
          </div>
        </PortalForm>
      )}
      <Section title={t('answers.left-out')}>
        <p>{t('answers.recognised', { count: recognised })}</p>
        {known > 0 && <p>{t('answers.brought-in', { count: known })}</p>}
        {found.notTaken.length > 0 && <NotTakenList notTaken={found.notTaken} />}
      </Section>
    </Page>
  )
}
