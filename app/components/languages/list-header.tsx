import type { DelegationCode } from '#app/measures/delegation-codes.ts'
import { referenceInAddress } from '#app/measures/measure.ts'
import { useLocale } from '../locale.tsx'
import { type Crumb, PageHeader } from '../page.tsx'
import { StateChip } from '../state-chip.tsx'

interface ListHeaderProps {
  list: { reference: string; title: string; owner: DelegationCode }
  /** Of the page; its crumb too. */
  title: string
  /** From the languages of the list to this page. */
  crumbs?: readonly Crumb[]
  intro?: string
}

/** Above every page about the languages of a list. */
export function ListHeader({ list, title, crumbs = [], intro }: ListHeaderProps) {
  const { t } = useLocale()
  const file = `/files/${referenceInAddress(list.reference)}`
  return (
    <PageHeader
      title={title}
      reference={list.reference}
      kind={list.title}
      labels={<StateChip code={list.owner} isNamed />}
      crumbs={[
        { label: t('files.title'), to: '/files' },
        { label: list.reference, to: file },
        ...crumbs,
      ]}
      shortTitle={title}
      intro={intro && <p>{intro}</p>}
    />
  )
}
