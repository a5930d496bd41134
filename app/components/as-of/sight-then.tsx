import type { AsOf } from '#app/queries/as-of.server.ts'
import { useAudienceWords } from '../file/audience-words.ts'
import { useLocale } from '../locale.tsx'
import { Table } from '../table.tsx'

/** Who could see what of a file: whom each version had reached, and who acted for the reader's own delegation. */
export function SightThen({ stood }: { stood: NonNullable<AsOf['stood']> }) {
  const { t, list, stateName } = useLocale()
  const audienceWords = useAudienceWords()
  const { file } = stood.page
  const rows = [
    {
      key: 'draft',
      what: t('as-of.sight.draft'),
      who: t('as-of.sight.inside-of', { state: stateName(file.owner) }),
    },
    ...file.versions.map(({ number, kind, audience }) => ({
      key: `${number}`,
      what: t('as-of.sight.version', { number }),
      who: kind === 'final' ? t('as-of.sight.final') : audienceWords(audience),
    })),
  ]
  return (
    <>
      <Table
        caption={t('as-of.sight')}
        isCaptionHidden
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          {
            key: 'what',
            heading: t('as-of.what'),
            isRowHeading: true,
            cell: ({ what }) => what,
          },
          { key: 'who', heading: t('as-of.who'), cell: ({ who }) => who },
        ]}
        empty=""
      />
      <Table
        caption={t('as-of.sight.people')}
        rows={stood.people}
        rowKey={({ name }) => name}
        columns={[
          { key: 'name', heading: t('as-of.who'), isRowHeading: true, cell: ({ name }) => name },
          {
            key: 'roles',
            heading: t('as-of.roles'),
            cell: ({ roles }) => list(roles.map((role) => t(`terms.role.${role}`))),
          },
        ]}
        empty={t('as-of.sight.no-people')}
      />
    </>
  )
}
