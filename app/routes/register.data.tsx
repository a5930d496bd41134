import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { Facts } from '#app/components/facts.tsx'
import { useLocale } from '#app/components/locale.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { Absence } from '#app/components/register/absence.tsx'
import { feedLink } from '#app/components/register/feed-link.ts'
import { RegisterTabs } from '#app/components/register/register-tabs.tsx'
import { Section } from '#app/components/section.tsx'
import { Table } from '#app/components/table.tsx'
import type { MessageKey } from '#app/messages/messages.ts'
import { feedAddress } from '#app/open-data/addresses.ts'
import { exampleOf, operations } from '#app/open-data/operations.ts'
import { findExamples } from '#app/queries/open-data-examples.server.ts'

export const meta: MetaFunction = ({ matches }) => [
  ...pageTitle(matches, ({ t }) => t('open-data.title')),
  feedLink(feedAddress()),
]

export async function loader({ context }: LoaderFunctionArgs) {
  const examples = await findExamples(context.deps)
  return json({
    register: context.register,
    rows: Object.values(operations).map((operation) => ({
      path: operation.path,
      summary: operation.summary,
      mediaType: operation.mediaType,
      example: exampleOf(operation.path, examples),
    })),
  })
}

const asking = [
  'open-data.asking.parameters',
  'open-data.asking.day',
  'open-data.asking.pages',
  'open-data.asking.tag',
  'open-data.asking.anybody',
] as const satisfies readonly MessageKey[]

const texts = [
  'open-data.texts.structure',
  'open-data.texts.added',
  'open-data.texts.names',
] as const satisfies readonly MessageKey[]

/** What the data say in one word: each has its place here, to which they refer. */
const words: readonly (readonly [id: string, name: MessageKey, means: MessageKey])[] = [
  ['adopted', 'open-data.kind.adopted', 'open-data.means.adopted'],
  ['gazetted', 'open-data.kind.gazetted', 'open-data.means.gazetted'],
  ['in-force', 'open-data.kind.in-force', 'open-data.means.in-force'],
  ['amended', 'open-data.kind.amended', 'open-data.means.amended'],
  ['applies', 'open-data.kind.applies', 'open-data.means.applies'],
  ['last-day', 'open-data.akn.event.last-day', 'open-data.means.last-day'],
  ['ended', 'open-data.akn.event.ended', 'open-data.means.ended'],
  ['published', 'open-data.kind.published', 'open-data.means.published'],
  ['compiled', 'open-data.kind.compiled', 'open-data.means.compiled'],
  ['removed', 'open-data.kind.removed', 'open-data.means.removed'],
  ['compilation', 'open-data.kind.compilation', 'open-data.means.compilation'],
  ['covered', 'open-data.kind.covered', 'open-data.means.covered'],
  ['repealed', 'open-data.kind.repealed', 'open-data.means.repealed'],
  ['expired', 'open-data.kind.expired', 'open-data.means.expired'],
  ['states', 'register.state', 'open-data.means.states'],
  ['control-parameter', 'open-data.akn.control-parameter', 'open-data.means.control-parameter'],
]

export default function Data() {
  const { t } = useLocale()
  return (
    <Page>
      <PageHeader title={t('register.title')} intro={<p>{t('open-data.intro')}</p>} />
      <RegisterTabs />
      <Absence />
      <Addresses />
      <Section title={t('open-data.asking')} id="asking">
        <List keys={asking} />
      </Section>
      <Section title={t('open-data.problems')} id="problems">
        <dl className="facts facts--rows">
          {(['bad-parameters', 'not-found'] as const).map((kind) => (
            <div key={kind} className="facts__pair" id={kind}>
              <dt>{t(`open-data.problem.${kind}`)}</dt>
              <dd>{t(`open-data.problem.${kind}-means`)}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Section title={t('open-data.feeds')} id="feeds" intro={t('open-data.feeds-intro')}>
        <p>{t('open-data.feeds-code')}</p>
      </Section>
      <Section title={t('open-data.texts')} id="texts">
        <List keys={texts} />
      </Section>
      <Section title={t('open-data.words')} id="facts" intro={t('open-data.words-intro')}>
        <dl className="facts facts--rows">
          {words.map(([id, name, means]) => (
            <div key={id} className="facts__pair" id={id}>
              <dt>{t(name)}</dt>
              <dd>{t(means)}</dd>
            </div>
          ))}
        </dl>
      </Section>
      <Terms />
    </Page>
  )
}

function Addresses() {
  const { rows } = useLoaderData<typeof loader>()
  const { t } = useLocale()
  return (
    <Section title={t('open-data.addresses')} id="addresses" intro={t('open-data.addresses-intro')}>
      <Table
        caption={t('open-data.addresses')}
        isCaptionHidden
        rows={rows}
        rowKey={({ path }) => path}
        columns={[
          {
            key: 'path',
            heading: t('open-data.address'),
            isRowHeading: true,
            cell: ({ path }) => <code>{path}</code>,
          },
          { key: 'says', heading: t('open-data.says'), cell: ({ summary }) => t(summary) },
          {
            key: 'format',
            heading: t('open-data.format'),
            isNarrow: true,
            cell: ({ mediaType }) => <code>{mediaType}</code>,
          },
          {
            key: 'example',
            heading: t('open-data.example'),
            isNarrow: true,
            cell: ({ example, path }) =>
              example && (
                <a href={example} aria-label={t('open-data.example-of', { address: path })}>
                  {t('open-data.open')}
                </a>
              ),
          },
        ]}
      />
    </Section>
  )
}

function Terms() {
  const { register } = useLoaderData<typeof loader>()
  const { t } = useLocale()
  const { publisher, licence, contact } = register
  return (
    <Section title={t('open-data.terms')} id="terms">
      <Facts
        facts={[
          { term: t('open-data.publisher'), value: publisher ?? t('shell.portal-name') },
          {
            term: t('open-data.licence'),
            value: licence ? (
              <a href={licence} rel="license noreferrer">
                {licence}
              </a>
            ) : (
              t('open-data.licence-none')
            ),
          },
          {
            term: t('open-data.contact'),
            value: contact ? <Contact contact={contact} /> : t('open-data.contact-none'),
          },
          { term: t('open-data.accrual'), value: t('open-data.accrual-means') },
          { term: t('open-data.authentic'), value: t('register.not-authentic-words') },
        ]}
      />
    </Section>
  )
}

function Contact({ contact }: { contact: string }) {
  const href = contact.startsWith('https:') ? contact : `mailto:${contact}`
  return (
    <a href={href} rel="noreferrer">
      {contact}
    </a>
  )
}

function List({ keys }: { keys: readonly MessageKey[] }) {
  const { t } = useLocale()
  return (
    <ul>
      {keys.map((key) => (
        <li key={key}>{t(key)}</li>
      ))}
    </ul>
  )
}
