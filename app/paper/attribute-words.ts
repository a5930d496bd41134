import type { LocaleFormat } from '#app/messages/format.ts'
import type { AttributeChange } from '#app/text/attribute-changes.ts'
import { activities, logics, noteKinds } from '#app/text/grammar.ts'
import type { ProposedSetting } from '#app/text/proposed-lines.ts'

type AttributeFormat = Pick<LocaleFormat, 't' | 'list' | 'date' | 'number'>

/**
 * An attribute as the editor says it: empty destinations are all outside the customs territory, and no
 * activities are export alone.
 */
export function attributeWords(
  { t, list, date, number }: AttributeFormat,
  name: AttributeChange['name'],
  value: string | null,
): string {
  switch (name) {
    case 'logic':
      return t(`editor.logic.${logics.find((logic) => logic === value) ?? 'none'}`)
    case 'destinations':
      return value ?? t('record.all-destinations')
    case 'expiry':
      return value === null ? t('compare.no-expiry') : date(value)
    case 'activities': {
      const written = value?.split(' ') ?? []
      const known = activities.filter((activity) => written.includes(activity))
      return known.length === 0
        ? t('compare.export-only')
        : list(known.map((activity) => t(`text.activity.${activity}`)))
    }
    case 'kind':
      return t(`text.note.${noteKinds.find((kind) => kind === value) ?? 'note'}`)
    case 'notUsed':
      return value === null ? t('compare.not-used.no') : t('compare.not-used.yes')
    case 'isHeader':
      return value === null ? t('compare.heading-row.no') : t('compare.heading-row.yes')
    case 'colspan':
    case 'rowspan':
    case 'row':
      return number(Number(value ?? 1))
    case 'code':
    case 'label':
      return value || t('compare.nothing')
    default:
      return name satisfies never
  }
}

/** What a proposal sets: `Destinations: Russia → Russia and Belarus`; of what is new only what it is set to. */
export function settingWords(
  words: AttributeFormat,
  { name, before, after, isNew }: ProposedSetting,
): string {
  const said = {
    name: words.t(`compare.attribute.${name}`),
    before: attributeWords(words, name, before),
    after: attributeWords(words, name, after),
  }
  return words.t(isNew ? 'proposals.setting-new' : 'proposals.setting', said)
}
