import type { Version } from '#app/measures/measure.ts'
import { publicSections } from '#app/measures/notification-pack.ts'
import { type Content, plainText, sectionOf } from '#app/text/content.ts'
import { elementsOf, type TextElement } from '#app/text/elements.ts'
import { remembered } from '#app/text/remembered.ts'
import type { Visitor } from './actor.ts'
import { can } from './policy.ts'
import type { FileSubject } from './subjects.ts'

/**
 * Whether this person reads of a version the measure alone. Only that leaves the house of a final
 * version, with notification and publication: what prepared it (risk, effect on operators,
 * feasibility) stays with those to whom it was shared, in the versions that they were given.
 */
export function readsMeasureOnly(
  actor: Visitor,
  file: FileSubject,
  version: Pick<Version, 'kind'>,
): boolean {
  return version.kind === 'final' && !can(actor, 'see-draft', file).ok
}

/** The sections of a text that are the measure itself. */
export function measureOnly(content: Content): Content {
  const sections = (content.content ?? []).filter((section) =>
    publicSections.includes(sectionOf(section)),
  )
  return { ...content, content: sections }
}

interface Text {
  content: Content
  elements: readonly TextElement[]
  plain: string
}

/** A version's text as this person may read it. Nothing else of it may be quoted to them, or by them. */
export function readableText<T extends Text>(
  actor: Visitor,
  file: FileSubject,
  version: Pick<Version, 'kind'>,
  text: T,
): T {
  return readsMeasureOnly(actor, file, version) ? { ...text, ...partOf(text.content) } : text
}

const partOf = remembered((whole: Content): Text => {
  const content = measureOnly(whole)
  return { content, elements: elementsOf(content), plain: plainText(content) }
})
