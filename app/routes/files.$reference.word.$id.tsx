import { randomUUID } from 'node:crypto'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { bringInWord } from '#app/commands/bring-in-word.server.ts'
import { Button, ButtonLink } from '#app/components/button.tsx'
import { RadioGroup } from '#app/components/choices.tsx'
import { PortalForm } from '#app/components/form.tsx'
import { useLocale } from '#app/components/locale.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { Section } from '#app/components/section.tsx'
import { FrozenText } from '#app/components/text/frozen-text.tsx'
import { NotTakenList } from '#app/components/word/not-taken-list.tsx'
import { StatedNote } from '#app/components/word/stated-note.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { requireId, requireReference } from '#app/http/reference.server.ts'
import { refusal, refusedForm } from '#app/http/refusal.server.ts'
import { bringInInput, type BringMode } from '#app/measures/brought-in.ts'
import { referenceInAddress } from '#app/measures/measure.ts'
import { findWordUpload } from '#app/queries/word-upload.server.ts'

export { keepPage as shouldRevalidate } from '#app/components/keep-page.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, ({ t }) => t('word.preview'))

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const found = await findWordUpload(
    context.deps,
    actor,
    requireReference(params),
    requireId(params),
  )
  if (!found.ok) throw refusal(found)
  return json({ ...found, key: randomUUID() })
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const reference = requireReference(params)
  const form = await readForm(request, bringInInput)
  if (!form.ok) return form.response
  const done = await bringInWord(context.deps, actor, reference, requireId(params), form.input)
  if (!done.ok) return refusedForm(done, form.values)
  return redirect(`/files/${referenceInAddress(reference)}/draft`)
}

export default function WordPreview() {
  const found = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useLocale()
  const { reference, content, sections, comments, proposals, modes, seq, key } = found
  const path = `/files/${referenceInAddress(reference)}`
  const isFilled = modes.includes('fill')
  const { newNotes } = found
  return (
    <Page>
      <PageHeader
        title={t('word.preview')}
        reference={reference}
        crumbs={[
          { label: t('files.title'), to: '/files' },
          { label: reference, to: path },
          { label: t('word.title'), to: `${path}/word` },
        ]}
        shortTitle={t('word.preview')}
        intro={<p>{t('word.of', { name: found.name })}</p>}
      />
      <PortalForm
        state={refused}
        className="form form--preview"
        hidden={{ key, seq, ...(isFilled && { mode: 'fill' }) }}
      >
        {isFilled ? (
          <p>{t('word.mode.fill')}</p>
        ) : (
          <RadioGroup
            name="mode"
            label={t('word.mode')}
            defaultValue={newNotes ? 'notes' : undefined}
            choices={modes.map((mode) => ({
              value: mode,
              isDisabled: mode === 'notes' && newNotes === 0,
              label: <ModeLabel mode={mode} replaced={found.replaced} />,
              ...(mode === 'replace' && { hint: t('word.mode.replace-hint') }),
              ...(mode === 'notes' && {
                hint: t('word.mode.notes-hint', { count: newNotes ?? 0 }),
              }),
            }))}
          />
        )}
        <div className="actions">
          <Button kind="primary">{t('word.confirm')}</Button>
          <ButtonLink to={`${path}/word`}>{t('word.another')}</ButtonLink>
        </div>
      </PortalForm>
      <Section title={t('word.not-taken')}>
        <NotTakenList notTaken={found.notTaken} />
      </Section>
      <Section title={t('word.comments', { count: comments.length })}>
        <ul className="remarks remarks--all">
          {comments.map(({ id, isAnswer, isResolved, ...comment }) => (
            <li key={id}>
              <StatedNote
                {...comment}
                labels={[
                  ...(isAnswer ? [t('word.answers')] : []),
                  ...(isResolved ? [t('word.resolved')] : []),
                ]}
              />
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('word.proposals', { count: proposals.length })}>
        <ul className="remarks remarks--all">
          {proposals.map(({ isMove, ...proposal }, place) => (
            // oxlint-disable-next-line react/no-array-index-key -- they never change places
            <li key={place}>
              <StatedNote {...proposal} labels={isMove ? [t('word.moved')] : []} />
            </li>
          ))}
        </ul>
      </Section>
      <Section title={t('word.text')}>
        {sections.length > 0 ? (
          <FrozenText content={content} sections={sections} headingLevel={3} />
        ) : (
          <p>{t('word.no-text')}</p>
        )}
      </Section>
    </Page>
  )
}

function ModeLabel({ mode, replaced }: { mode: BringMode; replaced: readonly string[] }) {
  const { t } = useLocale()
  if (mode !== 'replace') return t(`word.mode.${mode}`)
  const sections = replaced.map((key) => t(`text.section.${key as 'items'}`)).join(', ')
  return sections === '' ? t('word.mode.replace-none') : t('word.mode.replace', { sections })
}
