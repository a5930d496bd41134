import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { correctPublication } from '#app/commands/correct-publication.server.ts'
import { PublicationCorrections } from '#app/components/commission/publication-corrections.tsx'
import { Facts } from '#app/components/facts.tsx'
import { useLocale } from '#app/components/locale.tsx'
import { NoteChanges } from '#app/components/note/note-changes.tsx'
import { NoteText } from '#app/components/note/note-text.tsx'
import { Notice } from '#app/components/notice.tsx'
import { OjReference } from '#app/components/oj-reference.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { PaperDownloads } from '#app/components/paper-downloads.tsx'
import { PrintButton } from '#app/components/print-button.tsx'
import { Section } from '#app/components/section.tsx'
import { DateText } from '#app/components/when.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { formOf } from '#app/http/form.server.ts'
import { runForm } from '#app/http/record-acts.server.ts'
import { correctPublicationInput } from '#app/measures/record-inputs.ts'
import { findCorrectionsOf } from '#app/queries/publication-corrections.server.ts'
import { requireId } from '#app/http/reference.server.ts'
import { refusal } from '#app/http/refusal.server.ts'
import { citation } from '#app/measures/oj-reference.ts'
import { findNotePage, type NotePage } from '#app/queries/information-note.server.ts'

export { keepPage as shouldRevalidate } from '#app/components/keep-page.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, ({ t }) =>
    data
      ? t('note.of', { reference: citation(data.note.ojReference, data.note.publishedOn) })
      : t('note.recorded'),
  )

export async function loader({ context, params }: LoaderFunctionArgs) {
  const page = await findNotePage(context.deps, requireId(params))
  if (!page.ok) throw refusal(page)
  const corrections = await findCorrectionsOf(context.deps, context.actor, requireId(params))
  return json({ ...page, corrections, isSignedIn: context.actor !== null })
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const id = requireId(params)
  const refused = await runForm(await formOf(request), correctPublicationInput, (input) =>
    correctPublication(context.deps, actor, { of: 'information-note', id }, input),
  )
  return refused ?? redirect(`/information-notes/${id}`)
}

export default function InformationNote() {
  const { isSignedIn, corrections, ...page } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()
  const { t } = useLocale()
  const { note, previous } = page
  const reference = citation(note.ojReference, note.publishedOn)
  return (
    <Page>
      <PageHeader
        title={note.title}
        reference={reference}
        kind={t('note.recorded')}
        crumbs={[
          { label: t('register.title'), to: '/register' },
          { label: t('note.recorded'), to: '/register/information-notes' },
        ]}
        shortTitle={reference}
        actions={<PrintButton />}
      />
      <Notice title={t('register.not-authentic')}>
        <p>{t('register.not-authentic-words')}</p>
      </Notice>
      <NoteFacts page={page} />
      {isSignedIn && <PaperDownloads address={`/information-notes/${note.id}/text`} />}
      {previous && (
        <Section
          title={t('note.changes')}
          intro={t('note.changes-intro', {
            reference: citation(previous.ojReference, previous.publishedOn),
          })}
        >
          <NoteChanges changes={page.changes} />
        </Section>
      )}
      <Section title={t('note.as-recorded')} intro={t('note.as-recorded-words')}>
        <NoteText lines={page.lines} />
      </Section>
      <PublicationCorrections found={corrections} publication={page.note} state={state ?? null} />
    </Page>
  )
}

function NoteFacts({ page }: { page: NotePage }) {
  const { t } = useLocale()
  const { note, previous, next } = page
  const others = [
    { term: t('compilation.previous'), other: previous },
    { term: t('compilation.next'), other: next },
  ]
  return (
    <Facts
      facts={[
        {
          term: t('commission.published-on'),
          value: <DateText value={note.publishedOn} />,
          source: t('terms.source.article-9-4-1'),
        },
        {
          term: t('commission.oj-reference'),
          value: <OjReference number={note.ojReference} {...note} />,
        },
        ...(note.note ? [{ term: t('commission.note'), value: note.note }] : []),
        ...others.flatMap(({ term, other }) =>
          other
            ? [
                {
                  term,
                  value: (
                    <Link to={`/information-notes/${other.id}`}>
                      {citation(other.ojReference, other.publishedOn)}
                    </Link>
                  ),
                },
              ]
            : [],
        ),
      ]}
    />
  )
}
