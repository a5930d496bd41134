import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { endRequirement } from '#app/commands/end-requirement.server.ts'
import { EntryName } from '#app/components/article-10/entry-name.tsx'
import { Button } from '#app/components/button.tsx'
import { Facts } from '#app/components/facts.tsx'
import { DateField, TextArea } from '#app/components/field.tsx'
import { useAudienceWords } from '#app/components/file/audience-words.ts'
import { PortalForm } from '#app/components/form.tsx'
import { useLocale } from '#app/components/locale.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { BasisWords } from '#app/components/register/basis-words.tsx'
import { Section } from '#app/components/section.tsx'
import { DateText, DateTimeText } from '#app/components/when.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { formOf } from '#app/http/form.server.ts'
import { runForm } from '#app/http/record-acts.server.ts'
import { requireId } from '#app/http/reference.server.ts'
import { refusal } from '#app/http/refusal.server.ts'
import { endRequirementInput } from '#app/measures/record-inputs.ts'
import { findRequirementPage, type RequirementPage } from '#app/queries/article-10-desk.server.ts'

export { keepPage as shouldRevalidate } from '#app/components/keep-page.ts'

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, ({ t }) => t('article10.requirement'))

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const page = await findRequirementPage(context.deps, actor, requireId(params))
  if (!page.ok) throw refusal(page)
  return json(page)
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const refused = await runForm(await formOf(request), endRequirementInput, (input) =>
    endRequirement(context.deps, actor, requireId(params), input),
  )
  return refused ?? redirect('/article-10')
}

export default function Requirement() {
  const { requirement } = useLoaderData<typeof loader>()
  const state = useActionData<typeof action>()
  const { t } = useLocale()
  return (
    <Page width="narrow">
      <PageHeader
        title={t('article10.requirement')}
        crumbs={[{ label: t('article10.title'), to: '/article-10' }]}
      />
      <RequirementFacts requirement={requirement} />
      {requirement.mayEnd && (
        <Section title={t('article10.end')} intro={t('article10.end-intro')}>
          <PortalForm id="end" state={state ?? null}>
            <DateField name="endedOn" label={t('article10.ended-on')} />
            <TextArea name="reason" label={t('article10.end-reason')} rows={3} />
            <div className="actions">
              <Button kind="primary">{t('article10.end')}</Button>
            </div>
          </PortalForm>
        </Section>
      )}
    </Page>
  )
}

function RequirementFacts({ requirement }: Pick<RequirementPage, 'requirement'>) {
  const { t, stateName, list } = useLocale()
  const audienceWords = useAudienceWords()
  const { audience } = requirement
  return (
    <Facts
      facts={[
        { term: t('article10.relying'), value: stateName(requirement.relying) },
        { term: t('article10.entry'), value: <EntryName entry={requirement.entry} /> },
        { term: t('article10.basis'), value: <BasisWords basis={requirement.basis} /> },
        {
          term: t('article10.exporter-informed'),
          value: <DateText value={requirement.exporterInformedOn} />,
          source: t('article10.source.10-1'),
        },
        {
          term: t('article10.customs-informed'),
          value: requirement.customsInformedOn && (
            <DateText value={requirement.customsInformedOn} />
          ),
          source: t('article10.source.10-3'),
        },
        {
          term: t('article10.told'),
          value:
            audience.kind === 'owner'
              ? t('article10.nobody')
              : audience.kind === 'owner-commission'
                ? t('article10.informed.commission')
                : audienceWords(audience),
          source: t('article10.source.10-3'),
        },
        { term: t('article10.information-reason'), value: requirement.informationReason || null },
        ...(requirement.information
          ? [{ term: t('article10.information'), value: requirement.information }]
          : []),
        ...(requirement.warnings.length > 0
          ? [
              {
                term: t('article10.doubtful'),
                value: list(
                  requirement.warnings.map((warning) => t(`article10.warning.${warning}`)),
                ),
              },
            ]
          : []),
        {
          term: t('article10.recorded'),
          value: <DateTimeText value={requirement.recordedAt} />,
        },
        ...(requirement.endedOn
          ? [
              {
                term: t('article10.ended-on'),
                value: (
                  <>
                    <DateText value={requirement.endedOn} />
                    <span className="cell-note">{requirement.endReason}</span>
                  </>
                ),
              },
            ]
          : []),
      ]}
    />
  )
}
