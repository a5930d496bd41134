import { useLocale } from '../locale.tsx'
import { Table } from '../table.tsx'
import { directionOf, parameterWords } from './change-words.ts'
import { type ComparedTexts, lineId } from './comparison.tsx'
import { usePlaceNames } from './place-name.ts'

/** Control parameters that are read otherwise, in words, with the direction in which they went. */
export function ParameterChanges({ texts }: { texts: ComparedTexts }) {
  const locale = useLocale()
  const { t } = locale
  const { nameOf } = usePlaceNames(texts.kind)
  const rows = texts.lines.flatMap((line) =>
    line.parameters.map((parameter, index) => ({ key: `${line.id}-${index}`, line, parameter })),
  )
  return (
    <Table
      caption={t('compare.parameters')}
      isCaptionHidden
      rows={rows}
      rowKey={({ key }) => key}
      empty={<p className="soft">{t('compare.no-parameters')}</p>}
      columns={[
        {
          key: 'place',
          heading: t('table.place'),
          cell: ({ line }) => <a href={`#${lineId(line)}`}>{nameOf(line.name)}</a>,
        },
        {
          key: 'words',
          heading: t('compare.parameter'),
          cell: ({ parameter }) => parameterWords(locale, parameter),
        },
        {
          key: 'meaning',
          heading: t('compare.meaning'),
          cell: ({ parameter: { change, wording } }) =>
            t(`compare.meaning.${directionOf(change, wording !== null)}`),
        },
      ]}
    />
  )
}
