import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { useLocale } from '#app/components/locale.tsx'
import { Notice } from '#app/components/notice.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { PrintButton } from '#app/components/print-button.tsx'
import { EditionDifference } from '#app/components/register/edition-difference.tsx'
import { EditionParts } from '#app/components/register/edition-parts.tsx'
import { Section } from '#app/components/section.tsx'
import { StateChip } from '#app/components/state-chip.tsx'
import { refusal } from '#app/http/refusal.server.ts'
import { refuse } from '#app/measures/refusals.ts'
import { editionAddress, entryAddress } from '#app/open-data/addresses.ts'
import { findRegisterEntry } from '#app/queries/register-entry.server.ts'
import { findRegisterLanguages } from '#app/queries/register-languages.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, ({ t, stateName }) =>
    data
      ? t('register.edition-title', {
          code: data.entry.code || t('text.entry-without-code'),
          state: stateName(data.entry.issuer),
          edition: data.shown.edition,
        })
      : t('register.title'),
  )

/** An edition by its id, for good; by its number, for as long as that is its number. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const { issuer = '', code = '', id = '' } = params
  const entry = await findRegisterEntry(context.deps, context.actor, issuer, code)
  if (!entry.ok) throw refusal(entry)
  const shown = entry.editions.find((edition) => edition.id === id)
  if (shown) {
    const language = new URL(request.url).searchParams.get('language')
    const published = await findRegisterLanguages(context.deps, shown.id, language)
    return json({ entry, shown, published })
  }
  const numbered = entry.editions.find(({ edition }) => String(edition) === id)
  if (!numbered) throw refusal(refuse('not-found'))
  throw redirect(editionAddress(issuer, entry.key, numbered.id), 302)
}

export default function Edition() {
  const { entry, shown, published } = useLoaderData<typeof loader>()
  const { t, stateName } = useLocale()
  const name = entry.code || t('text.entry-without-code')
  const title = t('register.edition-title', {
    code: name,
    state: stateName(entry.issuer),
    edition: shown.edition,
  })
  const address = editionAddress(entry.issuer, entry.key, shown.id)
  return (
    <Page>
      <PageHeader
        title={title}
        shortTitle={t('register.edition', { edition: shown.edition })}
        crumbs={[
          { label: t('register.title'), to: '/register' },
          { label: stateName(entry.issuer), to: `/register?issuer=${entry.issuer}` },
          { label: name, to: entryAddress(entry.issuer, entry.key) },
        ]}
        labels={<StateChip code={entry.issuer} isNamed />}
        actions={
          <>
            <a className="button button--secondary" href={`${address}/edition.json`}>
              {t('register.json')}
            </a>
            <a className="button button--secondary" href={`${address}/edition.xml`}>
              {t('register.xml')}
            </a>
            <PrintButton />
          </>
        }
      />
      {shown.id !== entry.editions[0]?.id && (
        <Notice title={t('register.edition-ended')}>
          <p>
            <Link to={entryAddress(entry.issuer, entry.key)}>{t('register.edition-newest')}</Link>
          </p>
        </Notice>
      )}
      <EditionParts entry={entry} edition={shown} published={published}>
        {shown.difference && (
          <Section
            title={t('register.difference', {
              from: shown.difference.edition,
              to: shown.edition,
            })}
          >
            <EditionDifference provisions={shown.difference.provisions} />
          </Section>
        )}
      </EditionParts>
    </Page>
  )
}
