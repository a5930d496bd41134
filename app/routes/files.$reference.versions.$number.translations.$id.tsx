import { randomUUID } from 'node:crypto'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { addTranslation } from '#app/commands/add-translation.server.ts'
import { ButtonLink } from '#app/components/button.tsx'
import { usePlaceNames } from '#app/components/comments/place-name.ts'
import { TranslationCheck } from '#app/components/comments/translation-check.tsx'
import { ConfirmDialog } from '#app/components/confirm-dialog.tsx'
import { useAudienceWords } from '#app/components/file/audience-words.ts'
import { useLanguageNames } from '#app/components/file/language-field.tsx'
import { PortalForm } from '#app/components/form.tsx'
import { useLocale } from '#app/components/locale.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { Section } from '#app/components/section.tsx'
import { FrozenText } from '#app/components/text/frozen-text.tsx'
import { NotTakenList } from '#app/components/word/not-taken-list.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { requireId, requireNumber, requireReference } from '#app/http/reference.server.ts'
import { refusal, refusedForm } from '#app/http/refusal.server.ts'
import { referenceInAddress } from '#app/measures/measure.ts'
import { addTranslationInput } from '#app/measures/translation-inputs.ts'
import { findTranslationUpload } from '#app/queries/translations.server.ts'
import { plainText } from '#app/text/content.ts'

export { keepPage as shouldRevalidate } from '#app/components/keep-page.ts'

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, ({ t }) => t('translations.preview'))

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const place = [requireReference(params), requireNumber(params), requireId(params)] as const
  const found = await findTranslationUpload(context.deps, actor, ...place)
  if (!found.ok) throw refusal(found)
  return json({ ...found, key: randomUUID() })
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const place = { reference: requireReference(params), number: requireNumber(params) }
  const form = await readForm(request, addTranslationInput)
  if (!form.ok) return form.response
  const done = await addTranslation(context.deps, actor, place, requireId(params), form.input)
  if (!done.ok) return refusedForm(done, form.values)
  return redirect(
    `/files/${referenceInAddress(place.reference)}/versions/${place.number}/translations`,
  )
}

export default function TranslationPreview() {
  const found = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useLocale()
  const { languageName } = useLanguageNames()
  const audienceWords = useAudienceWords()
  const { reference, number, language, content } = found
  const file = `/files/${referenceInAddress(reference)}`
  const path = `${file}/versions/${number}`
  return (
    <Page>
      <PageHeader
        title={t('translations.preview')}
        reference={reference}
        crumbs={[
          { label: t('files.title'), to: '/files' },
          { label: reference, to: file },
          { label: t('comments.version-link', { number }), to: path },
          { label: t('translations.title'), to: `${path}/translations` },
        ]}
        shortTitle={t('translations.preview')}
        intro={
          <p>{t('translations.of', { name: found.name, language: languageName(language) })}</p>
        }
      />
      <p>{t('translations.aligned', { count: found.count })}</p>
      <PortalForm id="add" state={refused} hidden={{ key: found.key }}>
        <div className="actions">
          <ConfirmDialog
            label={t('translations.confirm')}
            title={t('translations.confirm-title', { number })}
            consequences={
              <>
                <p>{t('translations.reaches', { audience: audienceWords(found.audience) })}</p>
                {found.isSuperseding && <p>{t('translations.supersedes')}</p>}
                <p>{t('translations.consequences')}</p>
              </>
            }
            form="add"
          />
          <ButtonLink to={`${path}/translations`}>{t('translations.another')}</ButtonLink>
        </div>
      </PortalForm>
      <Section title={t('translations.missing')}>
        <Places
          places={found.missing}
          language={found.original}
          none={t('translations.missing.none')}
        />
      </Section>
      <Section title={t('translations.extra')}>
        <Places places={found.extra} language={language} none={t('translations.extra.none')} />
      </Section>
      <Section title={t('translations.check')}>
        <TranslationCheck
          lines={found.differences}
          original={found.original}
          shown={language}
          hrefOf={(id) => `#el-${id}`}
        />
      </Section>
      <Section title={t('word.not-taken')}>
        {found.remarks > 0 && <p>{t('translations.remarks', { count: found.remarks })}</p>}
        <NotTakenList notTaken={found.notTaken} />
      </Section>
      {plainText(content).trim() !== '' && (
        <Section title={t('translations.text')}>
          <FrozenText content={content} lang={language} headingLevel={3} />
        </Section>
      )}
    </Page>
  )
}

interface PlacesProps {
  places: ReturnType<typeof useLoaderData<typeof loader>>['missing']
  language: string
  none: string
}

/** Places with their first words. */
function Places({ places, language, none }: PlacesProps) {
  const { nameOf } = usePlaceNames('draft')
  if (places.length === 0) return <p>{none}</p>
  return (
    <ul>
      {places.map((place) => (
        <li key={place.id}>
          {nameOf(place)}: <q lang={language}>{place.text}</q>
        </li>
      ))}
    </ul>
  )
}
