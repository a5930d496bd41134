import type { LocaleFormat } from '#app/messages/format.ts'

interface Told {
  before: string
  after: string
  isMove: boolean
}

/** A change of a Word document in words: for what is no wording that could take the place of another. */
export function toldChange({ t }: Pick<LocaleFormat, 't'>, change: Told): string {
  const before = withEnds(change.before)
  const after = withEnds(change.after)
  if (change.isMove) {
    return after === ''
      ? t('answers.said-moved-away', { words: before })
      : t('answers.said-moved-here', { words: after })
  }
  if (before === '') return t('answers.said-insert', { after })
  if (after === '') return t('answers.said-delete', { before })
  return t('answers.said-replace', { before, after })
}

/** Words that somebody wrote into a comment of the portal, or a reply, or struck out of it. */
export function toldInComment(
  { t }: Pick<LocaleFormat, 't'>,
  { before, after, isInReply }: { before: string; after: string; isInReply: boolean },
): string {
  const where = isInReply ? 'reply' : 'comment'
  if (before === '') return t('answers.said-in-comment', { where, after })
  if (after === '') return t('answers.said-out-of-comment', { where, before })
  return t('answers.said-otherwise-in-comment', { where, before, after })
}

/** The end of a paragraph is seen as writers know it. */
function withEnds(words: string): string {
  return words.replaceAll('\n', ' ¶ ').trim()
}
