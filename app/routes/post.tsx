import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { setOwnAddress } from '#app/commands/set-own-address.server.ts'
import { EmptyState } from '#app/components/empty-state.tsx'
import { useLocale } from '#app/components/locale.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { Pagination } from '#app/components/pagination.tsx'
import { MailTable } from '#app/components/post/mail-table.tsx'
import { PostSettings } from '#app/components/post/post-settings.tsx'
import { Columns, Section } from '#app/components/section.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { refusal, refusedForm } from '#app/http/refusal.server.ts'
import { ownAddressInput } from '#app/measures/mail-inputs.ts'
import { findPost } from '#app/queries/post.server.ts'

export { keepPage as shouldRevalidate } from '#app/components/keep-page.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, ({ t }) => t('post.title'))

export async function loader({ request, context }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const asked = Number(new URL(request.url).searchParams.get('page') ?? 1)
  const page = Number.isInteger(asked) && asked >= 1 && asked <= 1_000_000 ? asked : 1
  const { digestTime, isSent } = context.post
  const found = await findPost(context.deps, actor, { page, digestTime })
  if (!found.ok) throw refusal(found)
  return json({ ...found.post, page, digestTime, isSent })
}

export async function action({ request, context }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const form = await readForm(request, ownAddressInput)
  if (!form.ok) return form.response
  const set = await setOwnAddress(context.deps, actor, form.input)
  return set.ok ? redirect('/post') : refusedForm(set, form.values)
}

export default function Post() {
  const { digestTime, isSent, functionalMailbox, readers, givenUp, ownAddress, may } =
    useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const { t } = useLocale()
  return (
    <Page>
      <PageHeader
        title={t('post.title')}
        crumbs={[{ label: t('post.crumb.home'), to: '/home' }]}
        intro={<p>{t('post.intro')}</p>}
      />
      <Columns>
        <div>
          <Waiting />
          <Received />
        </div>
        <div>
          <PostSettings
            {...{ digestTime, isSent, functionalMailbox, readers, givenUp, ownAddress, refused }}
            maySetMailbox={may.setMailbox}
          />
        </div>
      </Columns>
    </Page>
  )
}

function Waiting() {
  const { waiting, nextDigest, digestTime } = useLoaderData<typeof loader>()
  const { t, dateTime } = useLocale()
  return (
    <Section
      id="waiting"
      title={t('post.waiting.title')}
      intro={
        waiting.length > 0 ? t('post.waiting.intro', { date: dateTime(nextDigest) }) : undefined
      }
    >
      {waiting.length > 0 ? (
        <MailTable caption={t('post.waiting.title')} groups={[{ id: 'waiting', lines: waiting }]} />
      ) : (
        <EmptyState title={t('post.waiting.empty')}>
          <p>{t('post.waiting.empty-words', { time: digestTime })}</p>
        </EmptyState>
      )}
    </Section>
  )
}

function Received() {
  const { letters, total, page, lettersOnPage } = useLoaderData<typeof loader>()
  const { t, dateTime } = useLocale()
  return (
    <Section id="received" title={t('post.received.title')}>
      {letters.length > 0 ? (
        <>
          <MailTable
            caption={t('post.received.title')}
            groups={letters.map(({ id, kind, madeAt, lines }) => ({
              id,
              heading: t(`post.letter.${kind}`, { date: dateTime(madeAt) }),
              lines,
            }))}
          />
          <Pagination page={page} pageSize={lettersOnPage} total={total} />
        </>
      ) : (
        <EmptyState title={t('post.received.empty')}>
          <p>{t('post.received.empty-words')}</p>
        </EmptyState>
      )}
    </Section>
  )
}
