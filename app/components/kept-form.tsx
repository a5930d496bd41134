import { Button } from './button.tsx'
import { isAboutSender } from './form.tsx'
import type { KeptForm } from './form-state.ts'
import { useLocale } from './locale.tsx'
import { Page, PageHeader } from './page.tsx'
import { Panel } from './section.tsx'
import { SignInElsewhere } from './sign-in-elsewhere.tsx'

/** A refused form whose page could not be kept: its words to be read and copied, and sent again. */
export function KeptFormPage({ kept }: { kept: KeptForm }) {
  const { t } = useLocale()
  const { refusal, to, fields, hasFiles } = kept
  // Names of choices and keys are one word; what a person wrote is more.
  const words = fields.filter(({ value }) => /\S\s+\S/.test(value))
  return (
    <Page width="narrow">
      <PageHeader title={t('errors.kept-form.title')} />
      <div className="prose">
        <p>{t(refusal)}</p>
        {isAboutSender(refusal) && (
          <p>
            <SignInElsewhere isSomebodyElse={refusal === 'refusals.other-sender'} />
          </p>
        )}
        {hasFiles && <p>{t('errors.kept-form.files')}</p>}
      </div>
      <form method="post" action={to} className="form">
        {fields.map(({ name, value }, index) => (
          <input key={`${name} ${index}`} type="hidden" name={name} value={value} />
        ))}
        <div className="actions">
          <Button kind="primary">{t('form.send-again')}</Button>
        </div>
      </form>
      {words.length > 0 && (
        <Panel title={t('errors.kept.title')}>
          {words.map(({ name, value }, index) => (
            <p key={`${name} ${index}`} className="kept-words">
              {value}
            </p>
          ))}
        </Panel>
      )}
    </Page>
  )
}

/** What the server says of a form that it refused together with its page. */
export function keptFormIn(data: unknown): KeptForm | null {
  return isKept(data) ? data.kept : null
}

function isKept(data: unknown): data is { kept: KeptForm } {
  return typeof data === 'object' && data !== null && 'kept' in data
}
