import { common } from './en/common.ts'
import { shell } from './en/shell.ts'
import { editor } from './en/editor.ts'
import { terms } from './en/terms.ts'
import { text } from './en/text.ts'
import { home } from './en/home.ts'
import { files } from './en/files.ts'
import { file } from './en/file.ts'
import { notices } from './en/notices.ts'
import { draft } from './en/draft.ts'
import { asOf } from './en/as-of.ts'
import { authors } from './en/authors.ts'
import { readiness } from './en/readiness.ts'
import { share } from './en/share.ts'
import { comments } from './en/comments.ts'
import { proposals } from './en/proposals.ts'
import { recalled } from './en/recalled.ts'
import { start } from './en/start.ts'
import { table } from './en/table.ts'
import { positions } from './en/positions.ts'
import { paper } from './en/paper.ts'
import { compare } from './en/compare.ts'
import { parallel } from './en/parallel.ts'
import { outcomes } from './en/outcomes.ts'
import { record } from './en/record.ts'
import { attachments } from './en/attachments.ts'
import { commission } from './en/commission.ts'
import { coverage } from './en/coverage.ts'
import { compilation } from './en/compilation.ts'
import { confirm } from './en/confirm.ts'
import { languages } from './en/languages.ts'
import { register } from './en/register.ts'
import { openData } from './en/open-data.ts'
import { answers } from './en/answers.ts'
import { article10 } from './en/article10.ts'
import { post } from './en/post.ts'
import { note } from './en/note.ts'
import { oj } from './en/oj.ts'
import { people } from './en/people.ts'
import { account } from './en/account.ts'
import { signIn } from './en/sign-in.ts'
import { seal } from './en/seal.ts'
import { joint } from './en/joint.ts'
import { invitations } from './en/invitations.ts'
import { help } from './en/help.ts'
import { errors } from './en/errors.ts'
import { refusals } from './en/refusals.ts'
import { form } from './en/form.ts'
import { history } from './en/history.ts'
import { translations as courtesy } from './en/translations.ts'
import { withhold } from './en/withhold.ts'
import { word } from './en/word.ts'

/** The English catalogue, joined of one file a room: in `en/draft.ts` every key begins with `draft.`. */
export const english = {
  ...common,
  ...shell,
  ...editor,
  ...terms,
  ...text,
  ...home,
  ...joint,
  ...files,
  ...file,
  ...notices,
  ...draft,
  ...asOf,
  ...authors,
  ...answers,
  ...word,
  ...withhold,
  ...courtesy,
  ...readiness,
  ...share,
  ...comments,
  ...proposals,
  ...recalled,
  ...start,
  ...table,
  ...positions,
  ...paper,
  ...compare,
  ...outcomes,
  ...parallel,
  ...record,
  ...attachments,
  ...commission,
  ...coverage,
  ...compilation,
  ...confirm,
  ...languages,
  ...register,
  ...openData,
  ...article10,
  ...post,
  ...note,
  ...oj,
  ...people,
  ...account,
  ...signIn,
  ...invitations,
  ...seal,
  ...help,
  ...errors,
  ...refusals,
  ...form,
  ...history,
} as const

export type MessageKey = keyof typeof english

export type Catalogue = Readonly<Record<MessageKey, string>>

/** The official languages of the Union. */
export const LOCALES = [
  'bg',
  'cs',
  'da',
  'de',
  'el',
  'en',
  'es',
  'et',
  'fi',
  'fr',
  'ga',
  'hr',
  'hu',
  'it',
  'lt',
  'lv',
  'mt',
  'nl',
  'pl',
  'pt',
  'ro',
  'sk',
  'sl',
  'sv',
] as const

export type Locale = (typeof LOCALES)[number]

/** Translations are partial while they are being made: a missing message is shown in English. */
const translations: Readonly<Partial<Record<Locale, Partial<Catalogue>>>> = {}

/** The text of a message and the language in which it really is. */
export function messageText(locale: Locale, key: MessageKey): { text: string; locale: Locale } {
  const translated = translations[locale]?.[key]
  return translated === undefined
    ? { text: english[key], locale: 'en' }
    : { text: translated, locale }
}
