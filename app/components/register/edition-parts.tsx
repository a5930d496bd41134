import type { ReactNode } from 'react'
import type { RegisterEntry } from '#app/queries/register-entry.server.ts'
import type { RegisterLanguages } from '#app/queries/register-languages.server.ts'
import { useLocale } from '../locale.tsx'
import { Columns, Section } from '../section.tsx'
import { Absence } from './absence.tsx'
import { AnnexI } from './annex-i.tsx'
import { Article10Basis } from './article-10-basis.tsx'
import { EntryWords } from './entry-words.tsx'
import { type Edition, NationalControl } from './national-control.tsx'

interface EditionPartsProps {
  entry: RegisterEntry
  edition: Edition
  /** The edition on which others may rely, where that is another one. */
  reliedOn?: Edition
  /** The languages in which a compilation has it. */
  published: RegisterLanguages
  /** What follows the text. */
  children: ReactNode
  /** What stands beside it, below Annex I. */
  aside?: ReactNode
}

/** What an edition is: national control and what it means elsewhere apart, its text, and Annex I. */
export function EditionParts(props: EditionPartsProps) {
  const { entry, edition, reliedOn = edition, published, children, aside } = props
  const { t } = useLocale()
  return (
    <>
      <Columns shape="even">
        <div>
          <NationalControl edition={edition} />
        </div>
        <div>
          <Article10Basis entry={entry} edition={reliedOn} />
        </div>
      </Columns>
      <Absence />
      <Columns shape="aside">
        <div>
          <Section title={t('register.text')}>
            <EntryWords issuer={entry.issuer} edition={edition} published={published} />
          </Section>
          {children}
        </div>
        <div>
          <AnnexI edition={edition} />
          {aside}
        </div>
      </Columns>
    </>
  )
}
