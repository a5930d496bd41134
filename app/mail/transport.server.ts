import { createTransport } from 'nodemailer'
import type { Message } from './compose.ts'

export interface Envelope extends Message {
  /** Stays the same when a message is sent again, so that a mailbox can know the second one. */
  id: string
  to: string
  date: Date
}

/** Hands one message to the mail server; it throws when that did not take it. */
export type Send = (envelope: Envelope, signal: AbortSignal) => Promise<void>

const patienceMs = 20_000

/** One connection a message; nothing is read from files or addresses on the way. */
export function openTransport(settings: { smtpUrl: string; from: string }, origin: string): Send {
  const transport = createTransport({
    url: settings.smtpUrl,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const { hostname } = new URL(origin)
  return async ({ id, to, date, subject, text }, signal) => {
    await transport.sendMail({
      from: { name: 'Concert', address: settings.from },
      to: { name: '', address: to },
      messageId: `<${id}@${hostname}>`,
      date,
      subject,
      text,
      headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
      signal,
    })
  }
}
