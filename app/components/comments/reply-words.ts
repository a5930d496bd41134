import type { LocaleFormat } from '#app/messages/format.ts'
import type { ReplyView } from '#app/queries/comment-view.server.ts'

/** A reply as words, and below it what whoever raised the comment said of it. */
export function replyWords({ t, date }: LocaleFormat, reply: ReplyView | null): string[] {
  if (!reply) return []
  const { answered } = reply
  const said = answered && [t(`comments.answered.${answered.answer}`), answered.reason]
  return [
    `${reply.reason} (${date(reply.at)})`.trim(),
    ...(said && answered ? [`${said.filter(Boolean).join(': ')} (${date(answered.at)})`] : []),
  ]
}
