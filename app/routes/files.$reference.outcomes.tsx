import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { OutcomeCard } from '#app/components/comments/outcome-card.tsx'
import { RoomHeader } from '#app/components/comments/room-header.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { Select } from '#app/components/field.tsx'
import { useLocale } from '#app/components/locale.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page } from '#app/components/page.tsx'
import { Section } from '#app/components/section.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { requireReference } from '#app/http/reference.server.ts'
import { refusal } from '#app/http/refusal.server.ts'
import { type DelegationCode, delegationCodes } from '#app/measures/delegation-codes.ts'
import { refuse } from '#app/measures/refusals.ts'
import { findOutcomes, type Outcomes } from '#app/queries/outcomes.server.ts'

export { keepPage as shouldRevalidate } from '#app/components/keep-page.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, ({ t }) =>
    data ? `${data.reference}: ${t('outcomes.title')}` : t('errors.title'),
  )

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const asked = delegationIn(new URL(request.url).searchParams)
  const found = await findOutcomes(context.deps, actor, requireReference(params), asked)
  if (!found.ok) throw refusal(found)
  return json(found.page)
}

function delegationIn(parameters: URLSearchParams): DelegationCode | 'all' | null {
  const text = parameters.get('state')
  if (!text) return null
  if (text === 'all') return text
  const known = delegationCodes.find((code) => code === text)
  if (!known) throw refusal(refuse('not-found'))
  return known
}

/** What became of the comments of a delegation. */
export default function OutcomesPage() {
  const page: Outcomes = useLoaderData<typeof loader>()
  const { t, stateName } = useLocale()
  const { chosen, outcomes } = page
  return (
    <Page>
      <RoomHeader room={page} name={t('outcomes.title')} />
      <Choose page={page} />
      <Section
        title={chosen ? t('outcomes.of', { state: stateName(chosen) }) : t('outcomes.of-all')}
        intro={t('outcomes.intro', { count: outcomes.length })}
      >
        {outcomes.length === 0 ? (
          <EmptyState title={t('outcomes.none')}>{t('outcomes.none-yet')}</EmptyState>
        ) : (
          <ol className="outcomes">
            {outcomes.map((outcome) => (
              <OutcomeCard key={outcome.comment.id} page={page} outcome={outcome} />
            ))}
          </ol>
        )}
      </Section>
    </Page>
  )
}

function Choose({ page: { delegations, chosen } }: { page: Outcomes }) {
  const { t, stateName } = useLocale()
  const options = delegations.map((value) => ({ value, label: stateName(value) }))
  return (
    <Form method="get" className="choose">
      <Select
        name="state"
        label={t('outcomes.whose')}
        defaultValue={chosen ?? 'all'}
        options={[{ value: 'all', label: t('outcomes.whose-all') }, ...options]}
      />
      <Button>{t('outcomes.show')}</Button>
    </Form>
  )
}
