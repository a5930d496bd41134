import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { Form, Link } from '@remix-run/react'
import { Button, ButtonLink } from '#app/components/button.tsx'
import { useLocale } from '#app/components/locale.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { Columns, Panel, Section } from '#app/components/section.tsx'
import { StepsTable } from '#app/components/steps-table.tsx'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, ({ t }) => t('start.title'))

/** The public's page; who is signed in begins at home. */
export function loader({ context: { actor } }: LoaderFunctionArgs) {
  return actor ? redirect('/home') : null
}

export default function Start() {
  const { t } = useLocale()
  return (
    <Page>
      <PageHeader title={t('start.title')} intro={<p>{t('start.title-intro')}</p>} />
      <Columns>
        <div>
          <RegisterSearch />
          <Section title={t('start.how')} intro={t('start.how-intro')}>
            <StepsTable />
          </Section>
        </div>
        <div>
          <Panel title={t('start.delegations')}>
            <div className="prose">
              <p>{t('start.delegations-words')}</p>
              <ButtonLink to="/sign-in" kind="primary">
                {t('shell.sign-in')}
              </ButtonLink>
            </div>
          </Panel>
        </div>
      </Columns>
    </Page>
  )
}

function RegisterSearch() {
  const { t } = useLocale()
  return (
    <Section title={t('start.register')} intro={t('start.register-words')}>
      <Form action="/register" className="search-bar">
        <label className="field__label" htmlFor="register-q">
          {t('start.register-field')}
        </label>
        <p className="field__hint" id="register-q-hint">
          {t('start.register-hint')}
        </p>
        <div className="search-bar__row">
          <input
            type="search"
            id="register-q"
            name="q"
            className="input"
            aria-describedby="register-q-hint"
          />
          <Button kind="primary">{t('start.register-search')}</Button>
        </div>
      </Form>
      <p className="small soft">
        {t('start.register-absence')} <Link to="/register">{t('start.register-link')}</Link>
      </p>
    </Section>
  )
}
