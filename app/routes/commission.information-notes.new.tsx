import { randomUUID } from 'node:crypto'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { recordInformationNote } from '#app/commands/record-information-note.server.ts'
import { DeskTabs } from '#app/components/commission/desk-tabs.tsx'
import { OjFields } from '#app/components/commission/oj-fields.tsx'
import { ConfirmDialog } from '#app/components/confirm-dialog.tsx'
import { checkBy } from '#app/components/form-check.ts'
import { PortalForm } from '#app/components/form.tsx'
import { useLocale } from '#app/components/locale.tsx'
import { NoteMeasures } from '#app/components/note/note-measures.tsx'
import { NotesTable } from '#app/components/note/notes-table.tsx'
import { Notice } from '#app/components/notice.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { PaperDownloads } from '#app/components/paper-downloads.tsx'
import { PrintButton } from '#app/components/print-button.tsx'
import { Section } from '#app/components/section.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { formOf } from '#app/http/form.server.ts'
import { runForm } from '#app/http/record-acts.server.ts'
import { refusal } from '#app/http/refusal.server.ts'
import { citation } from '#app/measures/oj-reference.ts'
import { recordInformationNoteInput } from '#app/measures/record-inputs.ts'
import { refuseDayToCome } from '#app/measures/refused-days.ts'
import { prepareNote } from '#app/queries/information-note.server.ts'

export { keepPage as shouldRevalidate } from '#app/components/keep-page.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, ({ t }) => t('note.next'))

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const next = await prepareNote(context.deps, actor)
  if (!next.ok) throw refusal(next)
  return json({ ...next, key: randomUUID() })
}

export async function action({ context, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const form = await formOf(request)
  const refused = await runForm(
    form,
    recordInformationNoteInput,
    (input) => recordInformationNote(context.deps, actor, input),
    ['measureIds'],
  )
  return refused ?? redirect(`/information-notes/${String(form.get('key'))}`)
}

/** The next note on national measures, prepared from what was notified, and recorded once it has appeared. */
export default function NextNote() {
  const { last, recorded, rows, today, key } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()
  const { t } = useLocale()
  return (
    <Page>
      <PageHeader
        title={t('commission.title')}
        intro={<p>{t('note.next-intro')}</p>}
        actions={<PrintButton />}
      />
      <DeskTabs />
      <PaperDownloads address="/commission/information-notes/new/text" />
      <PortalForm id="note" state={state ?? null} hidden={{ key }} className="compile">
        <Section
          title={t('commission.difference')}
          intro={`${last ? t('note.compared', { reference: citation(last.ojReference, last.publishedOn) }) : t('note.first')} ${t('note.offered')}`}
        >
          <NoteMeasures rows={rows} hasLast={last !== null} />
        </Section>
        <Section title={t('commission.record-published')}>
          <Notice title={t('commission.nothing-published-here')}>
            <p>{t('commission.nothing-published-here-words')}</p>
          </Notice>
          <div className="form-part">
            <OjFields />
          </div>
          <div className="actions">
            <ConfirmDialog
              label={t('note.record')}
              title={t('note.dialog')}
              consequences={<p>{t('note.consequences')}</p>}
              form="note"
              check={checkBy(recordInformationNoteInput, ['measureIds'], ({ publishedOn }) =>
                refuseDayToCome(publishedOn, today, 'publishedOn'),
              )}
            />
          </div>
        </Section>
      </PortalForm>
      <Section title={t('note.recorded')}>
        <NotesTable notes={recorded} />
      </Section>
    </Page>
  )
}
