import { randomUUID } from 'node:crypto'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { Downloads } from '#app/components/downloads.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { Facts } from '#app/components/facts.tsx'
import { languageNames, useLanguageNames } from '#app/components/file/language-field.tsx'
import { ConcordanceList } from '#app/components/languages/concordance-list.tsx'
import { useCodeName } from '#app/components/languages/entries-table.tsx'
import { LinesBeside } from '#app/components/languages/lines-beside.tsx'
import { LanguageStateLabel, useHolderName } from '#app/components/languages/language-state.tsx'
import { ListHeader } from '#app/components/languages/list-header.tsx'
import { CheckOne, WithdrawForm } from '#app/components/languages/version-forms.tsx'
import { useRecordChanges } from '#app/components/live/use-record-changes.ts'
import { useLocale } from '#app/components/locale.tsx'
import { Notice } from '#app/components/notice.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page } from '#app/components/page.tsx'
import { Section } from '#app/components/section.tsx'
import { DateText } from '#app/components/when.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { formOf } from '#app/http/form.server.ts'
import { actOnLanguage } from '#app/http/language-acts.server.ts'
import { requireId, requireLanguage, requireReference } from '#app/http/reference.server.ts'
import { refusal } from '#app/http/refusal.server.ts'
import { referenceInAddress } from '#app/measures/measure.ts'
import { type EntryInLanguage, findEntryInLanguage } from '#app/queries/list-languages.server.ts'

export { keepPage as shouldRevalidate } from '#app/components/keep-page.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, ({ t, locale }) =>
    data
      ? t('languages.entry-title', {
          code: data.entry.code || t('text.entry-without-code'),
          reference: data.reference,
          language: languageNames(locale)(data.language),
        })
      : t('languages.title'),
  )

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const place = { reference: requireReference(params), language: requireLanguage(params) }
  const found = await findEntryInLanguage(context.deps, actor, place, requireId(params))
  if (!found.ok) throw refusal(found)
  return json({ ...found, key: randomUUID() })
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const reference = requireReference(params)
  const language = requireLanguage(params)
  const id = requireId(params)
  const refused = await actOnLanguage(context.deps, actor, language, await formOf(request))
  return (
    refused ??
    redirect(`/files/${referenceInAddress(reference)}/languages/${language}/entries/${id}`)
  )
}

export default function EntryOfLanguage() {
  const found = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  useRecordChanges(found.reference)
  const { t } = useLocale()
  const { languageName } = useLanguageNames()
  const codeName = useCodeName()
  const { entry, language, version } = found
  const list = `/files/${referenceInAddress(found.reference)}/languages`
  const path = `${list}/${language}`
  const name = languageName(language)
  const stateOf = (act: string) => (answered?.values?.act === act ? answered : null)
  return (
    <Page>
      <ListHeader
        list={found}
        title={t('languages.entry-in', { code: codeName(entry), language: name })}
        crumbs={[
          { label: t('languages.title'), to: list },
          { label: name, to: path },
        ]}
      />
      <Neighbours found={found} path={path} />
      <Downloads
        links={[
          {
            href: `${path}/original.docx?entry=${entry.id}`,
            label: t('languages.download.original'),
          },
          ...(version
            ? [{ href: `${path}/text.docx?entry=${entry.id}`, label: t('languages.download.text') }]
            : []),
          { href: `${path}/table.csv?entry=${entry.id}`, label: t('languages.download.table') },
        ]}
      />
      <VersionFacts found={found} />
      {version ? (
        <Section title={t('languages.concordance')}>
          <ConcordanceList
            concordance={version.concordance}
            shown={language}
            signsOnly={found.signsOnly}
            hrefOf={(id) => `#line-${id}`}
          />
        </Section>
      ) : (
        <EmptyState title={t('languages.no-text')} />
      )}
      <Section title={t('languages.lines')}>
        <LinesBeside found={found} />
      </Section>
      {found.mayWork && version && (
        <>
          {found.state === 'draft' && (
            <Section title={t('languages.check')} intro={t('languages.check-intro')}>
              <CheckOne version={version} formKey={found.key} state={stateOf('check')} />
            </Section>
          )}
          <WithdrawForm version={version.id} state={stateOf('withdraw')} />
        </>
      )}
    </Page>
  )
}

function Neighbours({ found, path }: { found: EntryInLanguage; path: string }) {
  const { t } = useLocale()
  const codeName = useCodeName()
  const { previous, next } = found
  if (!previous && !next) return null
  return (
    <nav className="acts" aria-label={t('languages.entry')}>
      {previous && (
        <Link to={`${path}/entries/${previous.id}`}>
          {t('languages.previous', { code: codeName(previous) })}
        </Link>
      )}
      {next && (
        <Link to={`${path}/entries/${next.id}`}>
          {t('languages.next', { code: codeName(next) })}
        </Link>
      )}
    </nav>
  )
}

function VersionFacts({ found }: { found: EntryInLanguage }) {
  const { t, date } = useLocale()
  const holderName = useHolderName()
  const { state, version, holder, published } = found
  return (
    <>
      <Facts
        facts={[
          {
            term: t('languages.state'),
            value: (
              <>
                <LanguageStateLabel state={state} />{' '}
                {version && <DateText value={version.checkedAt ?? version.addedAt} />}
              </>
            ),
          },
          { term: t('languages.held-by'), value: holderName(holder) },
        ]}
      />
      {version?.checkReason && (
        <Notice>
          <p>{t('languages.reason-was', { reason: version.checkReason })}</p>
        </Notice>
      )}
      {published && (
        <Notice>
          <p>
            {t('languages.published-in', {
              reference: published.ojReference,
              date: date(published.publishedOn),
            })}{' '}
            {state !== 'published' && t('languages.published-other')}
          </p>
        </Notice>
      )}
    </>
  )
}
