import { randomUUID } from 'node:crypto'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { Doubts } from '#app/components/article-10/doubts.tsx'
import { RefusalForm } from '#app/components/article-10/refusal-form.tsx'
import { RequirementForm } from '#app/components/article-10/requirement-form.tsx'
import { CompilationLink } from '#app/components/compilation/compilation-link.tsx'
import { useLocale } from '#app/components/locale.tsx'
import { Notice } from '#app/components/notice.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { BasisWords } from '#app/components/register/basis-words.tsx'
import { entryAddress } from '#app/open-data/addresses.ts'
import { Columns, Panel, Section } from '#app/components/section.tsx'
import { StateChip } from '#app/components/state-chip.tsx'
import { FrozenText } from '#app/components/text/frozen-text.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { actOnPublishedEntry } from '#app/http/article-10-acts.server.ts'
import { formOf } from '#app/http/form.server.ts'
import { refusal } from '#app/http/refusal.server.ts'
import { requireId } from '#app/http/reference.server.ts'
import { type EntryToRely, findEntryToRely } from '#app/queries/article-10-desk.server.ts'
import { entryDocument } from '#app/text/entry-document.ts'

export { keepPage as shouldRevalidate } from '#app/components/keep-page.ts'

export const meta: MetaFunction = ({ matches }) =>
  pageTitle(matches, ({ t }) => t('article10.rely'))

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const page = await findEntryToRely(context.deps, actor, requireId(params))
  if (!page.ok) throw refusal(page)
  return json({ ...page, keys: { requirement: randomUUID(), refusal: randomUUID() } })
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const form = await formOf(request)
  const refused = await actOnPublishedEntry(context.deps, actor, requireId(params), form)
  return refused ?? redirect('/article-10')
}

export default function Rely() {
  const { keys, ...page } = useLoaderData<typeof loader>()
  const answered = useActionData<typeof action>()
  const { t } = useLocale()
  const { entry, may } = page
  const stateOf = (act: string) => (answered?.values?.act === act ? answered : null)
  const name = entry.code || t('text.entry-without-code')
  return (
    <Page>
      <PageHeader
        title={t('article10.rely-on', { code: name })}
        crumbs={[{ label: t('article10.title'), to: '/article-10' }]}
        shortTitle={name}
        kind={entry.heading}
        labels={<StateChip code={entry.issuer} isNamed />}
      />
      <Columns shape="aside">
        <div>
          <Availability page={page} />
          {may.record && page.isPublished && (
            <>
              <Doubts doubts={page.doubts} />
              <Section title={t('article10.requirement')} intro={t('article10.requirement-intro')}>
                <RequirementForm formKey={keys.requirement} state={stateOf('requirement')} />
              </Section>
              <Section title={t('article10.refusal')} intro={t('article10.refusal-intro')}>
                <RefusalForm formKey={keys.refusal} state={stateOf('refusal')} today={page.today} />
              </Section>
            </>
          )}
        </div>
        <div>
          <Panel title={t('article10.basis')} id="basis">
            <p>
              <BasisWords basis={page.basis} />
            </p>
            {page.compilation && (
              <p>
                <CompilationLink compilation={page.compilation} />
              </p>
            )}
            {entry.isPublic && (
              <p>
                <Link to={entryAddress(entry.issuer, entry.key)}>{t('article10.in-register')}</Link>
              </p>
            )}
          </Panel>
          <Panel title={t('article10.entry-text')} id="text">
            <FrozenText
              content={entryDocument(entry.content)}
              hasHeadings={false}
              headingLevel={2}
            />
          </Panel>
        </div>
      </Columns>
    </Page>
  )
}

/** Why nothing can be recorded here, if so. */
function Availability({ page: { may, isPublished } }: { page: EntryToRely }) {
  const { t } = useLocale()
  if (may.isIssuer) return <Notice title={t('article10.own-entry')} />
  if (!isPublished) {
    return (
      <Notice kind="warning" title={t('article10.not-published')}>
        <p>{t('article10.not-published-words')}</p>
      </Notice>
    )
  }
  return may.record ? null : <Notice title={t('article10.not-for-you')} />
}
