import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { z } from 'zod'
import { statePosition } from '#app/commands/state-position.server.ts'
import { Button } from '#app/components/button.tsx'
import { PositionForm } from '#app/components/comments/position-form.tsx'
import { PositionsPrint } from '#app/components/comments/positions-print.tsx'
import { PositionsTable, UnattributedPositions } from '#app/components/comments/positions-table.tsx'
import { RoomHeader } from '#app/components/comments/room-header.tsx'
import { RoomOrTrace } from '#app/components/comments/room-or-trace.tsx'
import { roomTitle } from '#app/components/comments/room-title.ts'
import { EmptyState } from '#app/components/empty-state.tsx'
import { useDiscussion } from '#app/components/live/use-discussion.ts'
import { useLocale } from '#app/components/locale.tsx'
import { pageTitle } from '#app/components/page-title.ts'
import { Page } from '#app/components/page.tsx'
import { Section } from '#app/components/section.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { checkForm, formOf } from '#app/http/form.server.ts'
import { inTurn } from '#app/http/in-turn.server.ts'
import { requireReference } from '#app/http/reference.server.ts'
import { refusal, refusedForm } from '#app/http/refusal.server.ts'
import { type RoomAnswer, traceOf } from '#app/http/room-answer.server.ts'
import { statePositionInput } from '#app/measures/comment-inputs.ts'
import { referenceInAddress } from '#app/measures/measure.ts'
import { refuse } from '#app/measures/refusals.ts'
import { findPositionsPage, type PositionsPage } from '#app/queries/positions-page.server.ts'

export { keepPage as shouldRevalidate } from '#app/components/keep-page.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, (words) => roomTitle(words, data, () => words.t('positions.title')))

const versionNumber = z.coerce.number().int().positive().max(999_999)

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const asked = new URL(request.url).searchParams.get('version')
  const number = asked === null ? { data: null } : versionNumber.safeParse(asked)
  if (number.data === undefined) throw refusal(refuse('not-found'))
  const reference = requireReference(params)
  const found = await findPositionsPage(context.deps, actor, reference, number.data)
  return json<RoomAnswer<PositionsPage>>(
    found.ok
      ? { room: found.page, trace: null }
      : await traceOf(context.deps, actor, found, reference, number.data),
  )
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const reference = requireReference(params)
  const form = await formOf(request)
  const number = versionNumber.safeParse(form.get('version'))
  const read = checkForm(form, statePositionInput, ['delegations', 'intentions'])
  if (!read.ok) return read.response
  const { deps } = context
  const result = number.success
    ? await inTurn(reference, () =>
        statePosition(deps, actor, { reference, number: number.data }, read.input),
      )
    : refuse('not-found')
  if (!result.ok) return refusedForm(result, read.values)
  const path = `/files/${referenceInAddress(reference)}/positions`
  return redirect(`${path}?version=${number.data}#state-${actor.delegation}`)
}

export default function Positions() {
  const answer: RoomAnswer<PositionsPage> = useLoaderData<typeof loader>()
  return <RoomOrTrace answer={answer}>{(page) => <OpenPositions loaded={page} />}</RoomOrTrace>
}

function OpenPositions({ loaded }: { loaded: PositionsPage }) {
  const page = useDiscussion(loaded)
  const refused = useActionData<typeof action>()
  const { t } = useLocale()
  const [parameters] = useSearchParams()
  const isAttributed = parameters.get('names') !== 'off'
  const version = `version=${page.version.number}`
  return (
    <Page>
      <RoomHeader room={page} name={t('positions.title')} />
      <div className="compiled__head">
        <p className="soft">
          {t('positions.silence')}{' '}
          {page.delegation !== page.owner && t('comments.positions-others')}{' '}
          {t(isAttributed ? 'positions.attributed' : 'positions.unattributed')}
        </p>
        <div className="actions">
          <Link to={isAttributed ? `?${version}&names=off` : `?${version}`}>
            {t(isAttributed ? 'positions.names-off' : 'positions.names-on')}
          </Link>
          <Button type="button" onClick={() => window.print()}>
            {t('table.print')}
          </Button>
        </div>
      </div>
      {page.standings.length === 0 && (
        <EmptyState title={t('positions.none')}>{t('positions.none-final')}</EmptyState>
      )}
      {page.standings.length > 0 && isAttributed && <PositionsTable page={page} />}
      {page.standings.length > 0 && !isAttributed && <UnattributedPositions page={page} />}
      {page.standings.length > 0 && <PositionsPrint version={page.version.number} />}
      {page.may.statePosition && (
        <Section id="state" title={t('positions.state-ours')}>
          <PositionForm page={page} state={refused ?? null} />
        </Section>
      )}
    </Page>
  )
}
