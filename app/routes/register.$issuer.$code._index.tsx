import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { Form, useLoaderData } from '@remix-run/react'
import { Button } from '#app/components/button.tsx'
import { useLocale } from '#app/components/locale.tsx'
import { Notice } from '#app/components/notice.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { PrintButton } from '#app/components/print-button.tsx'
import { Authorities } from '#app/components/register/authorities.tsx'
import { DayField } from '#app/components/register/day-field.tsx'
import { EditionParts } from '#app/components/register/edition-parts.tsx'
import { Editions } from '#app/components/register/editions.tsx'
import { feedLink } from '#app/components/register/feed-link.ts'
import { asOf, entryAddress, feedAddress } from '#app/open-data/addresses.ts'
import { Namesakes } from '#app/components/register/namesakes.tsx'
import { StateChip } from '#app/components/state-chip.tsx'
import { refusal } from '#app/http/refusal.server.ts'
import { isDayUnreadable, readRegisterAddress } from '#app/http/register-address.ts'
import { codeKey } from '#app/measures/entry-identity.ts'
import { standingOf } from '#app/measures/register.ts'
import { findRegisterEntry } from '#app/queries/register-entry.server.ts'
import { findRegisterLanguages } from '#app/queries/register-languages.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) => [
  ...pageTitle(matches, ({ t, stateName }) =>
    data
      ? t('register.entry-title', {
          code: data.code || t('text.entry-without-code'),
          state: stateName(data.issuer),
        })
      : t('register.title'),
  ),
  ...(data ? [feedLink(feedAddress(entryAddress(data.issuer, data.key)))] : []),
]

export async function loader({ context, params, request }: LoaderFunctionArgs) {
  const { issuer = '', code = '' } = params
  const address = new URL(request.url).searchParams
  const { on } = readRegisterAddress(address)
  const entry = await findRegisterEntry(context.deps, context.actor, issuer, code, on)
  if (entry.ok) {
    const shown = standingOf(entry.editions)?.nationalControl
    const published = shown
      ? await findRegisterLanguages(context.deps, shown.id, address.get('language'))
      : { languages: [], text: null }
    return json({ ...entry, asked: { on, isUnread: isDayUnreadable(address) }, published })
  }
  // A code as an act prints it, such as 6B901x, leads to the one address that its entry has.
  const key = codeKey(code)
  if (key !== null && key !== code) {
    const meant = await findRegisterEntry(context.deps, context.actor, issuer, key)
    if (meant.ok) throw redirect(entryAddress(issuer, key) + asOf(on), 301)
  }
  throw refusal(entry)
}

export default function Entry() {
  const { asked, published, ...entry } = useLoaderData<typeof loader>()
  const { t, stateName, date } = useLocale()
  const standing = standingOf(entry.editions)
  if (!standing) return null
  const { nationalControl: shown, article10 } = standing
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
              href={`${entryAddress(entry.issuer, entry.key)}/entry.json${asOf(asked.on)}`}
            >
              {t('register.json')}
            </a>
            <a
              className="button button--secondary"
              href={feedAddress(entryAddress(entry.issuer, entry.key))}
            >
              {t('open-data.subscribe')}
            </a>
            <PrintButton />
          </>
        }
      />
      <Form method="get" className="as-of screen-only">
        <DayField on={asked.on} isUnread={asked.isUnread} />
        <Button>{t('register.show-day')}</Button>
      </Form>
      {asked.on && (
        <Notice title={t('register.as-of', { date: date(asked.on) })}>
          <p>{t('register.as-of-words')}</p>
        </Notice>
      )}
      <EditionParts
        entry={entry}
        edition={shown}
        published={published}
        reliedOn={article10}
        aside={
          <>
            <Authorities entry={entry} />
            <Namesakes entry={entry} />
          </>
        }
      >
        <Editions entry={entry} />
      </EditionParts>
    </Page>
  )
}
