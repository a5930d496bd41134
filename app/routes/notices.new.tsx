import { randomUUID } from 'node:crypto'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { DetailsFields } from '#app/components/file/details-fields.tsx'
import { KindFields } from '#app/components/file/kind-fields.tsx'
import { LanguageField } from '#app/components/file/language-field.tsx'
import { NoticeFields } from '#app/components/file/notice-fields.tsx'
import { PortalForm } from '#app/components/form.tsx'
import { useLocale } from '#app/components/locale.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { StepLabel } from '#app/components/status-label.tsx'
import { can } from '#app/access/policy.ts'
import { openNotice } from '#app/commands/open-notice.server.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { refusal, refusedForm } from '#app/http/refusal.server.ts'
import { delegationLanguages } from '#app/measures/delegations.ts'
import { openNoticeInput } from '#app/measures/inputs.ts'
import { referenceInAddress } from '#app/measures/measure.ts'
import { findChangeableMeasures } from '#app/queries/changeable-measures.server.ts'

export { keepPage as shouldRevalidate } from '#app/components/keep-page.ts'

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, ({ t }) => t('notices.new.title'))

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const permission = can(actor, 'open-file', null)
  if (!permission.ok) throw refusal(permission)
  return json({
    key: randomUUID(),
    changeable: await findChangeableMeasures(context.deps, actor),
    language: delegationLanguages(actor.delegation)[0] ?? 'en',
  })
}

export async function action({ context, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const form = await readForm(request, openNoticeInput, ['grounds'])
  if (!form.ok) return form.response
  const opened = await openNotice(context.deps, actor, form.input)
  if (!opened.ok) return refusedForm(opened, form.values)
  return redirect(`/files/${referenceInAddress(opened.reference)}`)
}

export default function NewNotice() {
  const { key, changeable, language } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useLocale()
  return (
    <Page width="narrow">
      <PageHeader
        title={t('notices.new.title')}
        crumbs={[{ label: t('files.title'), to: '/files' }]}
        intro={<p>{t('notices.new.intro')}</p>}
        labels={
          <StepLabel basis="voluntary" source={t('terms.source.article-23-and-recommendation')}>
            {t('file.date.notice')}
          </StepLabel>
        }
      />
      <PortalForm state={refused} hidden={{ key }}>
        <KindFields changeable={changeable} />
        <DetailsFields />
        <LanguageField
          name="originalLanguage"
          label={t('files.new.language')}
          defaultValue={language}
        />
        <NoticeFields />
        <div className="actions">
          <Button kind="primary">{t('notices.new.submit')}</Button>
        </div>
      </PortalForm>
    </Page>
  )
}
