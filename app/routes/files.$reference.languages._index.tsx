import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { EmptyState } from '#app/components/empty-state.tsx'
import { useLanguageNames } from '#app/components/file/language-field.tsx'
import { FileTabs } from '#app/components/file/file-tabs.tsx'
import { useCountColumns } from '#app/components/languages/count-columns.tsx'
import { useHolderName } from '#app/components/languages/language-state.tsx'
import { ListHeader } from '#app/components/languages/list-header.tsx'
import { useRecordChanges } from '#app/components/live/use-record-changes.ts'
import { useLocale } from '#app/components/locale.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page } from '#app/components/page.tsx'
import { Section } from '#app/components/section.tsx'
import { StatusLabel } from '#app/components/status-label.tsx'
import { Table } from '#app/components/table.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { requireReference } from '#app/http/reference.server.ts'
import { refusal } from '#app/http/refusal.server.ts'
import { isComplete } from '#app/measures/language-versions.ts'
import { referenceInAddress } from '#app/measures/measure.ts'
import { findLanguagesOfList } from '#app/queries/list-languages.server.ts'

export { keepPage as shouldRevalidate } from '#app/components/keep-page.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, ({ t }) =>
    data ? t('languages.of-list', { reference: data.reference }) : t('languages.title'),
  )

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const list = await findLanguagesOfList(context.deps, actor, requireReference(params))
  if (!list.ok) throw refusal(list)
  return json(list)
}

export default function ListLanguages() {
  const list = useLoaderData<typeof loader>()
  useRecordChanges(list.reference)
  const { t } = useLocale()
  const toCome = list.entries - list.offered
  return (
    <Page>
      <ListHeader list={list} title={t('languages.title')} intro={t('languages.of-list-intro')} />
      <FileTabs reference={list.reference} rooms={list.rooms} />
      {list.entries === 0 ? (
        <EmptyState title={t('languages.nothing')}>
          <p>{t('languages.nothing-words')}</p>
        </EmptyState>
      ) : (
        <Section
          title={t('languages.entries', { count: list.entries })}
          intro={toCome > 0 ? t('languages.not-offered', { count: toCome }) : undefined}
        >
          <LanguagesTable list={list} />
        </Section>
      )}
    </Page>
  )
}

function LanguagesTable({ list }: { list: ReturnType<typeof useLoaderData<typeof loader>> }) {
  const { t } = useLocale()
  const countColumns = useCountColumns()
  const { languageName } = useLanguageNames()
  const holderName = useHolderName()
  const path = `/files/${referenceInAddress(list.reference)}/languages`
  return (
    <Table
      caption={t('languages.title')}
      isCaptionHidden
      rows={list.languages}
      rowKey={({ language }) => language}
      columns={[
        {
          key: 'language',
          heading: t('languages.language'),
          isRowHeading: true,
          cell: ({ language, original, entries }) =>
            original === entries ? (
              languageName(language)
            ) : (
              <Link to={`${path}/${language}`}>{languageName(language)}</Link>
            ),
        },
        ...countColumns,
        {
          key: 'state',
          heading: t('languages.completeness'),
          cell: (count) =>
            count.original === count.entries ? (
              <StatusLabel>{t('languages.is-original')}</StatusLabel>
            ) : (
              isComplete(count) && (
                <StatusLabel tone="good">{t('languages.complete-one')}</StatusLabel>
              )
            ),
        },
        {
          key: 'held',
          heading: t('languages.held-by'),
          cell: ({ holders }) => holders.map(holderName).join('; '),
        },
      ]}
    />
  )
}
