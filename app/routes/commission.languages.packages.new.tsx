import { randomUUID } from 'node:crypto'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { handOverLanguages } from '#app/commands/hand-over-languages.server.ts'
import { DeskTabs } from '#app/components/commission/desk-tabs.tsx'
import { ConfirmDialog } from '#app/components/confirm-dialog.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { DateField, TextArea, TextField } from '#app/components/field.tsx'
import { checkBy } from '#app/components/form-check.ts'
import { PortalForm } from '#app/components/form.tsx'
import { PackageLanguages } from '#app/components/languages/package-languages.tsx'
import { Completeness } from '#app/components/languages/packages-table.tsx'
import { useLocale } from '#app/components/locale.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { Section } from '#app/components/section.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { formOf } from '#app/http/form.server.ts'
import { runForm } from '#app/http/record-acts.server.ts'
import { refusal } from '#app/http/refusal.server.ts'
import { handOverInput } from '#app/measures/language-inputs.ts'
import { refuse } from '#app/measures/refusals.ts'
import { refuseDayToCome } from '#app/measures/refused-days.ts'
import { findNextPackage, type NextPackage } from '#app/queries/language-package.server.ts'

export { keepPage as shouldRevalidate } from '#app/components/keep-page.ts'

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, ({ t }) => t('languages.hand-over'))

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const next = await findNextPackage(context.deps, actor)
  if (!next.ok) throw refusal(next)
  return json({ ...next, key: randomUUID() })
}

export async function action({ context, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const form = await formOf(request)
  const refused = await runForm(form, handOverInput, (input) =>
    handOverLanguages(context.deps, actor, input),
  )
  return refused ?? redirect(`/commission/languages/packages/${String(form.get('key'))}`)
}

export default function HandOver() {
  const next = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>() ?? null
  const { t } = useLocale()
  return (
    <Page>
      <PageHeader
        title={t('languages.hand-over')}
        crumbs={[
          { label: t('commission.title'), to: '/commission' },
          { label: t('commission.languages'), to: '/commission/languages' },
        ]}
        intro={<p>{t('languages.hand-over-intro')}</p>}
      />
      <DeskTabs />
      {next.entries === 0 ? (
        <EmptyState title={t('languages.nothing')}>
          <p>{t('languages.nothing-words')}</p>
        </EmptyState>
      ) : (
        <>
          <Section
            title={t('languages.entries', { count: next.entries })}
            intro={next.gaps.length > 0 ? t('languages.gaps-intro') : t('languages.no-gaps')}
          >
            <p>
              <Completeness complete={next.complete.length} languages={next.counts.length} />
            </p>
            <PackageLanguages counts={next.counts} />
          </Section>
          <Section title={t('languages.hand-over')}>
            <PortalForm
              id="package"
              state={state}
              hidden={{ key: next.key, manifest: next.sha256 }}
            >
              <PackageFields next={next} />
            </PortalForm>
          </Section>
        </>
      )}
    </Page>
  )
}

function PackageFields({ next }: { next: NextPackage }) {
  const { t } = useLocale()
  const hasGaps = next.gaps.length > 0
  const check = checkBy(handOverInput, [], ({ handedOn, reason }) =>
    hasGaps && reason === ''
      ? refuse('gaps-left', 'reason')
      : refuseDayToCome(handedOn, next.today, 'handedOn'),
  )
  return (
    <>
      <TextField
        name="recipient"
        label={t('languages.recipient')}
        defaultValue={t('languages.recipient-default')}
      />
      <DateField name="handedOn" label={t('languages.handed-on')} defaultValue={next.today} />
      <TextField
        name="reference"
        label={t('languages.reference')}
        hint={t('languages.reference-hint')}
        isOptional
      />
      <TextArea name="reason" label={t('languages.gaps-reason')} rows={3} isOptional={!hasGaps} />
      <div className="actions">
        <ConfirmDialog
          label={t('languages.hand-over')}
          title={t('languages.hand-over-title')}
          consequences={<p>{t('languages.hand-over-consequences')}</p>}
          form="package"
          check={check}
        />
      </div>
    </>
  )
}
