import { useEffect, useRef } from 'react'
import type { CommentsRoom } from '#app/queries/comments-room.server.ts'
import { useAnnounce } from '../announcements.tsx'
import { useLocale } from '../locale.tsx'
import { type News, newsBetween } from './news.ts'

/** Says what appeared in the room, to ears that cannot see it. */
export function useRoomNews(room: CommentsRoom) {
  const announce = useAnnounce()
  const newsWords = useNewsWords()
  const last = useRef(room)
  useEffect(() => {
    const before = last.current
    last.current = room
    const isSame =
      before.reference === room.reference && before.version.number === room.version.number
    if (before === room || !isSame) return
    for (const words of new Set(newsBetween(before, room).map(newsWords))) announce(words)
  }, [room, announce, newsWords])
}

function useNewsWords(): (news: News) => string {
  const { t, stateName } = useLocale()
  return (news) =>
    'delegation' in news
      ? t(`comments.news.${news.kind}`, { state: stateName(news.delegation) })
      : t(`comments.news.${news.kind}`)
}
