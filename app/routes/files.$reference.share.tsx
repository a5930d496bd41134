import { randomUUID } from 'node:crypto'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useState } from 'react'
import { ConfirmDialog } from '#app/components/confirm-dialog.tsx'
import { DateField, TextArea } from '#app/components/field.tsx'
import { AttachmentsAlong, NoticeOfAlong } from '#app/components/file/attachments-along.tsx'
import { AudienceChoice } from '#app/components/file/audience-choice.tsx'
import { LinksAlong } from '#app/components/file/links-along.tsx'
import { ReleaseReaches } from '#app/components/file/reached.tsx'
import { ReadinessPanel } from '#app/components/file/readiness-panel.tsx'
import { checkBy } from '#app/components/form-check.ts'
import { PortalForm } from '#app/components/form.tsx'
import { useLocale } from '#app/components/locale.tsx'
import { Notice } from '#app/components/notice.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { StepLabel } from '#app/components/status-label.tsx'
import { share } from '#app/commands/share.server.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { requireReference } from '#app/http/reference.server.ts'
import { refusal, refusedForm } from '#app/http/refusal.server.ts'
import type { Audience } from '#app/measures/audience.ts'
import { shareInput } from '#app/measures/inputs.ts'
import { referenceInAddress } from '#app/measures/measure.ts'
import { refuse } from '#app/measures/refusals.ts'
import { refuseDayGone } from '#app/measures/refused-days.ts'
import { findDraftReadiness, findDraftRoom } from '#app/queries/draft-room.server.ts'
import { findFilePage } from '#app/queries/file-page.server.ts'

export { keepPage as shouldRevalidate } from '#app/components/keep-page.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, ({ t }) => t('share.title'))

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const page = await findFilePage(context.deps, actor, requireReference(params))
  if (!page.ok) throw refusal(page)
  if (!page.may.share) throw refusal(refuse('not-allowed'))
  const { reference, owner, title, revision, versions, attachments, parallelDrafts } = page.file
  const room = await findDraftRoom(context.deps, actor, reference)
  if (!room.ok) throw refusal(room)
  return json({
    draft: await findDraftReadiness(context.deps, room.facts, room.documentId),
    reference,
    owner,
    title,
    revision,
    along: attachments.filter(({ isShared }) => isShared),
    links: parallelDrafts.filter(({ linkedBy }) => linkedBy.includes(owner)),
    key: randomUUID(),
    today: page.today,
    number: Math.max(0, ...versions.map((version) => version.number)) + 1,
  })
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const reference = requireReference(params)
  const form = await readForm(request, shareInput, ['delegations'])
  if (!form.ok) return form.response
  const shared = await share(context.deps, actor, reference, form.input)
  if (!shared.ok) return refusedForm(shared, form.values)
  return redirect(`/files/${referenceInAddress(reference)}`)
}

export default function ShareForComments() {
  const { reference, owner, title, revision, along, links, key, number, draft, today } =
    useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useLocale()
  const [audience, setAudience] = useState<Audience | null>({ kind: 'all' })
  return (
    <Page width="narrow">
      <PageHeader
        title={t('share.title')}
        reference={reference}
        kind={title}
        crumbs={[
          { label: t('files.title'), to: '/files' },
          { label: reference, to: `/files/${referenceInAddress(reference)}` },
        ]}
        shortTitle={t('share.title')}
        labels={
          <StepLabel basis="voluntary" source={t('terms.source.recommendation')}>
            {t('share.title')}
          </StepLabel>
        }
        intro={<p>{t('share.intro', { number })}</p>}
      />
      {draft?.isEmpty && (
        <Notice kind="warning" title={t('share.draft-empty')}>
          <p>{t('share.draft-empty-words')}</p>
        </Notice>
      )}
      {draft && (
        <details className="more">
          <summary>{t('share.readiness')}</summary>
          <ReadinessPanel ready={draft.ready} />
        </details>
      )}
      <NoticeOfAlong attachments={along} reference={reference} />
      <PortalForm id="share" state={refused} hidden={{ key, revision }}>
        <AudienceChoice owner={owner} onChoice={setAudience} />
        <DateField
          name="commentsBy"
          label={t('share.comments-by')}
          hint={t('share.comments-by-hint')}
          isOptional
        />
        <TextArea
          name="coverNote"
          label={t('share.cover-note')}
          hint={t('share.cover-note-hint')}
          isOptional
          rows={4}
        />
        <div className="actions">
          <ConfirmDialog
            label={t('share.submit', { number })}
            title={t('share.dialog', { number })}
            consequences={
              <>
                <ReleaseReaches audience={audience} />
                <AttachmentsAlong attachments={along} />
                <LinksAlong links={links} />
                <p>{t('share.consequences')}</p>
              </>
            }
            form="share"
            check={checkBy(shareInput, ['delegations'], ({ commentsBy }) =>
              refuseDayGone(commentsBy, today, 'commentsBy'),
            )}
          />
        </div>
      </PortalForm>
    </Page>
  )
}
