import { shortened } from '#app/queries/quoted-words.ts'
import type { WithholdingPage } from '#app/queries/withholding.server.ts'
import { CheckboxGroup, type Choice, RadioGroup } from '../choices.tsx'
import { placeNames, usePlaceNames } from '../comments/place-name.ts'
import { useLanguageNames } from '../file/language-field.tsx'
import { useHistoryItem } from '../file/history-lines.tsx'
import { useLocale } from '../locale.tsx'

/** Everything of a file that this person may withhold. */
export function WithholdChoices({ page }: { page: Omit<WithholdingPage, 'ok'> }) {
  const { t, stateName, dateTime } = useLocale()
  const locale = useLocale()
  const { languageName } = useLanguageNames()
  const itemOf = useHistoryItem()
  const { versions, translations, languageVersions, comments, joints, attachments, acts } = page
  const group = (name: string, label: string, choices: readonly Choice[], hint?: string) =>
    choices.length > 0 && (
      <CheckboxGroup name={name} label={label} hint={hint} choices={choices} isOptional />
    )
  const lists = [
    page.draft ?? [],
    versions,
    translations,
    languageVersions,
    comments,
    joints,
    attachments,
    acts,
  ]
  if (lists.every((list) => list.length === 0)) return <p>{t('withhold.none')}</p>
  return (
    <>
      {page.draft && <DraftChoices lines={page.draft} />}
      {group(
        'versions',
        t('withhold.versions'),
        versions.map(({ id, number, kind }) => ({
          value: `${id}:${number}`,
          label: t('comments.version', { kind: t(`terms.version-kind.${kind}`), number }),
        })),
        t('withhold.versions-hint'),
      )}
      {group(
        'translations',
        t('withhold.translations'),
        translations.map(({ id, number, language }) => ({
          value: id,
          label: t('withhold.translation', { number, language: languageName(language) }),
        })),
      )}
      {group(
        'languageVersions',
        t('withhold.language-versions'),
        languageVersions.map(({ id, language, code, addedAt }) => ({
          value: id,
          label: t('withhold.language-version', {
            code: code || t('text.entry-without-code'),
            language: languageName(language),
            date: dateTime(addedAt),
          }),
        })),
        t('withhold.language-versions-hint'),
      )}
      {group(
        'comments',
        t('withhold.comments'),
        comments.map(({ id, delegation, provision, versionKind, words }) => ({
          value: id,
          label: `${stateName(delegation)}, ${placeNames(locale, versionKind).provisionName(provision)}`,
          hint: words && <q>{words}</q>,
        })),
        t('withhold.comments-hint'),
      )}
      {group(
        'joints',
        t('withhold.joints'),
        joints.map(({ id, provision }) => ({
          value: id,
          label: placeNames(locale, 'draft').provisionName(provision),
        })),
      )}
      {group(
        'attachments',
        t('withhold.attachments'),
        attachments.map(({ id, name }) => ({ value: id, label: name })),
      )}
      {group(
        'acts',
        t('withhold.acts'),
        acts.map((line) => {
          const { id, at, who, what } = itemOf(line)
          return {
            value: id,
            label: (
              <>
                {dateTime(at)}: {who} {what}
              </>
            ),
          }
        }),
        t('withhold.acts-hint'),
      )}
    </>
  )
}

function DraftChoices({ lines }: { lines: NonNullable<WithholdingPage['draft']> }) {
  const { t } = useLocale()
  const { nameOf } = usePlaceNames('draft')
  const choices = (['none', 'lines', 'whole'] as const).map((value) => ({
    value,
    label: t(`withhold.draft.${value}`),
  }))
  return (
    <>
      <RadioGroup
        name="draft"
        label={t('withhold.draft')}
        hint={t('withhold.draft-hint')}
        choices={choices}
        defaultValue="none"
      />
      {lines.length > 0 && (
        <details className="more">
          <summary>{t('withhold.lines')}</summary>
          <CheckboxGroup
            name="lines"
            label={t('withhold.lines')}
            hint={t('withhold.lines-hint')}
            choices={lines.map(({ id, place }) => ({
              value: id,
              label: nameOf(place),
              hint: <q>{shortened(place.text)}</q>,
            }))}
            isOptional
          />
        </details>
      )}
    </>
  )
}
