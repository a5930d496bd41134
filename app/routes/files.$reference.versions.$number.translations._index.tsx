import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { withdrawTranslation } from '#app/commands/withdraw-translation.server.ts'
import { Button } from '#app/components/button.tsx'
import { ConfirmDialog } from '#app/components/confirm-dialog.tsx'
import { FileField, TextArea } from '#app/components/field.tsx'
import { LanguageField, useLanguageNames } from '#app/components/file/language-field.tsx'
import { checkBy } from '#app/components/form-check.ts'
import { PortalForm } from '#app/components/form.tsx'
import type { FormState } from '#app/components/form-state.ts'
import { useLocale } from '#app/components/locale.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { Section } from '#app/components/section.tsx'
import { DateText } from '#app/components/when.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { requireNumber, requireReference } from '#app/http/reference.server.ts'
import { refusal, refusedForm } from '#app/http/refusal.server.ts'
import { takeTranslationUpload } from '#app/http/word-upload.server.ts'
import { referenceInAddress } from '#app/measures/measure.ts'
import { withdrawTranslationInput } from '#app/measures/translation-inputs.ts'
import { findTranslating } from '#app/queries/translations.server.ts'

export { keepPage as shouldRevalidate } from '#app/components/keep-page.ts'

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, ({ t }) => t('translations.title'))

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const place = [requireReference(params), requireNumber(params)] as const
  const found = await findTranslating(context.deps, actor, ...place)
  if (!found.ok) throw refusal(found)
  return json(found)
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const place = { reference: requireReference(params), number: requireNumber(params) }
  const path = `/files/${referenceInAddress(place.reference)}/versions/${place.number}/translations`
  // A document comes in a form of several parts, and nothing else does.
  if (request.headers.get('content-type')?.startsWith('multipart/')) {
    const taken = await takeTranslationUpload(context, actor, place, request)
    return taken.ok ? redirect(`${path}/${taken.uploadId}`) : taken.response
  }
  const form = await readForm(request, withdrawTranslationInput)
  if (!form.ok) return form.response
  const done = await withdrawTranslation(context.deps, actor, place, form.input)
  return done.ok ? redirect(path) : refusedForm(done, form.values)
}

export default function Translations() {
  const { reference, number, translations } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>() ?? null
  const { t } = useLocale()
  const path = `/files/${referenceInAddress(reference)}`
  const withdrawn = refused?.values?.translation
  return (
    <Page width="narrow">
      <PageHeader
        title={t('translations.title')}
        reference={reference}
        crumbs={[
          { label: t('files.title'), to: '/files' },
          { label: reference, to: path },
          { label: t('comments.version-link', { number }), to: `${path}/versions/${number}` },
        ]}
        shortTitle={t('translations.title')}
        intro={<p>{t('translations.intro')}</p>}
      />
      <Section title={t('translations.standing', { number })}>
        {translations.length === 0 && <p>{t('translations.none')}</p>}
        {translations.map((translation) => (
          <Standing
            key={translation.id}
            translation={translation}
            state={withdrawn === translation.id ? refused : null}
          />
        ))}
      </Section>
      <Section title={t('translations.add')}>
        <PortalForm state={withdrawn ? null : refused} encType="multipart/form-data">
          <LanguageField name="language" label={t('translations.language')} />
          <FileField
            name="file"
            label={t('translations.file')}
            hint={t('translations.file-hint')}
            accept=".docx,application/vnd.openxmlformats-officedocument.wordprocessingml.document"
          />
          <div className="actions">
            <Button kind="primary">{t('translations.look')}</Button>
          </div>
        </PortalForm>
      </Section>
    </Page>
  )
}

const checkWithdrawal = checkBy(withdrawTranslationInput)

interface StandingProps {
  translation: { id: string; language: string; addedAt: string }
  state: FormState | null
}

function Standing({ translation: { id, language, addedAt }, state }: StandingProps) {
  const { t } = useLocale()
  const { languageName } = useLanguageNames()
  const name = languageName(language)
  const form = `withdraw-${language}`
  return (
    <>
      <p>
        {t('translations.label', { language: name })}, {t('translations.since')}{' '}
        <DateText value={addedAt} />
      </p>
      <details className="more" open={state !== null}>
        <summary>{t('translations.withdraw', { language: name })}</summary>
        <PortalForm id={form} state={state} hidden={{ translation: id }}>
          <TextArea name="reason" label={t('translations.withdraw.reason')} rows={2} />
          <div className="actions">
            <ConfirmDialog
              label={t('translations.withdraw', { language: name })}
              title={t('translations.withdraw.title', { language: name })}
              consequences={<p>{t('translations.withdraw.consequences')}</p>}
              form={form}
              check={checkWithdrawal}
            />
          </div>
        </PortalForm>
      </details>
    </>
  )
}
