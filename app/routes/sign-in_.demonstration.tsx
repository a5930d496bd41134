import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { useState } from 'react'
import { z } from 'zod'
import { signInToDemonstration } from '#app/commands/sign-in.server.ts'
import { Button } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { useLocale } from '#app/components/locale.tsx'
import { Notice } from '#app/components/notice.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { StateChip } from '#app/components/state-chip.tsx'
import { checkForm, formOf } from '#app/http/form.server.ts'
import { refusal, refusedForm } from '#app/http/refusal.server.ts'
import { returnAddress } from '#app/http/return-address.ts'
import { browserOf, enter } from '#app/http/sign-in.server.ts'
import { refuse } from '#app/measures/refusals.ts'
import { type DemoDelegation, demoPeopleByDelegation } from '#app/queries/demo-people.server.ts'

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, ({ t }) => t('sign-in.demo.title'))

export async function loader({ request, context }: LoaderFunctionArgs) {
  if (context.mode !== 'demo') throw refusal(refuse('not-found'))
  const { searchParams } = new URL(request.url)
  return json({
    returnTo: returnAddress(searchParams.get('return')),
    sought: searchParams.get('q') ?? '',
    delegations: await demoPeopleByDelegation(context.deps),
  })
}

const input = z.object({ person: z.string().max(80), return: z.string().default('') })

export async function action({ request, context }: ActionFunctionArgs) {
  if (context.mode !== 'demo') throw refusal(refuse('not-found'))
  const form = checkForm(await formOf(request), input)
  if (!form.ok) return form.response
  const { person, return: asked } = form.input
  if (!(await context.attempts.mayTry('sign-in', context.address, person)))
    return refusedForm(refuse('too-many-attempts'), {})
  const signedIn = await signInToDemonstration(context.deps, person, browserOf(context, request))
  if (!signedIn.ok) return refusedForm(signedIn, {})
  return enter(context, signedIn.token, returnAddress(asked))
}

export default function SignInToDemonstration() {
  const { t, stateName } = useLocale()
  const { returnTo, sought, delegations } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const [words, setWords] = useState(sought)
  const found = findPeople(delegations, words, stateName)
  const count = found.reduce((sum, { people }) => sum + people.length, 0)
  return (
    <Page>
      <PageHeader title={t('sign-in.demo.title')} intro={<p>{t('sign-in.demo.intro')}</p>} />
      {refused?.refusal && <Notice kind="error" title={t(refused.refusal)} isLive />}
      <search>
        <Form className="search-bar">
          <label className="field__label" htmlFor="demo-person">
            {t('sign-in.demo.find')}
          </label>
          <input type="hidden" name="return" value={returnTo} />
          <div className="search-bar__row">
            <input
              type="search"
              id="demo-person"
              name="q"
              className="input"
              autoComplete="off"
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          </div>
          <output className="small soft">{t('sign-in.demo.found', { count })}</output>
        </Form>
      </search>
      {/* A new document: nothing of the person who was here before stays in memory. */}
      <Form method="post" reloadDocument>
        <input type="hidden" name="return" value={returnTo} />
        <PeopleList delegations={found} />
      </Form>
    </Page>
  )
}

function PeopleList({ delegations }: { delegations: readonly DemoDelegation[] }) {
  const { t } = useLocale()
  if (delegations.length === 0)
    return <EmptyState title={t('sign-in.demo.none')}>{t('sign-in.demo.none-words')}</EmptyState>
  return (
    <ul className="plain-list delegations">
      {delegations.map(({ delegation, people }) => (
        <li key={delegation} className="delegations__one">
          <h2>
            <StateChip code={delegation} isNamed />
          </h2>
          <ul className="plain-list delegations__people">
            {people.map(({ subject, name, title }) => (
              <li key={subject}>
                <Button
                  kind="quiet"
                  name="person"
                  value={subject}
                  aria-label={t('sign-in.demo.as', { name })}
                >
                  {title}
                </Button>
              </li>
            ))}
          </ul>
        </li>
      ))}
    </ul>
  )
}

/** Every word has to be found in the delegation's code or name or in the person's name. */
function findPeople(
  delegations: readonly DemoDelegation[],
  sought: string,
  stateName: (code: DemoDelegation['delegation']) => string,
): DemoDelegation[] {
  const words = sought.toLocaleLowerCase('en').split(/\s+/).filter(Boolean)
  return delegations
    .map(({ delegation, people }) => ({
      delegation,
      people: people.filter(({ name }) => {
        const text = `${delegation} ${stateName(delegation)} ${name}`.toLocaleLowerCase('en')
        return words.every((word) => text.includes(word))
      }),
    }))
    .filter(({ people }) => people.length > 0)
}
