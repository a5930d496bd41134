import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useLocale } from '#app/components/locale.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { PrintButton } from '#app/components/print-button.tsx'
import { Absence } from '#app/components/register/absence.tsx'
import { AnnexI } from '#app/components/register/annex-i.tsx'
import { Article10Basis } from '#app/components/register/article-10-basis.tsx'
import { Authorities } from '#app/components/register/authorities.tsx'
import { Editions } from '#app/components/register/editions.tsx'
import { entryAddress } from '#app/open-data/addresses.ts'
import { EntryWords } from '#app/components/register/entry-words.tsx'
import { Namesakes } from '#app/components/register/namesakes.tsx'
import { NationalControl } from '#app/components/register/national-control.tsx'
import { Columns, Section } from '#app/components/section.tsx'
import { StateChip } from '#app/components/state-chip.tsx'
import { refusal } from '#app/http/refusal.server.ts'
import { codeKey } from '#app/measures/entry-identity.ts'
import { findRegisterEntry } from '#app/queries/register-entry.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, ({ t, stateName }) =>
    data
      ? t('register.entry-title', {
          code: data.code || t('text.entry-without-code'),
          state: stateName(data.issuer),
        })
      : t('register.title'),
  )

export async function loader({ context, params }: LoaderFunctionArgs) {
  const { issuer = '', code = '' } = params
  const entry = await findRegisterEntry(context.deps, context.actor, issuer, code)
  if (entry.ok) return json(entry)
  // A code as an act prints it, such as 6B901x, leads to the one address that its entry has.
  const key = codeKey(code)
  if (key !== null && key !== code) {
    const meant = await findRegisterEntry(context.deps, context.actor, issuer, key)
    if (meant.ok) throw redirect(entryAddress(issuer, key), 301)
  }
  throw refusal(entry)
}

export default function Entry() {
  const entry = useLoaderData<typeof loader>()
  const { t, stateName } = useLocale()
  const shown =
    entry.editions.find(({ state }) => state === 'in-force') ??
    entry.editions.find(({ state }) => state === 'to-come') ??
    entry.editions[0]
  if (!shown) return null
  const name = entry.code || t('text.entry-without-code')
  return (
    <Page>
      <PageHeader
        title={entry.heading ? `${name}: ${entry.heading}` : name}
        shortTitle={name}
        crumbs={[
          { label: t('register.title'), to: '/register' },
          { label: stateName(entry.issuer), to: `/register?issuer=${entry.issuer}` },
        ]}
        labels={<StateChip code={entry.issuer} isNamed />}
        actions={
          <>
            <a
              className="button button--secondary"
              href={`${entryAddress(entry.issuer, entry.key)}/entry.json`}
            >
              {t('register.json')}
            </a>
            <PrintButton />
          </>
        }
      />
      <Columns shape="even">
        <div>
          <NationalControl edition={shown} />
        </div>
        <div>
          <Article10Basis entry={entry} edition={shown} />
        </div>
      </Columns>
      <Absence />
      <Columns shape="aside">
        <div>
          <Section title={t('register.text')}>
            <EntryWords issuer={entry.issuer} edition={shown} />
          </Section>
          <Editions entry={entry} />
        </div>
        <div>
          <AnnexI edition={shown} />
          <Authorities entry={entry} />
          <Namesakes entry={entry} />
        </div>
      </Columns>
    </Page>
  )
}
