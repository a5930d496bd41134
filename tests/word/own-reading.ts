import { english } from '#app/messages/messages.ts'
import { sectionKeys } from '#app/text/grammar.ts'
import type { ContentOptions } from '#app/word/content.ts'

/** How the portal reads a Word document, with the words that it writes itself. */
export const ownReading: ContentOptions = {
  sections: Object.fromEntries(
    sectionKeys.map((key) => [english[`text.section.${key}`].toLowerCase(), key]),
  ),
  section: 'grounds',
  idPrefix: 'w',
  ownWords: {
    withoutCode: english['text.entry-without-code'],
    logics: { 'any of the following:': 'any-of', 'all of the following:': 'all-of' },
  },
}
