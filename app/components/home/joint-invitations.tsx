import { Link } from '@remix-run/react'
import { referenceInAddress } from '#app/measures/measure.ts'
import type { findHome } from '#app/queries/home.server.ts'
import { usePlaceNames } from '../comments/place-name.ts'
import { useLocale } from '../locale.tsx'
import { ownerColumn, referenceColumn, subjectColumn } from '../file/file-columns.tsx'
import { Section } from '../section.tsx'
import { StateChips } from '../state-chip.tsx'
import { Table } from '../table.tsx'

type Lines = Awaited<ReturnType<typeof findHome>>['jointInvitations']

/** Who asks us to write a comment together with them, until we join or decline. */
export function HomeJointInvitations({ lines }: { lines: Lines }) {
  const words = useLocale()
  const { t } = words
  if (lines.length === 0) return null
  return (
    <Section title={t('home.joint.title')} intro={t('home.joint.intro')}>
      <Table
        caption={t('home.joint.title')}
        isCaptionHidden
        rows={lines}
        rowKey={({ id }) => id}
        empty=""
        columns={[
          referenceColumn<Lines[number]>(words),
          ownerColumn(words),
          subjectColumn(words),
          {
            key: 'place',
            heading: t('home.column.provision'),
            cell: (line) => <Place line={line} />,
          },
          {
            key: 'with',
            heading: t('home.joint.with'),
            cell: ({ others }) => <StateChips codes={others} />,
          },
        ]}
      />
    </Section>
  )
}

function Place({ line: { id, reference, kind, provision } }: { line: Lines[number] }) {
  const { t } = useLocale()
  const { provisionName } = usePlaceNames(kind)
  const place = provision === '' ? t('comments.place.whole') : provisionName(provision)
  return (
    <Link to={`/files/${referenceInAddress(reference)}/joint/${id}`}>
      {t('joint.line', { place })}
    </Link>
  )
}
