import { randomUUID } from 'node:crypto'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { ConfirmDialog } from '#app/components/confirm-dialog.tsx'
import { PortalForm } from '#app/components/form.tsx'
import { useLocale } from '#app/components/locale.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { Section } from '#app/components/section.tsx'
import { WithholdChoices } from '#app/components/withhold/withhold-choices.tsx'
import { WithholdingList } from '#app/components/withhold/withholding-list.tsx'
import { withhold } from '#app/commands/withhold.server.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { requireReference } from '#app/http/reference.server.ts'
import { refusal, refusedForm } from '#app/http/refusal.server.ts'
import { referenceInAddress } from '#app/measures/measure.ts'
import { withholdInput, withholdLists } from '#app/measures/withholding-inputs.ts'
import { findWithholding } from '#app/queries/withholding.server.ts'

export { keepPage as shouldRevalidate } from '#app/components/keep-page.ts'

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, ({ t }) => t('withhold.title'))

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const found = await findWithholding(context.deps, actor, requireReference(params))
  if (!found.ok) throw refusal(found)
  return json({ ...found, key: randomUUID() })
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const reference = requireReference(params)
  const form = await readForm(request, withholdInput, withholdLists)
  if (!form.ok) return form.response
  const done = await withhold(context.deps, actor, reference, form.input)
  if (!done.ok) return refusedForm(done, form.values)
  return redirect(`/files/${referenceInAddress(reference)}/withhold`)
}

export default function Withhold() {
  const page = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useLocale()
  const { reference, title, withholdings, key } = page
  const path = `/files/${referenceInAddress(reference)}`
  return (
    <Page width="narrow">
      <PageHeader
        title={t('withhold.title')}
        reference={reference}
        crumbs={[
          { label: t('files.title'), to: '/files' },
          { label: reference, to: path },
        ]}
        shortTitle={t('withhold.title')}
        intro={
          <>
            <p>{title}</p>
            <p>{t('withhold.intro')}</p>
            <p>{t('withhold.not-intro')}</p>
          </>
        }
      />
      <Section title={t('withhold.is')}>
        <WithholdingList path={`${path}/withhold`} withholdings={withholdings} />
      </Section>
      <Section title={t('withhold.do')}>
        <PortalForm id="withhold" state={refused} hidden={{ key }}>
          <WithholdChoices page={page} />
          <div className="actions">
            <ConfirmDialog
              label={t('withhold.do')}
              title={t('withhold.confirm-title')}
              consequences={
                <>
                  <p>{t('withhold.consequences')}</p>
                  <p>{t('withhold.can-be-restored')}</p>
                </>
              }
              form="withhold"
            />
          </div>
        </PortalForm>
      </Section>
    </Page>
  )
}
