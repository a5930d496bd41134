import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import type { MailDue } from '#app/measures/mail.ts'
import { byReference, type MailLine } from '#app/measures/mail-lines.ts'
import { formatFor } from '#app/messages/format.ts'

export interface Message {
  subject: string
  text: string
}

/**
 * A letter as plain text: sender, reference, kind of act, date and link, file by file. `origin` is
 * where people reach the portal. It is given nothing of the content, so it can tell nothing of it.
 */
export function composeMessage(
  letter: { delegation: DelegationCode; kind: MailDue; lines: readonly MailLine[] },
  origin: string,
): Message {
  const { t, stateName } = formatFor('en')
  const files = byReference(letter.lines)
  const parts = [
    t(`post.mail.opening.${letter.kind}`),
    ...files.map(({ reference, lines }) =>
      [reference, ...lines.flatMap((line) => linesOf(line, origin))].join('\n'),
    ),
    t('post.mail.closing'),
    `-- \n${t('post.mail.footer', { delegation: stateName(letter.delegation) })}`,
  ]
  return { subject: subjectOf(letter.lines, files.length), text: `${parts.join('\n\n')}\n` }
}

function linesOf(line: MailLine, origin: string): string[] {
  const { t, dateTime } = formatFor('en')
  const date = dateTime(line.actedAt)
  return [`  ${t('post.mail.line', { date, ...named(line) })}`, `  ${origin}${line.path}`]
}

function subjectOf(lines: readonly MailLine[], files: number): string {
  const { t } = formatFor('en')
  const [only] = lines
  if (only && lines.length === 1)
    return t('post.mail.subject', { reference: only.reference, ...named(only) })
  const acts = lines.reduce((sum, { count }) => sum + count, 0)
  return t('post.mail.subject-many', { acts, files })
}

function named({ sender, act, count }: MailLine): { sender: string; act: string } {
  const { t, stateName } = formatFor('en')
  return { sender: stateName(sender), act: t(`post.act.${act}`, { count }) }
}
