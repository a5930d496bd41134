import type { Actor } from '#app/access/actor.ts'
import { checkLanguageVersions } from '#app/commands/check-language-versions.server.ts'
import type { Deps } from '#app/commands/deps.ts'
import { holdLanguage } from '#app/commands/hold-language.server.ts'
import { withdrawLanguageVersion } from '#app/commands/withdraw-language-version.server.ts'
import {
  checkLanguageVersionsInput,
  holdLanguageInput,
  withdrawLanguageVersionInput,
} from '#app/measures/language-inputs.ts'
import type { OfficialLanguage } from '#app/measures/official-languages.ts'
import { refuse } from '#app/measures/refusals.ts'
import { type FormAnswer, runForm } from './record-acts.server.ts'
import { refusedForm } from './refusal.server.ts'

/** The acts that the pages of a language offer, told apart by the field `act`. Null: it is done. */
export function actOnLanguage(
  deps: Deps,
  actor: Actor,
  language: OfficialLanguage,
  form: FormData,
): Promise<FormAnswer> {
  switch (form.get('act')) {
    case 'hold':
      return runForm(
        form,
        holdLanguageInput,
        (input) => holdLanguage(deps, actor, language, input),
        ['entryIds'],
      )
    case 'check':
      return runForm(
        form,
        checkLanguageVersionsInput,
        (input) => checkLanguageVersions(deps, actor, language, input),
        ['versions'],
      )
    case 'withdraw':
      return runForm(form, withdrawLanguageVersionInput, (input) =>
        withdrawLanguageVersion(deps, actor, language, input),
      )
    default:
      return Promise.resolve(refusedForm(refuse('invalid-input'), {}))
  }
}
