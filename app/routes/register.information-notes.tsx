import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { useLocale } from '#app/components/locale.tsx'
import { NotesTable } from '#app/components/note/notes-table.tsx'
import { Notice } from '#app/components/notice.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { RegisterTabs } from '#app/components/register/register-tabs.tsx'
import { findPublicNotes } from '#app/queries/information-note.server.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, ({ t }) => t('note.recorded'))

export async function loader({ context }: LoaderFunctionArgs) {
  return json(await findPublicNotes(context.deps))
}

export default function InformationNotes() {
  const { notes } = useLoaderData<typeof loader>()
  const { t } = useLocale()
  return (
    <Page>
      <PageHeader title={t('register.title')} intro={<p>{t('register.intro')}</p>} />
      <RegisterTabs />
      <Notice title={t('register.not-authentic')}>
        <p>{t('register.not-authentic-words')}</p>
      </Notice>
      <NotesTable notes={notes} />
    </Page>
  )
}
