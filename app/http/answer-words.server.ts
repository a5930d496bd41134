import type { AnswerWords } from '#app/commands/bring-in-answers.server.ts'
import type { LocaleFormat } from '#app/messages/format.ts'
import { toldChange, toldInComment } from '#app/paper/told-change.ts'

/** How a comment says what came out of a Word document and has no field of its own. */
export function answerWords(words: Pick<LocaleFormat, 't'>): AnswerWords {
  return {
    about: (quote) => words.t('answers.said-on', { quote }),
    changed: (answer) =>
      answer.kind === 'in-comment' ? toldInComment(words, answer) : toldChange(words, answer),
  }
}
