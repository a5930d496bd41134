import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import {
  type Asked,
  CompareForm,
  CoverageDecision,
} from '#app/components/commission/coverage-forms.tsx'
import { CoverageLine } from '#app/components/coverage-line.tsx'
import { errorsOf, textValues } from '#app/components/form-check.ts'
import type { FormState } from '#app/components/form-state.ts'
import { useRecordChanges } from '#app/components/live/use-record-changes.ts'
import { useLocale } from '#app/components/locale.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { entryAddress } from '#app/open-data/addresses.ts'
import { Columns, Panel, Section } from '#app/components/section.tsx'
import { StateChip } from '#app/components/state-chip.tsx'
import { FrozenText } from '#app/components/text/frozen-text.tsx'
import { recordCoverage } from '#app/commands/record-coverage.server.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { formOf } from '#app/http/form.server.ts'
import { runForm } from '#app/http/record-acts.server.ts'
import { requireId } from '#app/http/reference.server.ts'
import { refusal } from '#app/http/refusal.server.ts'
import { referenceInAddress } from '#app/measures/measure.ts'
import { comparedCoverage, recordCoverageInput } from '#app/measures/record-inputs.ts'
import { type CoveragePage, findCoveragePage } from '#app/queries/coverage-page.server.ts'
import { entryDocument } from '#app/text/entry-document.ts'

export { keepPage as shouldRevalidate } from '#app/components/keep-page.ts'

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, ({ t }) => t('coverage.title'))

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const id = requireId(params)
  const given = new URL(request.url).searchParams
  const typed = new FormData()
  for (const [name, value] of given) typed.append(name, value)
  const read = given.has('annexICode')
    ? comparedCoverage.safeParse({ ...textValues(typed, []), entryId: id })
    : null
  const asked = read?.success ? read.data : null
  const page = await findCoveragePage(context.deps, actor, id, asked)
  if (!page.ok) throw refusal(page)
  const errors = read?.error ? errorsOf(read.error) : missingPoint(page, asked)
  return json({
    ...page,
    asked: errors ? null : asked,
    unread: errors ? { errors, values: textValues(typed, []) } : null,
  })
}

function missingPoint({ points }: CoveragePage, asked: Asked | null): FormState['errors'] | null {
  if (!asked || asked.point === null || points.includes(asked.point)) return null
  return { point: 'refusals.no-such-point' }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const id = requireId(params)
  const form = await formOf(request)
  form.set('entryId', id)
  const refused = await runForm(form, recordCoverageInput, (input) =>
    recordCoverage(context.deps, actor, input),
  )
  return refused ?? redirect(`/commission/coverage/${id}`)
}

/** The point is chosen in the form that compares, so what is wrong with it is said there. */
function aboutPoint(answered: FormState | null): FormState | null {
  return answered?.errors?.point ? answered : null
}

/** An entry beside Annex I: a comparison of the thresholds, and what somebody decides from it. */
export default function CoverageOfEntry() {
  const { asked, unread, ...page } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>() ?? null
  useRecordChanges(page.reference)
  const { t } = useLocale()
  const { entry, comparison, recorded } = page
  const name = entry.code || t('text.entry-without-code')
  return (
    <Page>
      <PageHeader
        title={t('coverage.of', { code: name })}
        kind={entry.heading}
        intro={<p>{t('coverage.intro')}</p>}
        crumbs={[
          { label: t('commission.title'), to: '/commission' },
          {
            label: page.reference,
            to: `/files/${referenceInAddress(page.reference)}/record`,
          },
        ]}
        shortTitle={name}
        labels={<StateChip code={entry.issuer} isNamed />}
      />
      <Columns shape="aside">
        <div>
          <Section title={t('coverage.compare')} intro={t('coverage.compare-intro')}>
            <CompareForm page={page} asked={asked} state={unread ?? aboutPoint(answered)} />
          </Section>
          {asked && comparison && (
            <Section title={t('coverage.decide')} id="decide">
              <CoverageDecision
                key={JSON.stringify(asked)}
                page={page}
                asked={asked}
                comparison={comparison}
                state={answered}
              />
            </Section>
          )}
          <Section title={t('coverage.recorded')}>
            {recorded.length === 0 ? (
              <p className="soft">{t('register.annex-i-none')}</p>
            ) : (
              <ul className="cell-list">
                {recorded.map((coverage) => (
                  <li key={`${coverage.point} ${coverage.annexICode} ${coverage.since}`}>
                    <CoverageLine coverage={coverage} />
                  </li>
                ))}
              </ul>
            )}
          </Section>
        </div>
        <div>
          <Panel title={t('article10.entry-text')} id="text">
            <FrozenText
              content={entryDocument(entry.content)}
              lang={entry.language}
              hasHeadings={false}
              headingLevel={2}
            />
          </Panel>
          {entry.isPublic && (
            <p>
              <Link to={entryAddress(entry.issuer, entry.key)}>{t('article10.in-register')}</Link>
            </p>
          )}
        </div>
      </Columns>
    </Page>
  )
}
