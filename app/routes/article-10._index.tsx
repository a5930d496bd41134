import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { RefusalsTable } from '#app/components/article-10/refusals-table.tsx'
import { RequirementsTable } from '#app/components/article-10/requirements-table.tsx'
import { ButtonLink } from '#app/components/button.tsx'
import { useRecordChanges } from '#app/components/live/use-record-changes.ts'
import { useLocale } from '#app/components/locale.tsx'
import { Notice } from '#app/components/notice.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { Section } from '#app/components/section.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { refusal } from '#app/http/refusal.server.ts'
import { basisLacks } from '#app/measures/article-10.ts'
import { findArticle10Desk } from '#app/queries/article-10-desk.server.ts'

export { keepPage as shouldRevalidate } from '#app/components/keep-page.ts'

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, ({ t }) => t('article10.title'))

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const desk = await findArticle10Desk(context.deps, actor)
  if (!desk.ok) throw refusal(desk)
  return json(desk)
}

export default function Article10() {
  const { requirements, refusals } = useLoaderData<typeof loader>()
  useRecordChanges(null)
  const { t } = useLocale()
  const ours = requirements.filter(({ isOurs }) => isOurs)
  return (
    <Page>
      <PageHeader
        title={t('article10.title')}
        intro={<p>{t('article10.intro')}</p>}
        actions={
          <ButtonLink to="/register?compiled=yes" kind="primary">
            {t('article10.choose-entry')}
          </ButtonLink>
        }
      />
      {basisLacks.map((lack) => {
        const count = ours.filter((requirement) => requirement.lack === lack).length
        return (
          count > 0 && (
            <Notice key={lack} kind="warning" title={t(`article10.lacking.${lack}`, { count })}>
              <p>{t(`article10.lacking-words.${lack}`)}</p>
            </Notice>
          )
        )
      })}
      <Section title={t('article10.ours')} intro={t('article10.ours-intro')}>
        <RequirementsTable
          caption={t('article10.ours')}
          rows={ours}
          empty={t('article10.none-of-ours')}
          isOurs
        />
      </Section>
      <Section title={t('article10.told-to-us')} intro={t('article10.told-to-us-intro')}>
        <RequirementsTable
          caption={t('article10.told-to-us')}
          rows={requirements.filter(({ isOurs }) => !isOurs)}
          empty={t('article10.none-told')}
          isOurs={false}
        />
      </Section>
      <Section title={t('article10.refusals')} intro={t('article10.refusals-intro')}>
        <RefusalsTable rows={refusals} />
      </Section>
    </Page>
  )
}
