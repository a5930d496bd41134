import { randomUUID } from 'node:crypto'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addLanguageVersions } from '#app/commands/add-language-versions.server.ts'
import { ButtonLink } from '#app/components/button.tsx'
import { usePlaceNames } from '#app/components/comments/place-name.ts'
import { ConfirmDialog } from '#app/components/confirm-dialog.tsx'
import { useLanguageNames } from '#app/components/file/language-field.tsx'
import { PortalForm } from '#app/components/form.tsx'
import { ConcordanceList } from '#app/components/languages/concordance-list.tsx'
import { useCodeName } from '#app/components/languages/entries-table.tsx'
import { ListHeader } from '#app/components/languages/list-header.tsx'
import { useLocale } from '#app/components/locale.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page } from '#app/components/page.tsx'
import { Section } from '#app/components/section.tsx'
import { FrozenText } from '#app/components/text/frozen-text.tsx'
import { NotTakenList } from '#app/components/word/not-taken-list.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { requireId, requireLanguage, requireReference } from '#app/http/reference.server.ts'
import { refusal, refusedForm } from '#app/http/refusal.server.ts'
import { addLanguageVersionsInput } from '#app/measures/language-inputs.ts'
import { referenceInAddress } from '#app/measures/measure.ts'
import { findLanguagePreview, type LanguagePreview } from '#app/queries/language-upload.server.ts'
import { entryDocument } from '#app/text/entry-document.ts'

export { keepPage as shouldRevalidate } from '#app/components/keep-page.ts'

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, ({ t }) => t('languages.preview'))

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const place = { reference: requireReference(params), language: requireLanguage(params) }
  const found = await findLanguagePreview(context.deps, actor, place, requireId(params))
  if (!found.ok) throw refusal(found)
  return json({ ...found, key: randomUUID() })
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const place = { reference: requireReference(params), language: requireLanguage(params) }
  const form = await readForm(request, addLanguageVersionsInput)
  if (!form.ok) return form.response
  const done = await addLanguageVersions(context.deps, actor, place, requireId(params), form.input)
  if (!done.ok) return refusedForm(done, form.values)
  return redirect(`/files/${referenceInAddress(place.reference)}/languages/${place.language}`)
}

export default function LanguagePreviewPage() {
  const found = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useLocale()
  const { languageName } = useLanguageNames()
  const name = languageName(found.language)
  const list = `/files/${referenceInAddress(found.reference)}/languages`
  const path = `${list}/${found.language}`
  const replaced = found.entries.filter(({ isSuperseding }) => isSuperseding).length
  return (
    <Page>
      <ListHeader
        list={found}
        title={t('languages.preview')}
        crumbs={[
          { label: t('languages.title'), to: list },
          { label: name, to: path },
        ]}
        intro={t('languages.preview-of', { name: found.name, language: name })}
      />
      <p>{t('languages.preview-matched', { count: found.entries.length })}</p>
      <PortalForm id="add" state={refused} hidden={{ key: found.key }}>
        <div className="actions">
          <ConfirmDialog
            label={t('languages.add')}
            title={t('languages.add-title', { language: name })}
            consequences={
              <>
                <p>{t('languages.add-consequences')}</p>
                {replaced > 0 && <p>{t('languages.add-supersedes', { count: replaced })}</p>}
              </>
            }
            form="add"
          />
          <ButtonLink to={path}>{t('languages.another')}</ButtonLink>
        </div>
      </PortalForm>
      <Leftovers found={found} />
      {found.entries.map((entry) => (
        <EntryPreview key={entry.id} entry={entry} found={found} />
      ))}
    </Page>
  )
}

/** What of the text has no place in the list, and what of the list is not in the text. */
function Leftovers({ found }: { found: LanguagePreview }) {
  const { t } = useLocale()
  const { nameOf } = usePlaceNames('final')
  const codeName = useCodeName()
  return (
    <>
      <Section
        title={t('languages.without')}
        intro={found.without.length > 0 ? t('languages.without-intro') : undefined}
      >
        {found.without.length === 0 ? (
          <p>{t('languages.without-none')}</p>
        ) : (
          <ul>
            {found.without.map((place) => (
              <li key={place.id}>
                {nameOf(place)}: <q lang={found.language}>{place.text}</q>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section
        title={t('languages.untouched')}
        intro={found.untouched.length > 0 ? t('languages.untouched-intro') : undefined}
      >
        <p>
          {found.untouched.length === 0
            ? t('languages.untouched-none')
            : found.untouched.map(codeName).join(', ')}
        </p>
      </Section>
      <Section title={t('word.not-taken')}>
        {found.remarks > 0 && <p>{t('translations.remarks', { count: found.remarks })}</p>}
        <NotTakenList notTaken={found.notTaken} />
      </Section>
    </>
  )
}

interface EntryPreviewProps {
  entry: LanguagePreview['entries'][number]
  found: LanguagePreview
}

function EntryPreview({ entry, found }: EntryPreviewProps) {
  const codeName = useCodeName()
  const { t } = useLocale()
  const prefix = `${entry.id}-`
  return (
    <Section title={codeName(entry)}>
      <ConcordanceList
        concordance={entry.concordance}
        shown={found.language}
        signsOnly={found.signsOnly}
        hrefOf={(id) => `#${prefix}${id}`}
      />
      <details className="more">
        <summary>{t('translations.text')}</summary>
        <FrozenText
          content={entryDocument(entry.text)}
          lang={found.language}
          headingLevel={3}
          hasHeadings={false}
          anchorPrefix={prefix}
        />
      </details>
    </Section>
  )
}
