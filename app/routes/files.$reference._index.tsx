import { randomUUID } from 'node:crypto'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { FileActions } from '#app/components/file/file-actions.tsx'
import { FileAnswers } from '#app/components/file/file-answers.tsx'
import { FileAttachments } from '#app/components/file/file-attachments.tsx'
import { FileDates } from '#app/components/file/file-dates.tsx'
import { FileFacts } from '#app/components/file/file-facts.tsx'
import { FileNotice } from '#app/components/file/file-notice.tsx'
import { FileParallel } from '#app/components/file/file-parallel.tsx'
import { FileSteps } from '#app/components/file/file-steps.tsx'
import { FileTabs } from '#app/components/file/file-tabs.tsx'
import { FileWithdrawal } from '#app/components/file/file-withdrawal.tsx'
import { HistoryLines } from '#app/components/file/history-lines.tsx'
import { VersionsTable } from '#app/components/file/versions-table.tsx'
import { useRecordChanges } from '#app/components/live/use-record-changes.ts'
import { useLocale } from '#app/components/locale.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { ButtonLink } from '#app/components/button.tsx'
import { Columns, Section } from '#app/components/section.tsx'
import { StateChip } from '#app/components/state-chip.tsx'
import { StatusLabel } from '#app/components/status-label.tsx'
import { noteLook } from '#app/commands/note-look.server.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { actOnFile } from '#app/http/file-acts.server.ts'
import { formOf } from '#app/http/form.server.ts'
import { requireReference } from '#app/http/reference.server.ts'
import { refusal } from '#app/http/refusal.server.ts'
import { referenceInAddress } from '#app/measures/measure.ts'
import { findFilePage } from '#app/queries/file-page.server.ts'

export { keepPage as shouldRevalidate } from '#app/components/keep-page.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, ({ t }) => data?.file.reference ?? t('files.title'))

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const page = await findFilePage(context.deps, actor, requireReference(params))
  if (!page.ok) throw refusal(page)
  await noteLook(context.deps, actor, page.file.id)
  return json({ ...page, stepKey: randomUUID() })
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const reference = requireReference(params)
  const refused = await actOnFile(context.deps, actor, reference, await formOf(request))
  return refused ?? redirect(`/files/${referenceInAddress(reference)}`)
}

export default function File() {
  const page = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const { t } = useLocale()
  const { file, may } = page
  useRecordChanges(file.reference)
  const stateOf = (act: string) => (answered?.values?.act === act ? answered : null)
  return (
    <Page>
      <PageHeader
        title={file.title}
        reference={file.reference}
        kind={t(`terms.kind.${file.kind}`)}
        crumbs={[{ label: t('files.title'), to: '/files' }]}
        labels={
          <>
            <StateChip code={file.owner} isNamed />
            <StatusLabel tone={file.stage === 'withdrawn' ? 'ended' : 'neutral'}>
              {t(`terms.stage.${file.stage}`)}
            </StatusLabel>
            {file.marking !== 'none' && (
              <StatusLabel tone="attention">{t(`terms.marking.${file.marking}`)}</StatusLabel>
            )}
          </>
        }
        actions={<FileActions page={page} />}
      />
      <FileTabs reference={file.reference} rooms={page.rooms} />
      <FileDates file={file} />
      <Columns shape="aside">
        <div>
          <FileNotice page={page} />
          <Section title={t('file.versions')} id="versions">
            <VersionsTable page={page} state={stateOf('recall')} />
          </Section>
          <Section
            title={t('file.history')}
            id="history"
            actions={
              <ButtonLink to={`/files/${referenceInAddress(file.reference)}/as-of`}>
                {t('as-of.link')}
              </ButtonLink>
            }
          >
            <HistoryLines lines={file.history} />
          </Section>
          {may.withhold && (
            <div className="actions">
              <ButtonLink to={`/files/${referenceInAddress(file.reference)}/withhold`} kind="quiet">
                {t('withhold.link')}
              </ButtonLink>
            </div>
          )}
          {may.withdraw && (
            <FileWithdrawal
              file={file}
              reaches={page.withdrawalReaches}
              state={stateOf('withdraw')}
            />
          )}
        </div>
        <div>
          <FileFacts page={page} />
          <FileAnswers answers={file.answers} />
          <FileAttachments page={page} />
          <FileParallel page={page} state={stateOf('link')} />
          {(may.attach || file.steps.length > 0) && (
            <FileSteps page={page} stepKey={page.stepKey} state={stateOf('step')} />
          )}
        </div>
      </Columns>
    </Page>
  )
}
