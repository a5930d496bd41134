import { randomUUID } from 'node:crypto'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useState } from 'react'
import { z } from 'zod'
import { Button } from '#app/components/button.tsx'
import { ConfirmDialog } from '#app/components/confirm-dialog.tsx'
import { DateField } from '#app/components/field.tsx'
import { AttachmentsAlong, NoticeOfAlong } from '#app/components/file/attachments-along.tsx'
import { AudienceChoice } from '#app/components/file/audience-choice.tsx'
import { LinksAlong } from '#app/components/file/links-along.tsx'
import { ReleaseReaches } from '#app/components/file/reached.tsx'
import { NoticeFields } from '#app/components/file/notice-fields.tsx'
import { checkBy } from '#app/components/form-check.ts'
import { PortalForm } from '#app/components/form.tsx'
import { useLocale } from '#app/components/locale.tsx'
import { Notice } from '#app/components/notice.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { Section } from '#app/components/section.tsx'
import { StepLabel } from '#app/components/status-label.tsx'
import { giveNotice } from '#app/commands/give-notice.server.ts'
import { writeNotice } from '#app/commands/write-notice.server.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { checkForm, formOf } from '#app/http/form.server.ts'
import { refusal, refusedForm } from '#app/http/refusal.server.ts'
import { requireReference } from '#app/http/reference.server.ts'
import type { Audience } from '#app/measures/audience.ts'
import { giveNoticeInput, noticeInput, revision } from '#app/measures/inputs.ts'
import { referenceInAddress } from '#app/measures/measure.ts'
import { refuse } from '#app/measures/refusals.ts'
import { refuseDayGone } from '#app/measures/refused-days.ts'
import { findFilePage } from '#app/queries/file-page.server.ts'

export { keepPage as shouldRevalidate } from '#app/components/keep-page.ts'

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, ({ t }) => t('notices.edit.title'))

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const page = await findFilePage(context.deps, actor, requireReference(params))
  if (!page.ok) throw refusal(page)
  if (!page.may.changeDetails || page.file.stage !== 'considering')
    throw refusal(refuse('not-allowed'))
  const { reference, owner, title, notice, revision, attachments, parallelDrafts } = page.file
  return json({
    reference,
    owner,
    title,
    written: notice.written,
    revision,
    along: attachments.filter(({ isShared }) => isShared),
    links: parallelDrafts.filter(({ linkedBy }) => linkedBy.includes(owner)),
    mayGive: page.may.giveNotice,
    key: randomUUID(),
    today: page.today,
  })
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const reference = requireReference(params)
  const form = await formOf(request)
  const address = `/files/${referenceInAddress(reference)}`
  if (form.get('act') === 'give') {
    const read = checkForm(form, giveNoticeInput, ['delegations'])
    if (!read.ok) return read.response
    const given = await giveNotice(context.deps, actor, reference, read.input)
    return given.ok ? redirect(address) : refusedForm(given, read.values)
  }
  const read = checkForm(form, z.object({ revision, ...noticeInput.shape }))
  if (!read.ok) return read.response
  const written = await writeNotice(context.deps, actor, reference, read.input)
  return written.ok ? redirect(address) : refusedForm(written, read.values)
}

export default function EarlyNotice() {
  const { reference, owner, title, written, revision, along, links, mayGive, key, today } =
    useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useLocale()
  const [audience, setAudience] = useState<Audience | null>({ kind: 'all' })
  return (
    <Page width="narrow">
      <PageHeader
        title={title}
        reference={reference}
        kind={t('notices.edit.title')}
        crumbs={[
          { label: t('files.title'), to: '/files' },
          { label: reference, to: `/files/${referenceInAddress(reference)}` },
        ]}
        shortTitle={t('notices.edit.title')}
        labels={
          <StepLabel basis="voluntary" source={t('terms.source.article-23-and-recommendation')}>
            {t('file.date.notice')}
          </StepLabel>
        }
      />
      <PortalForm id="notice" state={refused} hidden={{ key, revision }}>
        <NoticeFields notice={written ?? undefined} />
        <div className="actions">
          <Button kind="primary" name="act" value="write">
            {t('notices.edit.submit')}
          </Button>
        </div>
        <Section title={t('notices.give.title')}>
          {mayGive ? (
            <div className="form-part">
              <NoticeOfAlong attachments={along} reference={reference} />
              <AudienceChoice owner={owner} onChoice={setAudience} />
              <DateField
                name="commentsBy"
                label={t('share.comments-by')}
                hint={t('share.comments-by-hint')}
                isOptional
              />
              <div className="actions">
                <ConfirmDialog
                  label={t('notices.give.submit')}
                  title={t('notices.give.dialog')}
                  consequences={
                    <>
                      <ReleaseReaches audience={audience} />
                      <AttachmentsAlong attachments={along} />
                      <LinksAlong links={links} />
                      <p>{t('notices.give.consequences')}</p>
                    </>
                  }
                  form="notice"
                  check={checkBy(giveNoticeInput, ['delegations'], ({ commentsBy }) =>
                    refuseDayGone(commentsBy, today, 'commentsBy'),
                  )}
                  name="act"
                  value="give"
                />
              </div>
            </div>
          ) : (
            <Notice>{t('notices.give.not-yours')}</Notice>
          )}
        </Section>
      </PortalForm>
    </Page>
  )
}
