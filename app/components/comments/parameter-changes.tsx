import { useLocale } from '../locale.tsx'
import { Table } from '../table.tsx'
import { meaningWords, parameterWords } from './change-words.ts'
import { lineId } from './compared-words.tsx'
import type { ComparedTexts } from './comparison.tsx'
import { usePlaceNames } from './place-name.ts'

/** Control parameters that are read otherwise, in words, with the direction in which they went. */
export function ParameterChanges({ texts }: { texts: ComparedTexts }) {
  const locale = useLocale()
  const { t } = locale
  const { nameOf } = usePlaceNames(texts.kind)
  const { sides = null } = texts
  const rows = texts.lines.flatMap((line) =>
    line.parameters.map((parameter, index) => ({ key: `${line.id}-${index}`, line, parameter })),
  )
  return (
    <Table
      caption={t(sides ? 'parallel.parameters' : 'compare.parameters')}
      isCaptionHidden
      rows={rows}
      rowKey={({ key }) => key}
      empty={
        <p className="soft">{t(sides ? 'parallel.no-parameters' : 'compare.no-parameters')}</p>
      }
      columns={[
        {
          key: 'place',
          heading: t('table.place'),
          cell: ({ line }) => <a href={`#${lineId(line)}`}>{nameOf(line.name)}</a>,
        },
        {
          key: 'words',
          heading: t('compare.parameter'),
          cell: ({ parameter }) => parameterWords(locale, parameter, sides),
        },
        {
          key: 'meaning',
          heading: t('compare.meaning'),
          cell: ({ parameter }) => meaningWords(locale, parameter, sides),
        },
      ]}
    />
  )
}
