/**
 * Characters that nobody sees and that change what is read. What turns the direction of writing makes
 * a text read otherwise than it is stored (a bound of 15 as 51); what has no width, or looks like
 * nothing (fillers of Hangul, a Braille cell without dots, tags, selectors of a variant), makes two
 * different names or codes look alike. None of the Union's official languages needs any of them.
 */
const turnsDirection = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/
const hidden =
  /\u034F|\u00AD|\u061C|[\u115F\u1160]|[\u17B4\u17B5]|[\u180B-\u180F]|[\u200B-\u200F]|[\u202A-\u202E]|[\u2060-\u206F]|\u2800|\u3164|[\uFE00-\uFE0F]|\uFEFF|\uFFA0|[\u{1D173}-\u{1D17A}]|[\u{E0000}-\u{E01EF}]/gu

/**
 * Marks on one letter, of which more are a tower that covers the lines around it. Composed, no
 * official language of the Union stacks more than two, and transliterations come by with four.
 */
const mostMarks = 8
const tower = new RegExp(String.raw`(\p{M}{${mostMarks}})\p{M}+`, 'gu')
const visible = /[\p{L}\p{N}\p{P}\p{S}]/u

export function hasTurnedDirection(text: string): boolean {
  return turnsDirection.test(text)
}

/** Without them; a soft hyphen, which is seen at the end of a line only, goes too. */
export function withoutHidden(text: string): string {
  return text.replaceAll(hidden, '')
}

/**
 * A title or a name as one line: composed (NFC), nothing hidden, each white space one space, no tower
 * of marks. Empty where nothing of it could be seen.
 */
export function asOneLine(text: string): string {
  const line = withoutHidden(text).normalize('NFC').replaceAll(tower, '$1')
  return visible.test(line) ? line.replaceAll(/\s+/g, ' ').trim() : ''
}
