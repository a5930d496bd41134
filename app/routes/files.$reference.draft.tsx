import { randomUUID } from 'node:crypto'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ButtonLink } from '#app/components/button.tsx'
import { Downloads } from '#app/components/downloads.tsx'
import { DraftAside } from '#app/components/file/draft-aside.tsx'
import { FileTabs } from '#app/components/file/file-tabs.tsx'
import { LazyDraft } from '#app/components/live/lazy-draft.tsx'
import { useRecordChanges } from '#app/components/live/use-record-changes.ts'
import { useLocale } from '#app/components/locale.tsx'
import { Notice } from '#app/components/notice.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { StateChip } from '#app/components/state-chip.tsx'
import { WordNotes } from '#app/components/word/word-notes.tsx'
import { settleWordNote } from '#app/commands/settle-word-note.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { settleNoteInput } from '#app/measures/brought-in.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { requireReference } from '#app/http/reference.server.ts'
import { refusal, refusedForm } from '#app/http/refusal.server.ts'
import { referenceInAddress } from '#app/measures/measure.ts'
import { findDraftRoom } from '#app/queries/draft-room.server.ts'

export { keepPage as shouldRevalidate } from '#app/components/keep-page.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, ({ t }) => `${data?.reference ?? ''} ${t('draft.title')}`)

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const room = await findDraftRoom(context.deps, actor, requireReference(params))
  if (!room.ok) throw refusal(room)
  const wordNotes = room.wordNotes.map((note) => ({ ...note, key: randomUUID() }))
  return json({ ...room, wordNotes })
}

/** What becomes of a note that came with a Word document. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const reference = requireReference(params)
  const form = await readForm(request, settleNoteInput)
  if (!form.ok) return form.response
  const settled = await settleWordNote(context.deps, actor, reference, form.input)
  if (!settled.ok) return refusedForm(settled, form.values)
  return redirect(`/files/${referenceInAddress(reference)}/draft#word-notes`)
}

export default function Draft() {
  const room = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t, dateTime } = useLocale()
  const path = `/files/${referenceInAddress(room.reference)}`
  useRecordChanges(room.reference)
  return (
    <Page>
      <PageHeader
        title={room.title}
        reference={room.reference}
        kind={t('draft.title')}
        crumbs={[
          { label: t('files.title'), to: '/files' },
          { label: room.reference, to: path },
        ]}
        shortTitle={t('draft.title')}
        labels={<StateChip code={room.owner} isNamed />}
        actions={
          <>
            <ButtonLink to={`${path}/authors`} kind="quiet">
              {t('authors.link')}
            </ButtonLink>
            {room.mayWrite && <ButtonLink to={`${path}/word`}>{t('word.bring-in')}</ButtonLink>}
            {room.mayShare && (
              <ButtonLink to={`${path}/share`} kind="primary">
                {t('file.share')}
              </ButtonLink>
            )}
          </>
        }
      />
      <FileTabs reference={room.reference} rooms={room.rooms} />
      <Downloads links={[{ href: `${path}/draft.docx`, label: t('paper.word-draft') }]} />
      {room.beganAnewAt && (
        <Notice kind="info">
          {t('withhold.draft-began', { date: dateTime(room.beganAnewAt) })}
        </Notice>
      )}
      {!room.mayWrite && (
        <Notice>
          {t(
            room.stage === 'adopted' || room.stage === 'withdrawn'
              ? 'draft.closed'
              : 'draft.read-only',
          )}
        </Notice>
      )}
      <LazyDraft
        documentId={room.documentId}
        path={path}
        language={room.language}
        aside={(content) => (
          <>
            <WordNotes notes={room.wordNotes} mayWrite={room.mayWrite} refused={refused} />
            <DraftAside
              facts={room.facts}
              content={content}
              lastShared={room.lastShared}
              remarks={room.remarks}
              path={path}
            />
          </>
        )}
      />
    </Page>
  )
}
