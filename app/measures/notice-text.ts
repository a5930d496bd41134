import type { Content, ContentNode } from '#app/text/content.ts'
import type { SectionKey } from '#app/text/grammar.ts'
import type { NoticeFields } from './events/life.ts'

/**
 * What an early notice says, in the sections in which a draft will say it: a thread on the notice
 * then finds its place in the draft. Whom to contact is not commented on.
 */
export const noticeSections = {
  risk: 'risk',
  technology: 'items',
  envisaged: 'subject',
  timetable: 'lead-time',
} as const satisfies Partial<Record<keyof NoticeFields, SectionKey>>

/** An early notice as a text, in the order of its form: one paragraph for each line that says something. */
export function noticeAsText(notice: NoticeFields): Content {
  const fields = ['risk', 'technology', 'envisaged', 'timetable'] as const
  return {
    type: 'doc',
    content: fields.map((field): ContentNode => {
      const key = noticeSections[field]
      return {
        type: 'section',
        attrs: { id: key, key },
        content: notice[field]
          .split('\n')
          .filter((line) => line.trim() !== '')
          .map((text, index) => ({
            type: 'paragraph',
            attrs: { id: `${key}-${index + 1}` },
            content: [{ type: 'text', text }],
          })),
      }
    }),
  }
}

/** An early notice says nothing when every field of substance is blank. */
export function isNoticeEmpty(notice: NoticeFields): boolean {
  return [notice.risk, notice.technology, notice.envisaged].every((field) => field.trim() === '')
}
