import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useLocale } from '#app/components/locale.tsx'
import { Notice } from '#app/components/notice.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { PrintButton } from '#app/components/print-button.tsx'
import { ActDates } from '#app/components/register/act-dates.tsx'
import { feedLink } from '#app/components/register/feed-link.ts'
import { MeasureEntries } from '#app/components/register/measure-entries.tsx'
import { SealedRecord } from '#app/components/sealed-record.tsx'
import { Section } from '#app/components/section.tsx'
import { StateChip } from '#app/components/state-chip.tsx'
import { FrozenText } from '#app/components/text/frozen-text.tsx'
import { requireReference } from '#app/http/reference.server.ts'
import { refusal } from '#app/http/refusal.server.ts'
import { feedAddress, measureAddress } from '#app/open-data/addresses.ts'
import { carriesEntries } from '#app/measures/measure.ts'
import { findPublicMeasure } from '#app/queries/public-measure.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) => [
  ...pageTitle(matches, ({ t }) => data?.act.title ?? t('register.measures')),
  ...(data ? [feedLink(feedAddress(measureAddress(data.reference)))] : []),
]

export async function loader({ context, params }: LoaderFunctionArgs) {
  const measure = await findPublicMeasure(context.deps, requireReference(params))
  if (!measure.ok) throw refusal(measure)
  return json(measure)
}

export default function Measure() {
  const measure = useLoaderData<typeof loader>()
  const { t } = useLocale()
  const address = measureAddress(measure.reference)
  return (
    <Page>
      <PageHeader
        title={measure.act.title}
        kind={t(`terms.kind.${measure.kind}`)}
        crumbs={[
          { label: t('register.title'), to: '/register' },
          { label: t('register.measures'), to: '/register/measures' },
        ]}
        shortTitle={measure.act.number || measure.reference}
        labels={<StateChip code={measure.owner} isNamed />}
        actions={
          <>
            <a className="button button--secondary" href={`${address}/measure.json`}>
              {t('register.json')}
            </a>
            <a className="button button--secondary" href={`${address}/measure.xml`}>
              {t('register.xml')}
            </a>
            <a className="button button--secondary" href={feedAddress(address)}>
              {t('open-data.subscribe')}
            </a>
            <PrintButton />
          </>
        }
      />
      <Notice title={t('register.not-authentic')}>
        <p>{t('register.not-authentic-words')}</p>
      </Notice>
      <Section title={t('register.act-and-dates')}>
        <ActDates act={measure.act} isList={carriesEntries(measure.kind)} />
        <SealedRecord state={measure.seal} href={`${address}/sealed.json`} />
      </Section>
      {measure.entries.length > 0 && (
        <Section title={t('register.entries')}>
          <MeasureEntries owner={measure.owner} entries={measure.entries} />
        </Section>
      )}
      <Section title={t('register.text')}>
        <FrozenText content={measure.content} lang={measure.language} headingLevel={3} />
      </Section>
    </Page>
  )
}
