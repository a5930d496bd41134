import type { RoomAnswer } from '#app/http/room-answer.server.ts'
import type { VersionKind } from '#app/measures/measure.ts'
import type { LocaleFormat } from '#app/messages/format.ts'
import type { RoomHead } from '#app/queries/version-to-read.server.ts'

/** The title of a page that shows a room, or that its version was recalled; an error has no answer. */
export function roomTitle<Room extends Pick<RoomHead, 'reference'>>(
  { t }: LocaleFormat,
  answer: RoomAnswer<Room> | undefined,
  nameOf: (room: Room) => string,
): string {
  if (!answer) return t('errors.title')
  const { room, trace } = answer
  if (trace === null) return `${room.reference}: ${nameOf(room)}`
  return `${trace.reference}: ${t('recalled.title', { number: trace.version.number })}`
}

/** How the comments room of a version is called, on its tab as everywhere. */
export function versionRoomName(
  { t }: Pick<LocaleFormat, 't'>,
  { kind, number }: { kind: VersionKind; number: number },
): string {
  return kind === 'notice' ? t('file.tab.notice') : t('file.tab.version', { number })
}
