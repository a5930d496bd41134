import { randomUUID } from 'node:crypto'
import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { ButtonLink } from '#app/components/button.tsx'
import { EmptyState } from '#app/components/empty-state.tsx'
import { HomeChanges } from '#app/components/home/changes.tsx'
import { HomeDrifted } from '#app/components/home/drifted.tsx'
import { HomeJointInvitations } from '#app/components/home/joint-invitations.tsx'
import { HomeOurs } from '#app/components/home/ours.tsx'
import { HomeQuestions } from '#app/components/home/questions.tsx'
import { HomeRelease } from '#app/components/home/release.tsx'
import { HomeUnacknowledged } from '#app/components/home/unacknowledged.tsx'
import { HomeUnanswered } from '#app/components/home/unanswered.tsx'
import { useRecordChanges } from '#app/components/live/use-record-changes.ts'
import { useLocale } from '#app/components/locale.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page, PageHeader } from '#app/components/page.tsx'
import { answerNoComments } from '#app/commands/answer-no-comments.server.ts'
import { requireActor } from '#app/http/actor.server.ts'
import { readForm } from '#app/http/form.server.ts'
import { refusedForm } from '#app/http/refusal.server.ts'
import { referenceFromAddress } from '#app/measures/measure.ts'
import { refuse } from '#app/measures/refusals.ts'
import { findHome, homeLists } from '#app/queries/home.server.ts'

export { keepPage as shouldRevalidate } from '#app/components/keep-page.ts'

export const meta: MetaFunction = ({ matches }) => pageTitle(matches, ({ t }) => t('home.title'))

const wholeList = z.enum(homeLists).nullable().catch(null)

export async function loader({ context, request }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const whole = wholeList.parse(new URL(request.url).searchParams.get('all'))
  const home = await findHome(context.deps, actor, whole)
  return json({
    ...home,
    delegation: actor.delegation,
    // A key for each answer, so that the same form sent twice answers once.
    unanswered: home.unanswered.map((line) => ({ ...line, key: randomUUID() })),
  })
}

/** Each chosen line: reference in its address form, version, key. */
const chosenLine = z
  .string()
  .transform((line) => {
    const [address = '', number, key] = line.split(' ')
    return { reference: referenceFromAddress(address), number: Number(number), key }
  })
  .pipe(z.object({ reference: z.string(), number: z.int().positive(), key: z.uuid() }))

const noCommentsInput = z.object({
  file: z.array(chosenLine).min(1, 'form.choose-at-least-one').max(100),
})

export async function action({ context, request }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const form = await readForm(request, noCommentsInput, ['file'])
  if (!form.ok) return form.response
  const outcome = await answerNoComments(context.deps, actor, form.input.file)
  const first = outcome.refused[0]
  return first ? refusedForm(refuse(first.reason), form.values) : json(null)
}

export default function Home() {
  const home = useLoaderData<typeof loader>()
  const { totals } = home
  const refused = useActionData<typeof action>()
  const { t } = useLocale()
  useRecordChanges(null)
  return (
    <Page>
      <PageHeader
        title={t('home.title')}
        intro={home.mayRead && <p>{t('home.intro')}</p>}
        actions={
          home.mayOpen && (
            <>
              <ButtonLink to="/notices/new">{t('files.give-notice')}</ButtonLink>
              <ButtonLink to="/files/new" kind="primary">
                {t('files.open-file')}
              </ButtonLink>
            </>
          )
        }
      />
      {home.mayRead ? (
        <>
          <HomeRelease lines={home.awaitingRelease} total={totals.release} />
          <HomeJointInvitations lines={home.jointInvitations} />
          <HomeUnanswered
            lines={home.unanswered}
            total={totals.unanswered}
            mayAnswer={home.mayRelease}
            state={refused ?? null}
          />
          {home.mayOpen && (
            <HomeQuestions
              questions={home.questions}
              missingContent={home.missingContent}
              total={totals.questions}
            />
          )}
          {home.acknowledges && (
            <HomeUnacknowledged lines={home.unacknowledged} total={totals.unacknowledged} />
          )}
          <HomeChanges lines={home.changes} total={totals.changes} />
          <HomeDrifted drifted={home.drifted} />
          {home.mayOpen && (
            <HomeOurs lines={home.ours} total={totals.ours} owner={home.delegation} />
          )}
        </>
      ) : (
        <NoFiles mayManage={home.mayManage} />
      )}
    </Page>
  )
}

/** For those whose roles show them no file: administrators, and who has no role. */
function NoFiles({ mayManage }: { mayManage: boolean }) {
  const { t } = useLocale()
  return mayManage ? (
    <EmptyState
      title={t('home.no-files')}
      action={
        <ButtonLink to="/people" kind="primary">
          {t('home.manage')}
        </ButtonLink>
      }
    >
      <p>{t('home.no-files.manager')}</p>
    </EmptyState>
  ) : (
    <EmptyState title={t('home.no-files')}>
      <p>{t('home.no-files.role')}</p>
    </EmptyState>
  )
}
