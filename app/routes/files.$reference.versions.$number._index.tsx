import type { ActionFunctionArgs, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { json } from '@remix-run/node'
import { type ShouldRevalidateFunction, useLoaderData } from '@remix-run/react'
import { CommentsRoom } from '#app/components/comments/comments-room.tsx'
import { languageShown } from '#app/components/comments/language-views.tsx'
import { PositionsStrip } from '#app/components/comments/positions-strip.tsx'
import { RoomDownloads } from '#app/components/comments/room-downloads.tsx'
import { RoomHeader } from '#app/components/comments/room-header.tsx'
import { RoomOrTrace } from '#app/components/comments/room-or-trace.tsx'
import { roomTitle, versionRoomName } from '#app/components/comments/room-title.ts'
import { useRoomNews } from '#app/components/comments/room-news.ts'
import { asksAgain } from '#app/components/live/asks-again.ts'
import { useDiscussion } from '#app/components/live/use-discussion.ts'
import { pageTitle } from '#app/components/page-title.ts'
import { Page } from '#app/components/page.tsx'
import { requireActor } from '#app/http/actor.server.ts'
import { performInRoom } from '#app/http/discussion-acts.server.ts'
import { requireNumber, requireReference } from '#app/http/reference.server.ts'
import { type RoomAnswer, traceOf } from '#app/http/room-answer.server.ts'
import { type CommentsRoom as Room, findCommentsRoom } from '#app/queries/comments-room.server.ts'

export const meta: MetaFunction<typeof loader> = ({ matches, data }) =>
  pageTitle(matches, (words) =>
    roomTitle<Room>(words, data, ({ version }) => versionRoomName(words, version)),
  )

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const actor = requireActor(context, request)
  const reference = requireReference(params)
  const number = requireNumber(params)
  const language = languageShown(new URL(request.url).searchParams)
  const found = await findCommentsRoom(context.deps, actor, reference, number, language)
  return json<RoomAnswer<Room>>(
    found.ok
      ? { room: found.room, trace: null }
      : await traceOf(context.deps, actor, found, reference, number),
  )
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const actor = requireActor(context, request)
  const room = { reference: requireReference(params), number: requireNumber(params) }
  return performInRoom(context.deps, actor, room, request)
}

/** Words of a translation come with the page that shows them. */
export const shouldRevalidate: ShouldRevalidateFunction = (change) => {
  const { currentUrl, nextUrl } = change
  const isOther = languageShown(currentUrl.searchParams) !== languageShown(nextUrl.searchParams)
  return isOther || asksAgain(change)
}

export default function VersionRoom() {
  const answer: RoomAnswer<Room> = useLoaderData<typeof loader>()
  return <RoomOrTrace answer={answer}>{(room) => <OpenRoom loaded={room} />}</RoomOrTrace>
}

function OpenRoom({ loaded }: { loaded: Room }) {
  const room = useDiscussion(loaded)
  useRoomNews(room)
  return (
    <Page>
      <RoomHeader room={room} />
      <RoomDownloads room={room} />
      {room.standings.length > 0 && <PositionsStrip room={room} />}
      <CommentsRoom room={room} />
    </Page>
  )
}
