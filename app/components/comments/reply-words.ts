import type { LocaleFormat } from '#app/messages/format.ts'
import type { ReplyView } from '#app/queries/comment-view.server.ts'

/** A reply as lines, and below it what whoever raised the comment said of it. */
export function replyWords(words: LocaleFormat, reply: ReplyView | null): string[] {
  if (!reply) return []
  const given = `${reply.reason} (${words.date(reply.at)})`.trim()
  return [given, answerWords(words, reply) ?? []].flat()
}

/** What whoever raised the comment said of a reply; null where they said nothing. */
export function answerWords({ t, date }: LocaleFormat, { answered }: ReplyView): string | null {
  if (!answered) return null
  const { answer, reason, at } = answered
  return `${[t(`comments.answered.${answer}`), reason].filter(Boolean).join(': ')} (${date(at)})`
}
