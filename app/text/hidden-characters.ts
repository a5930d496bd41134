/**
 * Characters that nobody sees and that change what is read. What turns the direction of writing makes
 * a text read otherwise than it is stored (a bound of 15 as 51); what has no width makes two different
 * names or codes look alike. None of the Union's official languages needs any of them.
 */
const turnsDirection = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/
const hidden = /[\u034F\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/g

export function hasTurnedDirection(text: string): boolean {
  return turnsDirection.test(text)
}

/** Without them; a soft hyphen, which is seen at the end of a line only, goes too. */
export function withoutHidden(text: string): string {
  return text.replaceAll(hidden, '')
}

/** A title or a name as one line: composed (NFC), nothing hidden, each white space one space. */
export function asOneLine(text: string): string {
  return withoutHidden(text).normalize('NFC').replaceAll(/\s+/g, ' ').trim()
}
